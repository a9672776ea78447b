import { element } from '../element.js';
import { makeField, type FieldBook } from '../field.js';
import type { FormMetric } from '../lay-out-form.js';
import type { Session } from '../session.js';
import { boundsInWords } from '../words.js';
import { METRIC_HEADS, type MetricRow } from './metric-heads.js';

/** 目标备案 of a metric that is computed: its target is all that is filled in. */
export function targetRow(session: Session, book: FieldBook, { metric }: FormMetric): MetricRow {
  const key = (field: string): string => `targets/${metric.id}/${field}`;
  const target = makeField(session, book, {
    key: key('value'),
    label: `${metric.label}的备案目标`,
    isNumber: true,
  });
  const source = makeField(session, book, {
    key: key('source'),
    label: `${metric.label}备案目标的来源`,
    placeholder: '备案文件',
  });
  const state = element('span', { class: 'state' });
  const unit = boundsInWords(metric);
  const column = (index: number, content: Node | string): HTMLElement =>
    element('td', { 'data-head': METRIC_HEADS[index] }, content);
  return {
    node: element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        element('label', { class: 'name', for: target.control.id }, `${metric.label}的备案目标`),
        unit === '' ? null : element('span', { class: 'hint' }, unit),
      ),
      column(1, target.node),
      column(2, element('span', { class: 'hint' }, '本年值由填报的数据算出，不必填。')),
      column(3, source.node),
      column(4, state),
    ),
    update({ data, faults }) {
      const isWrong = faults.some((fault) => fault.key === key('value'));
      const isFiled = data.targets.some((one) => one.metric === metric.id);
      const [word, mood] = isWrong
        ? ['有误', 'wrong']
        : isFiled
          ? ['已备案', 'present']
          : ['未备案', 'pending'];
      state.textContent = word;
      state.className = `state ${mood}`;
    },
  };
}
