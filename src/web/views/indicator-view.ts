import type { PreviewNode } from '../../domain/preview/index.js';
import { button, element, goTo, refill } from '../element.js';
import { makeField, type FieldBook } from '../field.js';
import type { FormIndicator, FormMetric } from '../lay-out-form.js';
import type { Session, View } from '../session.js';
import { standing } from '../words.js';
import { derivationContent } from './derivation-view.js';
import { METRIC_HEADS, type MetricRow } from './metric-heads.js';
import { metricRow } from './metric-row.js';
import { targetRow } from './target-row.js';

/** One indicator: its points, its fields, its derivation. */
export interface IndicatorView extends View {
  readonly id: string;
  readonly derivation: HTMLDetailsElement;
}

/** @param ask tells that a derivation was opened and is wanted */
export function indicatorView(
  session: Session,
  book: FieldBook,
  asked: FormIndicator,
  ask: () => void,
): IndicatorView {
  const { indicator, metrics, elsewhere } = asked;
  const read = [...metrics, ...elsewhere].map(({ metric }) => metric.id);
  const own = new RegExp(`^(?:metrics/[^/]+|targets)/(?:${read.join('|')})/`);
  const points = element('span', { class: 'points', id: `points-${indicator.id}` });
  const table = metricTable(session, book, metrics);
  const steps = element('div', { class: 'derived' });
  const derivation = element(
    'details',
    { class: 'derivation' },
    element('summary', {}, '得分推导'),
    steps,
  );
  derivation.addEventListener('toggle', () => {
    if (derivation.open) ask();
  });
  const node = element(
    'section',
    { class: 'indicator', id: `indicator-${indicator.id}` },
    element(
      'div',
      { class: 'heading' },
      element(
        'h3',
        {},
        element('span', { class: 'number' }, indicator.number),
        ` ${indicator.label}`,
      ),
      element('span', { class: 'full' }, `满分 ${indicator.fullPoints} 分`),
      points,
    ),
    indicator.criterion === undefined ? null : element('p', { class: 'hint' }, indicator.criterion),
    table?.node ?? null,
    elsewhere.length === 0
      ? null
      : element(
          'p',
          { class: 'hint' },
          '还用到：',
          ...elsewhere.map(({ metric, at }) =>
            button(`${metric.label}（在 ${at.number}）`, { class: 'link' }, () => {
              const field = book.get(`metrics/${session.draft().period}/${metric.id}/value`);
              if (field !== undefined) goTo(field.control);
            }),
          ),
        ),
    selfFields(session, book, asked),
    derivation,
  );
  return {
    id: indicator.id,
    node,
    derivation,
    update(shown) {
      for (const row of table?.rows ?? []) row.update(shown);
      const isWrong = shown.faults.some(({ key }) => key !== null && own.test(key));
      showPoints(points, shown.preview.indicators, indicator.id, isWrong);
      const found = shown.preview.derivation.find(({ id }) => id === indicator.id);
      if (derivation.open && found !== undefined) refill(steps, ...derivationContent(found));
    },
  };
}

function showPoints(
  target: HTMLElement,
  nodes: readonly PreviewNode[],
  id: string,
  isWrong: boolean,
): void {
  const found = nodes.find((node) => node.id === id);
  if (found === undefined) return;
  // What cannot be read is not missing: it waits for its correction.
  const isUnread = isWrong && found.status === 'missing';
  const { text, mood } = isUnread ? { text: '有误，未计', mood: 'wrong' } : standing(found);
  target.textContent = text;
  target.className = `points ${mood}`;
  target.dataset['points'] = found.points ?? '';
}

/** A table of metrics; nothing where none is to be filled in. */
export function metricTable(
  session: Session,
  book: FieldBook,
  metrics: readonly FormMetric[],
): { readonly node: HTMLElement; readonly rows: readonly MetricRow[] } | undefined {
  if (metrics.length === 0) return undefined;
  const rows = metrics.map((metric) =>
    (metric.isComputed ? targetRow : metricRow)(session, book, metric),
  );
  const node = element(
    'table',
    { class: 'metrics' },
    element(
      'thead',
      {},
      element('tr', {}, ...METRIC_HEADS.map((head) => element('th', { scope: 'col' }, head))),
    ),
    element('tbody', {}, ...rows.map((row) => row.node)),
  );
  return { node, rows };
}

/** 自评: for a marked indicator always in sight, for a computed one beside its points. */
function selfFields(session: Session, book: FieldBook, { indicator }: FormIndicator): HTMLElement {
  const part = (
    field: string,
    name: string,
    rest: { readonly isNumber?: boolean; readonly placeholder?: string },
  ): HTMLElement => {
    const made = makeField(session, book, {
      key: `self/${indicator.id}/${field}`,
      label: `${indicator.label}的${name}`,
      ...rest,
    });
    return element(
      'div',
      { class: `labelled self-${field}` },
      element('label', { for: made.control.id }, name),
      made.node,
    );
  };
  const marked = indicator.marking;
  const reasonHint =
    marked !== undefined && indicator.notApplicable.mayBeGranted
      ? '未得满分的写明原因；申请不适用的，自评得分写 不适用，这里写理由'
      : '未得满分的写明原因';
  const most = `0 至 ${indicator.fullPoints}`;
  return element(
    'div',
    { class: marked === undefined ? 'self beside' : 'self' },
    part('points', '自评得分', { isNumber: true, placeholder: most }),
    part('reason', '自评说明', { placeholder: reasonHint }),
    part('evidence', '佐证', { placeholder: indicator.materials ?? '佐证材料' }),
  );
}
