import type { Expression } from '../formula/index.js';
import type { EventKind } from '../indicators/index.js';
import type { Rule } from '../indicators/rules.schema.js';
import type { NormaliseMethod } from './normalisations.js';

/** A region as the plan sees it; sorted by id. */
export interface PlanRegion {
  readonly id: string;
  readonly group: string | null;
  /** Whose values stand for this region's earlier years: a rename's predecessor, or several. */
  readonly past: readonly string[];
  /** What several predecessors give: missing after a split or merger, or their sum. */
  readonly pastBy: 'same' | 'sum' | 'missing';
}

/** Reads a metric's column under its policy for missing values. */
export interface ImputeOperation {
  readonly op: 'impute';
  readonly metric: string;
  readonly yearsBack: number;
  readonly policy: 'refuse' | 'zero' | 'exclude' | 'lastYear';
}

/** Reads the targets filed for a metric: what was filed, at least the floor, or the default. */
export interface TargetOperation {
  readonly op: 'target';
  readonly metric: string;
  readonly atLeast: Expression | null;
  readonly notFiled: Expression | null;
}

/** Computes a formula into a column: a computed metric's, or an indicator's value. */
export interface ValueOperation {
  readonly op: 'value';
  readonly column: string;
  readonly expression: Expression;
  readonly round: number | null;
  readonly zeroDenominator: 'missing' | 'notApplicable';
}

/** Sets aside what does not apply or rests on too small a sample. */
export interface ScreenOperation {
  readonly op: 'screen';
  readonly indicator: string;
  readonly sample: {
    readonly metric: string;
    readonly atLeast: string;
    readonly below: 'missing' | 'notApplicable';
  } | null;
  readonly notApplicable: readonly string[];
}

/** Compares the regions: shares of the best, ranks, and the literature's normalisations. */
export interface NormaliseOperation {
  readonly op: 'normalise';
  readonly indicator: string;
  readonly method: NormaliseMethod;
  readonly better: 'higher' | 'lower';
  readonly lower: string | null;
  readonly upper: string | null;
  readonly mean: string | null;
  readonly deviation: string | null;
  readonly reference: string | null;
  readonly target: Expression | null;
  readonly smallestField: number;
  /** What all get where all values are equal; missing where nothing is said. */
  readonly equal?: 'full' | 'zero' | 'middle';
}

/** A rule with its formulas as trees; labels and texts left behind. */
export type PlanRule = Rule & { readonly formulas: Readonly<Record<string, Expression>> };

/** Turns a value into points. */
export interface PointsOperation {
  readonly op: 'points';
  readonly indicator: string;
  readonly rule: PlanRule;
  readonly fullPoints: string;
}

/** Turns persons' marks into points. */
export interface MarksOperation {
  readonly op: 'marks';
  readonly indicator: string;
  readonly fullPoints: string;
  /** Regions to which the set says it does not apply. */
  readonly notApplicable: readonly string[];
  readonly lead: string | null;
  readonly co: readonly string[];
  readonly stages: { readonly department: string; readonly siteVisit: string };
  readonly unvisited: 'department' | 'pending';
  readonly joint: 'lead' | 'shares' | 'mean';
  readonly shares: Readonly<Record<string, string>>;
  readonly raters: {
    readonly combine: 'mean' | 'trimmedMean';
    readonly trim: number;
    readonly atLeast: number;
  } | null;
}

/** One unit among which points are redistributed: a leaf, or a block that is no plain sum. */
export interface ShareUnit {
  readonly id: string;
  readonly fullPoints: string;
  /** The blocks above it, nearest first. */
  readonly above: readonly string[];
  readonly redistribute: 'siblings' | 'block' | 'whole' | 'rest';
}

/** Gives the points of what does not apply to what does. */
export interface RedistributeOperation {
  readonly op: 'redistribute';
  readonly units: readonly ShareUnit[];
}

/** Puts children together into a block. */
export interface AggregateOperation {
  readonly op: 'aggregate';
  readonly node: string;
  readonly method: 'sum' | 'arithmeticMean' | 'geometricMean' | 'harmonicMean' | 'powerMean';
  readonly power: string | null;
  readonly fullPoints: string;
  /** Whether it stands below a mean: its missing parts are then re-weighted within it. */
  readonly isInner: boolean;
  readonly children: readonly {
    readonly id: string;
    readonly weight: string;
    readonly fullPoints: string;
  }[];
}

/** One kind of event and what it does. */
export interface PlanEventKind {
  readonly id: string;
  readonly effect: 'bonus' | 'penalty' | 'veto';
  readonly points: Readonly<Record<string, string>>;
  readonly target: string | null;
  readonly once: boolean;
  readonly cap: string | null;
  readonly group: string | null;
  readonly veto: NonNullable<EventKind['veto']> | null;
}

/** Bonuses, penalties and vetoes on the total and on nodes. */
export interface AdjustOperation {
  readonly op: 'adjust';
  readonly kinds: readonly PlanEventKind[];
  readonly window: { readonly from: string; readonly to: string };
  readonly dateCounts: 'occurred' | 'found';
  readonly order: readonly ('bonus' | 'penalty' | 'veto')[];
  readonly bonusCap: string | null;
  readonly penaltyCap: string | null;
  readonly groupCaps: Readonly<Record<string, string>>;
  readonly mayPassFullPoints: boolean;
  readonly fullPoints: string;
  readonly places: number;
  /** Each node's parent, so that what a node loses its blocks lose too. */
  readonly parents: Readonly<Record<string, string | null>>;
  readonly roots: readonly string[];
}

/** 名次. */
export interface RankOperation {
  readonly op: 'rank';
  readonly from: 'printed' | 'exact';
  readonly ties: 'competition' | 'dense';
  readonly tieBreak: readonly string[];
  readonly vetoedRank: 'keep' | 'last' | 'unranked';
}

/** 等级. */
export interface GradeOperation {
  readonly op: 'grade';
  readonly within: 'all' | 'group';
  readonly from: 'printed' | 'exact';
  readonly ties: 'allIn' | 'allOut' | 'tieBreak' | 'decision';
  readonly unfilled: 'lapse' | 'passOn';
  readonly vetoedPlace: 'lapses' | 'passesOn';
  readonly grades: readonly {
    readonly id: string;
    readonly atLeast: string | null;
    readonly rankAtMost: number | null;
    readonly quota: {
      readonly count: number | null;
      readonly percent: string | null;
      readonly rounding: 'down' | 'halfUp' | 'up';
      readonly minimum: number;
    } | null;
    readonly noVeto: boolean;
  }[];
}

/** 结果运用. */
export interface ConsequencesOperation {
  readonly op: 'consequences';
  readonly consequences: readonly {
    readonly id: string;
    readonly when: readonly {
      readonly grades: readonly string[] | null;
      readonly rankAtMost: number | null;
      readonly bottom: number | null;
      readonly vetoed: boolean | null;
      readonly years: number | null;
    }[];
  }[];
}

/** The closed vocabulary of what can be done to columns. */
export type Operation =
  | ImputeOperation
  | TargetOperation
  | ValueOperation
  | ScreenOperation
  | NormaliseOperation
  | PointsOperation
  | MarksOperation
  | RedistributeOperation
  | AggregateOperation
  | AdjustOperation
  | RankOperation
  | GradeOperation
  | ConsequencesOperation;

/**
 * A set compiled for one period: plain data, an ordered list of column operations. It carries no
 * labels, so that mending a word changes no result and no run hash; a browser can run it as it is.
 */
export interface Plan {
  readonly language: 1;
  readonly period: string;
  /** The periods that formulas look back to: yearsBack to period. */
  readonly periods: readonly string[];
  readonly regions: readonly PlanRegion[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly operations: readonly Operation[];
}
