import type { IndicatorTest } from '../indicators/tests.schema.js';
import type { Place } from '../kernel/fault.js';

/** One test of a set with the place where it stands. */
export interface SetTest {
  readonly test: IndicatorTest;
  readonly place: Place;
}

/** What a test expected and what came out instead. */
export interface Mismatch {
  /** points, score, grade … */
  readonly what: string;
  readonly region: string | null;
  readonly expected: string;
  readonly actual: string;
}

/** How one test went. */
export interface TestOutcome {
  readonly name: string;
  readonly place: Place;
  readonly mismatches: readonly Mismatch[];
  /** Set when the test names something that the set does not have. */
  readonly unknown: string | null;
}

/** A threshold, cap or floor, and the sides on which some test stands. */
export interface EdgeCoverage {
  readonly edge: SetEdge;
  readonly seen: readonly ('below' | 'reached')[];
  readonly missing: readonly ('below' | 'reached')[];
}

/** A threshold, cap or floor of a set. */
export interface SetEdge {
  /** indicator:pass_rate:target, grade:a, event:award:cap … */
  readonly key: string;
  readonly subject: string;
  readonly label: string;
  readonly sides: readonly ('below' | 'reached')[];
}

/** How a set's tests went, and what they leave untested. */
export interface TestReport {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: readonly EdgeCoverage[];
}
