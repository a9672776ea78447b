import { decimalText, type Decimal } from '../kernel/decimal.js';
import type { Cell, Status } from '../kernel/status.js';
import type { Surroundings } from './evaluate-formula.js';
import type { Expression } from './expression.js';
import { wordExpression, type Leaf } from './formula-in-words.js';
import { BINDING, whole, type Wording } from './wording.js';

/** How numbers, and numbers that are not there, are written into a formula. */
export interface NumberWords {
  number(value: Decimal): string;
  gap(status: Exclude<Status, 'present'>): string;
}

/** Every digit of a number; 未报, 不适用 and 待定 in the place of those that are not there. */
export const PLAIN_NUMBERS: NumberWords = {
  number: decimalText,
  gap: (status) => ({ missing: '未报', notApplicable: '不适用', pending: '待定' })[status],
};

/**
 * A formula with one region's numbers put in.
 *
 * @example formulaWithNumbers of `(sampled - failed) / sampled * 100` with 364 of 16092
 * // '（16092－364）÷16092×100'
 */
export function formulaWithNumbers(
  expression: Expression,
  surroundings: Surroundings,
  words: NumberWords,
): string {
  return wordExpression(expression, (leaf) => {
    const cell = cellOf(leaf, surroundings);
    if (cell.status !== 'present') return whole(words.gap(cell.status));
    return wordNumber(cell.value, words);
  }).text;
}

function cellOf(leaf: Leaf, surroundings: Surroundings): Cell {
  switch (leaf.kind) {
    case 'metric':
      return surroundings.metric(leaf.id, leaf.yearsBack);
    case 'target':
      return surroundings.target(leaf.id);
    case 'parameter':
      return { status: 'present', value: surroundings.parameter(leaf.id) };
  }
}

/** A negative number stands in parentheses behind an operator: 5－（－3）. */
function wordNumber(value: Decimal, words: NumberWords): Wording {
  if (!value.isNegative() || value.isZero()) return whole(words.number(value));
  return { text: `－${words.number(value.abs())}`, binding: BINDING.negativeNumber };
}
