import type { Arithmetic } from '../../kernel/arithmetic.js';
import type { Decimal } from '../../kernel/decimal.js';
import type { Cell } from '../../kernel/status.js';
import type { PlanRule } from '../plan.js';

/** On which side of an edge (a threshold, a cap, a floor) a value fell. */
export type Side = 'below' | 'reached';

/** A place where a rule changes its course; a set's tests have to stand on both its sides. */
export interface Edge {
  readonly id: string;
  /** What it is in words: 目标值, 扣完为止 … */
  readonly label: string;
  readonly sides: readonly Side[];
}

/** A value that falls on one side of an edge, for suggesting a test. */
export interface Probe {
  readonly edge: string;
  readonly side: Side;
  readonly value: Decimal;
}

/** What a rule is given of one region. */
export interface Situation<N> {
  readonly arithmetic: Arithmetic<N>;
  readonly full: N;
  /** The indicator's value; nought for the rules that read answers. */
  readonly value: N;
  /** The value of the year before, where the rule asks for it. */
  readonly previous: Cell<N>;
  /** The regions' comparison, where the rule compares: a share of full points, or a position. */
  readonly normalised: Cell<N>;
  /** One of the rule's own formulas, by its key. */
  readonly formula: (key: string) => Cell<N>;
  /** The level that was answered for a metric: yes, no, or a level's code. */
  readonly answer: (metric: string) => string | undefined;
}

/** Points, or what stands in their way, with the edges that were decided on the way. */
export type Scored<N> =
  | {
      readonly status: 'present';
      readonly value: N;
      readonly sides: Readonly<Record<string, Side>>;
    }
  | { readonly status: 'missing' | 'notApplicable' | 'pending' };

/** How a rule is told in Chinese: texts of its formulas, its unit, its metrics. */
export interface RuleWording {
  readonly full: string;
  readonly unit: string;
  readonly formula: (key: string) => string;
  readonly metric: (id: string) => string;
  readonly level: (metric: string, level: string) => string;
}

/** A kind of scoring rule: how it scores, where it turns, how it is said. */
export interface RuleKind<R extends PlanRule> {
  score<N>(rule: R, situation: Situation<N>): Scored<N>;
  /** `full` is the indicator's full points. */
  edges(rule: R, full: string): readonly Edge[];
  /** Values on the edges' sides, as far as they can be told; `step` is the smallest difference. */
  probes(rule: R, situation: Situation<Decimal>, step: Decimal): readonly Probe[];
  words(rule: R, say: RuleWording): string;
}

/** The rule of one kind. */
export type RuleOf<K extends PlanRule['kind']> = Extract<PlanRule, { kind: K }>;

/** An edge that can be met from both sides. */
export const BOTH: readonly Side[] = ['below', 'reached'];

/**
 * Of some values, nearest first, the first that falls on each side of each edge. The rule itself
 * is asked, so that no probe says what it is not.
 */
export function probesAmong<R extends PlanRule>(
  kind: RuleKind<R>,
  rule: R,
  situation: Situation<Decimal>,
  edges: readonly string[],
  values: readonly Decimal[],
): readonly Probe[] {
  const tried = values.map((value) => ({
    value,
    result: kind.score(rule, { ...situation, value }),
  }));
  return edges.flatMap((edge) =>
    BOTH.flatMap((side): readonly Probe[] => {
      const found = tried.find(
        ({ result }) => result.status === 'present' && result.sides[edge] === side,
      );
      return found === undefined ? [] : [{ edge, side, value: found.value }];
    }),
  );
}

/** Points that are known. */
export function scored<N>(value: N, sides: Readonly<Record<string, Side>> = {}): Scored<N> {
  return { status: 'present', value, sides };
}
