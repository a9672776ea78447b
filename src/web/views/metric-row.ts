import { periodYearsBack } from '../../domain/kernel/period.js';
import { element, type Content } from '../element.js';
import { makeField, type Field, type FieldBook } from '../field.js';
import type { FormMetric } from '../lay-out-form.js';
import type { Session } from '../session.js';
import { boundsInWords, supplierInWords } from '../words.js';
import { METRIC_HEADS, type MetricRow } from './metric-heads.js';

/** Fields of one metric: this year, the years before, the target, 不适用, where it comes from. */
export function metricRow(session: Session, book: FieldBook, asked: FormMetric): MetricRow {
  const { metric } = asked;
  const { period } = session.draft();
  const key = (field: string, year = period): string => `metrics/${year}/${metric.id}/${field}`;
  const isNumber = metric.levels.size === 0 && metric.type !== 'text';
  const choices = metric.levels.size > 0 ? { choices: metric.levels } : {};
  const value = makeField(session, book, {
    key: key('value'),
    label: metric.label,
    isNumber,
    ...choices,
  });
  const source = makeField(session, book, {
    key: key('source'),
    label: `${metric.label}的数据来源`,
    placeholder: '文件、台账',
  });
  const past = asked.past.map((year): readonly [string, Field] => [
    year === periodYearsBack(period, 1) ? '上年' : year,
    makeField(session, book, {
      key: key('value', year),
      label: `${metric.label}，${year} 年值`,
      isNumber,
      ...choices,
    }),
  ]);
  const target =
    metric.target === undefined
      ? []
      : [
          [
            '备案目标',
            makeField(session, book, {
              key: `targets/${metric.id}/value`,
              label: `${metric.label}的备案目标`,
              isNumber: true,
            }),
          ] as const,
        ];
  const exemption = exemptionOf(session, book, { key, label: metric.label, value });
  const state = element('span', { class: 'state' });
  const node = element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      element('label', { class: 'name', for: value.control.id }, metric.label),
      ...[metric.definition ?? '', boundsInWords(metric), supplierInWords(metric)]
        .filter((line) => line !== '')
        .map((line) => element('span', { class: 'hint' }, line)),
    ),
    column(1, ...[...past, ...target].map(([name, field]) => labelled(name, field))),
    column(2, unitAfter(value, isNumber ? metric.unit : undefined), exemption.node),
    column(3, source.node, ...publicationOf(session, book, metric, key)),
    column(4, state),
  );
  return {
    node,
    update({ data, faults }) {
      const own = data.values.find((one) => one.metric === metric.id && one.period === data.period);
      const isWrong = faults.some((fault) => fault.key === key('value'));
      const [word, mood] = isWrong
        ? ['有误', 'wrong']
        : own === undefined
          ? metric.supplier === 'region'
            ? ['缺报', 'missing']
            : // It is not the region's to report, and yet nothing can be computed without it.
              ['待提供', 'pending']
          : own.status === 'pending'
            ? ['申请不适用', 'pending']
            : own.status === 'notApplicable'
              ? ['核准不适用', 'not-applicable']
              : isNumber && own.text === '0'
                ? ['零', 'zero']
                : ['已报', 'present'];
      state.textContent = word;
      state.className = `state ${mood}`;
      exemption.update();
    },
  };
}

/** Where a published statistic stands; nothing of the kind where none is asked for. */
function publicationOf(
  session: Session,
  book: FieldBook,
  { type, label }: FormMetric['metric'],
  key: (field: string) => string,
): readonly HTMLElement[] {
  if (type !== 'published') return [];
  return (
    [
      ['issuer', '发布单位'],
      ['document', '发布文件'],
      ['date', '发布日期'],
      ['sample', '样本量'],
    ] as const
  ).map(([field, name]) =>
    labelled(name, makeField(session, book, { key: key(field), label: `${label}的${name}` })),
  );
}

function column(index: number, ...content: readonly Content[]): HTMLElement {
  return element('td', { 'data-head': METRIC_HEADS[index] }, ...content);
}

function labelled(name: string, field: Field): HTMLElement {
  return element(
    'div',
    { class: 'labelled' },
    element('label', { for: field.control.id }, name),
    field.node,
  );
}

function unitAfter(field: Field, unit: string | undefined): HTMLElement {
  if (unit !== undefined) field.control.after(element('span', { class: 'unit' }, unit));
  return field.node;
}

/** 申请不适用: a choice of its own, so that neither a blank nor 0 is ever taken for it. */
function exemptionOf(
  session: Session,
  book: FieldBook,
  {
    key,
    label,
    value,
  }: { readonly key: (field: string) => string; readonly label: string; readonly value: Field },
): { readonly node: HTMLElement; readonly update: () => void } {
  const box = element('input', { type: 'checkbox', id: `exempt-${key('status')}` });
  const reason = makeField(session, book, {
    key: key('reason'),
    label: `${label}不适用的理由`,
    placeholder: '不适用的理由',
  });
  box.addEventListener('change', () => {
    if (box.checked) {
      value.control.value = '';
      session.type(key('value'), '');
    }
    session.type(key('status'), box.checked ? '不适用' : '');
    if (!box.checked) {
      reason.control.value = '';
      session.type(key('reason'), '');
    }
    update();
  });
  const status = element('p', { class: 'fault', hidden: true });
  book.set(key('status'), {
    label: `${label}的状态`,
    node: status,
    control: box,
    show(fault) {
      status.hidden = fault === undefined;
      status.textContent = fault === undefined ? '' : `${fault.what}${fault.todo}`;
    },
  });
  const update = (): void => {
    const { fields } = session.draft();
    const isAsked = fields[key('status')] !== undefined;
    box.checked = isAsked;
    value.control.disabled = isAsked && fields[key('value')] === undefined;
    reason.node.hidden = !isAsked && fields[key('reason')] === undefined;
  };
  update();
  return {
    update,
    node: element(
      'div',
      { class: 'exempt' },
      element('label', {}, box, ' 申请不适用'),
      status,
      reason.node,
    ),
  };
}
