import type { IndicatorDerivation } from '../../domain/scoring/index.js';
import { element, type Content } from '../element.js';

/** 得分推导: from what was reported to the points, each step in words and in numbers. */
export function derivationContent(derivation: IndicatorDerivation): readonly Content[] {
  const { inputs, steps, lead, clauses, source } = derivation;
  const facts = [
    lead === null ? '' : `牵头：${lead}`,
    clauses.length === 0 ? '' : `条款：${clauses.join('、')}`,
    source === null ? '' : `规则依据：${source}`,
  ].filter((part) => part !== '');
  return [
    inputs.length === 0
      ? null
      : element(
          'table',
          { class: 'inputs' },
          element('caption', {}, '用到的数据'),
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ...['数据', '期间', '数值', '来源', '核验'].map((head) =>
                element('th', { scope: 'col' }, head),
              ),
            ),
          ),
          element(
            'tbody',
            {},
            ...inputs.map(({ label, period, value, source: from, verifier }) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, label),
                cell('期间', period),
                cell('数值', value),
                cell('来源', from ?? '未注明'),
                cell('核验', verifier ?? '未核验'),
              ),
            ),
          ),
        ),
    element(
      'ol',
      { class: 'steps' },
      ...steps.map(({ words, numbers, result }) =>
        element(
          'li',
          {},
          element('p', { class: 'in-words' }, words),
          numbers === null ? null : element('p', { class: 'in-numbers' }, numbers),
          result === null ? null : element('p', { class: 'result' }, `＝ ${result}`),
        ),
      ),
    ),
    facts.length === 0 ? null : element('p', { class: 'facts' }, facts.join('　')),
  ];
}

function cell(head: string, text: string): HTMLElement {
  return element('td', { 'data-head': head }, text);
}
