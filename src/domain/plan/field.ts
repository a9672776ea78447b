import type { Expression, UndefinedReason } from '../formula/index.js';
import type { Arithmetic } from '../kernel/arithmetic.js';
import type { Cell } from '../kernel/status.js';
import type {
  EventRecord,
  Exemption,
  FiledTarget,
  Mark,
  PastResult,
  SubmittedValue,
  TieDecision,
} from '../metrics/year-data.js';
import type { Plan } from './plan.js';

/** Names by ids that were asked for; a text made anew each time would be looked up slowly. */
function named(name: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    if (known.size >= MOST_NAMES) known.clear();
    const made = name(id);
    known.set(id, made);
    return made;
  };
}

const MOST_NAMES = 10_000;
const METRICS: ((id: string) => string)[] = [];

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
  metric(id: string, yearsBack: number): string {
    const names = (METRICS[yearsBack] ??= named(
      (metric) => `metric:${metric}@${String(yearsBack)}`,
    ));
    return names(id);
  },
  target: named((id) => `target:${id}`),
  value: named((indicator) => `value:${indicator}`),
  previous: named((indicator) => `previous:${indicator}`),
  normalised: named((indicator) => `normalised:${indicator}`),
  /** Points on the indicator's own full points, before redistribution. */
  points: named((indicator) => `points:${indicator}`),
  /** Full points after redistribution. */
  full: named((node) => `full:${node}`),
  /** Points after redistribution, before events. */
  shared: named((node) => `shared:${node}`),
  /**
   * Points after vetoes, before bonuses and penalties: what the score sheet prints, so that an
   * item's points add up to the base and the events stand in columns of their own.
   */
  own: named((node) => `own:${node}`),
  /** Points after all events. */
  final: named((node) => `final:${node}`),
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

/** Remarks on columns, region by region; a column without a remark has none for any region. */
export interface Remarks {
  get(column: string): readonly boolean[] | undefined;
  set(column: string, remarks: readonly boolean[]): void;
}

/** What a field is kept in: the year's inputs and the columns so far. */
export interface FieldStore<N> {
  /** What was submitted for a region, metric and period. */
  submitted(region: string, metric: string, period: string): SubmittedValue | undefined;
  /** The target that a region filed for a metric. */
  filed(region: string, metric: string): FiledTarget | undefined;
  /** Marks of one indicator, region by region. */
  marks(indicator: string): readonly (readonly Mark[])[];
  /** 不适用 of a marked indicator; a preview has requests alone, since departments have their say later. */
  readonly exemptions?: (indicator: string) => readonly Exemption[];
  /** The register of events. */
  events(): readonly EventRecord[];
  history(): readonly PastResult[];
  decisions(): readonly TieDecision[];
  find(column: string): readonly Cell<N>[] | undefined;
  put(column: string, cells: readonly Cell<N>[]): void;
  /** Why a point of an indicator is left out although its data are only missing. */
  readonly excluded: Remarks;
  /** Where a column is missing because something was divided by nought. */
  readonly divided: Remarks;
}

/**
 * The regions' columns while a plan runs over them: every operation reads some columns and puts
 * others. Regions stand in the plan's order, sorted by id.
 */
export interface Field<N> extends FieldStore<N> {
  readonly plan: Plan;
  readonly kernel: Kernel<N>;
  readonly arithmetic: Arithmetic<N>;
  /** Index of a region in every column; undefined for a region that is not assessed. */
  indexOf(region: string): number | undefined;
  /** A column that has to be there. */
  column(name: string): readonly Cell<N>[];
  has(name: string): boolean;
  /** Prepares a formula over this field's columns, to be asked region by region. */
  formula(expression: Expression): (index: number) => Evaluated<N>;
  readonly verdicts: Verdicts<N>;
}
