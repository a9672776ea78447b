import type { Decimal } from '../kernel/decimal.js';
import type { ValueType } from './expression.js';
import type { UndefinedReason } from './outcome.js';
import type { Wording } from './wording.js';

/**
 * What a function does where an argument has no value:
 * - `strict`: the result has none either;
 * - `skipping`: not applicable arguments are left out, all else is strict;
 * - `counting`: the arguments that are there are counted, only pending ones stand in the way;
 * - `deciding`: one false makes `and` false, one true makes `or` true, whatever is missing;
 * - `choosing`: only the branch that is needed is looked at.
 */
export type GapRule = 'strict' | 'skipping' | 'counting' | 'deciding' | 'choosing';

/**
 * One function of the language. Kernels get only arguments that have a value; true and false
 * stand there as 1 and 0. What a kernel returns beyond 1e±300 is out of range for its caller.
 */
export interface FunctionEntry {
  /** How many arguments it takes once compiled. */
  readonly arity: readonly [least: number, most: number];
  readonly takes: ValueType;
  readonly gives: ValueType;
  readonly gaps: GapRule;
  /** Whether a call takes up to a millisecond at 40 digits. */
  readonly isCostly: boolean;
  readonly decimal: (values: readonly Decimal[]) => Decimal | UndefinedReason;
  /** NaN where the decimal kernel has a reason. Reads the first `count` values. */
  readonly float: (values: readonly number[], count: number) => number;
  readonly words: (operands: readonly Wording[]) => Wording;
}

/** What the functions that leave arguments out leave out. */
export const SKIPPED_GAPS = {
  skipping: ['notApplicable'],
  counting: ['notApplicable', 'missing'],
} as const;
