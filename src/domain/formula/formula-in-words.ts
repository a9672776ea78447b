import type { Expression } from './expression.js';
import { FUNCTIONS } from './functions.js';
import { whole, type Wording } from './wording.js';

/** What the parts of a formula are called in one indicator set. */
export interface FormulaWords {
  /** `yearsBack` is 0 for the assessed year; {@link yearsBackInWords} says the others. */
  metric(id: string, yearsBack: number): string;
  target(id: string): string;
  parameter(id: string): string;
}

/**
 * A formula as a clerk reads it, with parentheses only where they are needed.
 *
 * @example formulaInWords of `(sampled - failed) / sampled * 100`
 * // '（抽检批次－不合格批次）÷抽检批次×100'
 * @example formulaInWords of `rate(failed, sampled)` // '不合格批次÷抽检批次×100%'
 */
export function formulaInWords(expression: Expression, words: FormulaWords): string {
  return wordExpression(expression, (leaf) => {
    switch (leaf.kind) {
      case 'metric':
        return whole(words.metric(leaf.id, leaf.yearsBack));
      case 'target':
        return whole(words.target(leaf.id));
      case 'parameter':
        return whole(words.parameter(leaf.id));
    }
  }).text;
}

/** What a formula reads, as opposed to what it writes down or computes. */
export type Leaf = Extract<Expression, { kind: 'metric' | 'target' | 'parameter' }>;

/** Words an expression, its leaves as the caller words them. */
export function wordExpression(expression: Expression, wordLeaf: (leaf: Leaf) => Wording): Wording {
  switch (expression.kind) {
    case 'number':
      return whole(expression.text);
    case 'call':
      return FUNCTIONS[expression.name].words(
        expression.arguments.map((argument) => wordExpression(argument, wordLeaf)),
      );
    case 'metric':
    case 'target':
    case 'parameter':
      return wordLeaf(expression);
  }
}

/**
 * How an earlier year is said before the name of a metric.
 *
 * @example yearsBackInWords(0) // ''
 * @example yearsBackInWords(1) // '上年'
 * @example yearsBackInWords(3) // '3年前'
 */
export function yearsBackInWords(yearsBack: number): string {
  if (yearsBack === 0) return '';
  return yearsBack === 1 ? '上年' : `${yearsBack}年前`;
}
