import { ONE, settle, ZERO, type Decimal } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import { isFloatEqual } from '../ranges.js';
import { BINDING, infix } from '../wording.js';
import { at } from './arithmetic.js';

/**
 * A comparison by the order of its two sides: -1, 0 or 1. Decimals are compared at the 30 digits
 * to which results are set, so that 1/3*3 equals 1; floats to one part in 1e12.
 */
function comparison(symbol: string, holds: (order: number) => boolean): FunctionEntry {
  return {
    takes: 'number',
    gives: 'truth',
    gaps: 'strict',
    isCostly: false,
    arity: [2, 2],
    decimal: ([a = ZERO, b = ZERO]: readonly Decimal[]) =>
      holds(settle(a).comparedTo(settle(b))) ? ONE : ZERO,
    float: (values) => (holds(orderOfFloats(at(values, 0), at(values, 1))) ? 1 : 0),
    words: infix(symbol, BINDING.comparison),
  };
}

function orderOfFloats(a: number, b: number): number {
  if (isFloatEqual(a, b)) return 0;
  return a < b ? -1 : 1;
}

/** The six comparisons. */
export const COMPARISON_FUNCTIONS = {
  equal: comparison('＝', (order) => order === 0),
  unequal: comparison('≠', (order) => order !== 0),
  less: comparison('＜', (order) => order < 0),
  lessOrEqual: comparison('≤', (order) => order <= 0),
  greater: comparison('＞', (order) => order > 0),
  greaterOrEqual: comparison('≥', (order) => order >= 0),
} as const satisfies Record<string, FunctionEntry>;
