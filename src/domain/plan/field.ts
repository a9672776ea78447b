import type { Expression, UndefinedReason } from '../formula/index.js';
import type { Arithmetic } from '../kernel/arithmetic.js';
import type { Cell } from '../kernel/status.js';
import type { EventRecord, Mark, SubmittedValue } from '../metrics/year-data.js';
import type { RunInputs } from './inputs.js';
import type { Plan } from './plan.js';

/** What a formula gives for one region. */
export type Evaluated<N> =
  Cell<N> | { readonly status: 'undefined'; readonly reason: UndefinedReason };

/** Where a formula of the plan finds its columns. */
export interface FormulaColumns<N> {
  metric(id: string, yearsBack: number): Cell<N>;
  target(id: string): Cell<N>;
}

/** An arithmetic together with its way of computing formulas. */
export interface Kernel<N> {
  readonly arithmetic: Arithmetic<N>;
  /** Prepares a formula; the result computes it for one region after another. */
  formula(
    expression: Expression,
    parameters: Readonly<Record<string, string>>,
  ): (columns: FormulaColumns<N>) => Evaluated<N>;
}

/** Names of columns. */
export const columnOf = {
  metric: (id: string, yearsBack: number) => `metric:${id}@${String(yearsBack)}`,
  target: (id: string) => `target:${id}`,
  value: (indicator: string) => `value:${indicator}`,
  previous: (indicator: string) => `previous:${indicator}`,
  normalised: (indicator: string) => `normalised:${indicator}`,
  /** Points on the indicator's own full points, before redistribution. */
  points: (indicator: string) => `points:${indicator}`,
  /** Full points after redistribution. */
  full: (node: string) => `full:${node}`,
  /** Points after redistribution, before events. */
  shared: (node: string) => `shared:${node}`,
  /**
   * Points after vetoes, before bonuses and penalties: what the score sheet prints, so that an
   * item's points add up to the base and the events stand in columns of their own.
   */
  own: (node: string) => `own:${node}`,
  /** Points after all events. */
  final: (node: string) => `final:${node}`,
  base: 'total:base',
  bonus: 'total:bonus',
  penalty: 'total:penalty',
  /** The total before it is rounded. */
  exact: 'total:exact',
  score: 'total:score',
} as const;

/** One event as it counted for one region. */
export interface CountedEvent<N> {
  readonly event: EventRecord;
  readonly effect: 'bonus' | 'penalty' | 'veto';
  /** Points before caps; nought for a veto. */
  readonly claimed: N;
  /** Points that counted after caps and floors. */
  readonly counted: N;
  /** Why it counted less or not at all: other year, same matter, cap, floor. */
  readonly reason: 'full' | 'otherYear' | 'sameMatter' | 'cap' | 'floor';
}

/** What the last operations find, region by region. */
export interface Verdicts<N> {
  readonly events: CountedEvent<N>[][];
  readonly rank: (number | undefined)[];
  readonly groupRank: (number | undefined)[];
  readonly grade: (string | undefined)[];
  readonly gradeBeforeVeto: (string | undefined)[];
  /** A grade that waits for a recorded decision on a tie. */
  readonly undecided: boolean[];
  readonly consequences: string[][];
}

/**
 * The regions' columns while a plan runs over them: every operation reads some columns and puts
 * others. Regions stand in the plan's order, sorted by id.
 */
export interface Field<N> {
  readonly plan: Plan;
  readonly kernel: Kernel<N>;
  readonly arithmetic: Arithmetic<N>;
  readonly inputs: RunInputs;
  /** Index of a region in every column; undefined for a region that is not assessed. */
  indexOf(region: string): number | undefined;
  column(name: string): readonly Cell<N>[];
  has(name: string): boolean;
  put(name: string, cells: readonly Cell<N>[]): void;
  /** What was submitted for a region, metric and period. */
  submitted(region: string, metric: string, period: string): SubmittedValue | undefined;
  /** Marks of one indicator, region by region. */
  marks(indicator: string): readonly (readonly Mark[])[];
  /** Prepares a formula over this field's columns, to be asked region by region. */
  formula(expression: Expression): (index: number) => Evaluated<N>;
  /** Why a point of an indicator is left out although its data are only missing. */
  readonly excluded: Map<string, boolean[]>;
  /** Where a column is missing because something was divided by nought. */
  readonly divided: Map<string, boolean[]>;
  readonly verdicts: Verdicts<N>;
}
