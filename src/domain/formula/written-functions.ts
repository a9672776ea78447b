import type { FunctionName } from './expression.js';
import { WORD_OPERATORS } from './token.js';

/** A function as it is written in a formula, before it is compiled. */
export type WrittenFunction =
  | 'if'
  | 'min'
  | 'max'
  | 'clamp'
  | 'round'
  | 'sum'
  | 'mean'
  | 'count'
  | 'rate'
  | 'growth'
  | 'previous'
  | 'target'
  | 'abs'
  | 'ln'
  | 'exp'
  | 'sqrt'
  | 'power';

/** How many arguments each function is written with. */
export const WRITTEN_FUNCTIONS: ReadonlyMap<
  string,
  { readonly name: WrittenFunction; readonly least: number; readonly most: number }
> = new Map(
  (
    [
      ['if', 3, 3],
      ['min', 1, Infinity],
      ['max', 1, Infinity],
      ['clamp', 3, 3],
      ['round', 1, 2],
      ['sum', 1, Infinity],
      ['mean', 1, Infinity],
      ['count', 1, Infinity],
      ['rate', 2, 2],
      ['growth', 1, 1],
      ['previous', 1, 2],
      ['target', 1, 1],
      ['abs', 1, 1],
      ['ln', 1, 1],
      ['exp', 1, 1],
      ['sqrt', 1, 1],
      ['power', 2, 2],
    ] as const
  ).map(([name, least, most]) => [name, { name, least, most }]),
);

/** The operations behind the operators with two sides. */
export const BINARY_OPERATORS: Readonly<Record<string, FunctionName>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '^': 'power',
  '==': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'lessOrEqual',
  '>': 'greater',
  '>=': 'greaterOrEqual',
  and: 'and',
  or: 'or',
};

/** The names of the language, which no metric and no parameter may have. */
export const FUNCTION_NAMES: readonly string[] = [...WRITTEN_FUNCTIONS.keys(), ...WORD_OPERATORS];

/**
 * Whether a name belongs to the language, so that no metric and no parameter may have it.
 *
 * @example isReservedName('rate') // true
 * @example isReservedName('pass_rate') // false
 */
export function isReservedName(name: string): boolean {
  return WRITTEN_FUNCTIONS.has(name) || WORD_OPERATORS.has(name);
}
