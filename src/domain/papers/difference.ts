import type { DraftPlace } from './edited-paper.js';

/** Everything in which a document can differ from its run. A code never changes meaning. */
export const DIFFERENCE_CODES = [
  'figure-changed',
  'figure-vanished',
  'figure-unmarked',
  'figure-unknown',
  'number-changed',
  'number-unknown',
  'names-changed',
  'name-misspelt',
  'name-unknown',
] as const;

/** One of them. */
export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

/** Something in a document that the run does not say. */
export interface Difference {
  readonly code: DifferenceCode;
  /** What it is and of whom, such as score:haidong; none for free text. */
  readonly tag: string | undefined;
  /** What the run says; empty where it says nothing. */
  readonly said: string;
  /** What the document says; empty where it says nothing. */
  readonly found: string;
  /** None for what stands nowhere any more. */
  readonly place: DraftPlace | undefined;
}
