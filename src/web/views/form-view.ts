import type { Explain } from '../../domain/preview/index.js';
import { element } from '../element.js';
import type { FieldBook } from '../field.js';
import { layOutForm } from '../lay-out-form.js';
import type { Session, View } from '../session.js';
import { indicatorView, metricTable } from './indicator-view.js';
import { moveByKeys } from './move-by-keys.js';

/** The form: blocks, indicators, metrics. */
export interface FormView extends View {
  readonly book: FieldBook;
  /** The leaves whose derivation is open. */
  opened(): Explain;
  /** Opens every derivation, for paper. @returns what closes those again that were closed */
  openAll(): () => void;
}

/** @param ask tells that something is to be shown that was not computed yet */
export function formView(session: Session, ask: () => void): FormView {
  const { kit } = session;
  const book: FieldBook = new Map();
  const layout = layOutForm(kit.set, kit.plan, session.draft().period);
  const views = layout.blocks.map(({ id, number, label, fullPoints, indicators }) => ({
    title: `${number} ${label}`,
    id,
    fullPoints,
    indicators: indicators.map((one) => indicatorView(session, book, one, ask)),
  }));
  const others = metricTable(session, book, layout.others);
  const leaves = views.flatMap(({ indicators }) => indicators);
  const node = element(
    'div',
    { class: 'form' },
    ...views.map(({ id, title, fullPoints, indicators }) =>
      element(
        'section',
        { class: 'block', 'aria-labelledby': `block-${id}` },
        element(
          'h2',
          { id: `block-${id}` },
          title,
          element('span', { class: 'full' }, `满分 ${fullPoints} 分`),
        ),
        ...indicators.map((one) => one.node),
      ),
    ),
    others === undefined
      ? null
      : element(
          'section',
          { class: 'block' },
          element('h2', {}, '其他填报数据'),
          element('p', { class: 'hint' }, '只用于核对和统计，不直接计分。'),
          others.node,
        ),
  );
  moveByKeys(node);
  return {
    node,
    book,
    opened: () => leaves.filter(({ derivation }) => derivation.open).map(({ id }) => id),
    openAll() {
      const closed = leaves.filter(({ derivation }) => !derivation.open);
      for (const { derivation } of closed) derivation.open = true;
      return () => {
        for (const { derivation } of closed) derivation.open = false;
      };
    },
    update(shown) {
      for (const leaf of leaves) leaf.update(shown);
      for (const row of others?.rows ?? []) row.update(shown);
      const faults = new Map(shown.faults.map((fault) => [fault.key, fault]));
      for (const [key, field] of book) field.show(faults.get(key));
    },
  };
}
