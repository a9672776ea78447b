import type { Decimal } from './decimal.js';

/**
 * What is known of one number of one region. Missing, nought and not applicable are three
 * different things; `pending` is what is still to come (a mark not given, a request not granted,
 * an operation that looks across regions in a preview).
 */
export type Status = 'present' | 'missing' | 'notApplicable' | 'pending';

/** A number with its status: a value stands there only when it is present. */
export type Cell<N = Decimal> =
  | { readonly status: 'present'; readonly value: N }
  | { readonly status: 'missing' | 'notApplicable' | 'pending' };

/** The cell of a number that is not there. */
export const MISSING: Cell<never> = Object.freeze({ status: 'missing' });
/** The cell of a number that does not apply to the region. */
export const NOT_APPLICABLE: Cell<never> = Object.freeze({ status: 'notApplicable' });
/** The cell of a number that is still to come. */
export const PENDING: Cell<never> = Object.freeze({ status: 'pending' });

/** The cell of a known number. */
export function present<N>(value: N): Cell<N> {
  return { status: 'present', value };
}
