import type { Decimal } from '../kernel/decimal.js';
import type { Status } from '../kernel/status.js';

/** A number that was not there, and so left a formula without a result. */
export interface Gap {
  readonly kind: 'metric' | 'target';
  readonly id: string;
  readonly yearsBack: number;
}

/** Why numbers that are all there have no result. */
export type UndefinedReason =
  'zeroDenominator' | 'negativeRoot' | 'logarithmOfNonPositive' | 'outOfRange';

/** The result of a formula for one region. */
export type Outcome =
  | { readonly status: 'present'; readonly value: Decimal }
  | { readonly status: 'truth'; readonly value: boolean }
  | { readonly status: Exclude<Status, 'present'>; readonly because: readonly Gap[] }
  | { readonly status: 'undefined'; readonly reason: UndefinedReason };
