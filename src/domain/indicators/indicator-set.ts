import type { Expression } from '../formula/index.js';
import type { Rule } from './rules.schema.js';
import type { RegionSet } from './region-set.js';

/** Whether a number is official, an example to be decided, or not yet verified. */
export interface Source {
  readonly kind: 'official' | 'example' | 'unverified';
  readonly document?: string | undefined;
  readonly clause?: string | undefined;
  readonly note?: string | undefined;
}

/** A formula with the text it was written as. */
export interface Formula {
  readonly text: string;
  readonly expression: Expression;
}

/** 填报数据: one number (or answer) that is submitted for a region and a period. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly definition: string | undefined;
  readonly unit: string | undefined;
  readonly type:
    'count' | 'amount' | 'rate' | 'published' | 'stated' | 'yesNo' | 'level' | 'text' | 'computed';
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly supplier: 'region' | 'department' | 'thirdParty' | 'cycle';
  readonly department: string | undefined;
  readonly evidence: string | undefined;
  readonly partOf: string | undefined;
  /** Levels in the file's order: code to name; yesNo has yes and no. */
  readonly levels: ReadonlyMap<string, string>;
  readonly formula: Formula | undefined;
  readonly missing: 'refuse' | 'zero' | 'exclude' | 'lastYear';
  readonly target:
    { readonly atLeast: Formula | undefined; readonly notFiled: Formula | undefined } | undefined;
  readonly source: Source;
}

/** A parameter with the value in force at the end of the assessment year. */
export interface Parameter {
  readonly id: string;
  readonly label: string;
  readonly unit: string | undefined;
  readonly value: string;
  readonly source: Source;
}

/** A rule whose formulas are compiled; everything else stands as in the file. */
export type CompiledRule =
  | (Extract<Rule, { kind: 'target' }> & { readonly formulas: { readonly target: Formula } })
  | (Extract<Rule, { kind: 'linear' }> & {
      readonly formulas: { readonly zeroAt: Formula; readonly fullAt: Formula };
    })
  | (Extract<Rule, { kind: 'bands' }> & { readonly formulas: Readonly<Record<string, Formula>> })
  | (Exclude<Rule, { kind: 'target' | 'linear' | 'bands' }> & {
      readonly formulas: Readonly<Record<string, Formula>>;
    });

/** How a marked indicator's marks become points; every default filled. */
export interface MarkingRule {
  readonly step: string;
  readonly stages: { readonly department: string; readonly siteVisit: string };
  readonly unvisited: 'department' | 'pending';
  readonly joint: 'lead' | 'shares' | 'mean';
  readonly shares: Readonly<Record<string, string>>;
  readonly raters:
    | { readonly combine: 'mean' | 'trimmedMean'; readonly trim: number; readonly atLeast: number }
    | undefined;
}

interface NodeCommon {
  readonly id: string;
  readonly label: string;
  /** Number in the tree, as printed: 1, 1.2, 1.2.3, unless the file gives the document's own. */
  readonly number: string;
  /** 1 for a first-level indicator. */
  readonly level: number;
  readonly parent: string | undefined;
  /** The first-level indicator above it, or itself. */
  readonly block: string;
  readonly fullPoints: string;
  readonly weight: string;
  readonly source: Source;
  readonly note: string | undefined;
}

/** A node with children. */
export interface Block extends NodeCommon {
  readonly kind: 'block';
  readonly children: readonly string[];
  readonly aggregate: 'sum' | 'arithmeticMean' | 'geometricMean' | 'harmonicMean' | 'powerMean';
  readonly power: string | undefined;
}

/** A leaf: the thing that is scored. */
export interface Indicator extends NodeCommon {
  readonly kind: 'indicator';
  readonly unit: string | undefined;
  readonly value: Formula | undefined;
  readonly round: number | undefined;
  /** Exactly one of rule and marking is there. */
  readonly rule: CompiledRule | undefined;
  readonly marking: MarkingRule | undefined;
  readonly lead: string | undefined;
  readonly co: readonly string[];
  readonly clauses: readonly string[];
  readonly materials: string | undefined;
  readonly criterion: string | undefined;
  readonly sample:
    | {
        readonly metric: string;
        readonly atLeast: string;
        readonly below: 'missing' | 'notApplicable';
      }
    | undefined;
  readonly zeroDenominator: 'missing' | 'notApplicable';
  readonly notApplicable: {
    readonly regions: ReadonlyMap<string, string>;
    readonly mayBeGranted: boolean;
    readonly redistribute: 'siblings' | 'block' | 'whole' | 'rest';
  };
}

/** A node of the tree. */
export type IndicatorNode = Block | Indicator;

/** A kind of event in the register. */
export interface EventKind {
  readonly id: string;
  readonly label: string;
  readonly effect: 'bonus' | 'penalty' | 'veto';
  readonly points: Readonly<Record<string, string>>;
  /** What people call the levels; one without a name is called by its code. */
  readonly levels: Readonly<Record<string, string>>;
  readonly target: string | undefined;
  readonly once: boolean;
  readonly cap: string | undefined;
  readonly group: string | undefined;
  readonly veto:
    | { readonly kind: 'zero'; readonly node: string }
    | { readonly kind: 'lower'; readonly by: number }
    | { readonly kind: 'bar'; readonly grade: string }
    | { readonly kind: 'grade'; readonly grade: string }
    | undefined;
  readonly source: Source;
  readonly note: string | undefined;
}

/** One grade, high to low; the last has no condition. */
export interface Grade {
  readonly id: string;
  readonly label: string;
  readonly atLeast: string | undefined;
  readonly rankAtMost: number | undefined;
  readonly quota:
    | {
        readonly count: number | undefined;
        readonly percent: string | undefined;
        readonly rounding: 'down' | 'halfUp' | 'up';
        readonly minimum: number;
      }
    | undefined;
  readonly noVeto: boolean;
}

/** When a consequence applies: every condition of one line. */
export interface Condition {
  readonly grades: readonly string[] | undefined;
  readonly rankAtMost: number | undefined;
  readonly bottom: number | undefined;
  readonly vetoed: boolean | undefined;
  readonly years: number | undefined;
}

/** 结果运用: what follows for a region. */
export interface Consequence {
  readonly id: string;
  readonly label: string;
  readonly kind: 'praise' | 'appraisalPoints' | 'writtenReport' | 'admonitionTalk' | 'other';
  readonly text: string;
  readonly points: string | undefined;
  readonly when: readonly Condition[];
  readonly source: Source;
}

/** One check of submitted data; which of the keys are there depends on its kind. */
export interface Check {
  readonly id: string;
  readonly label: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly rule:
    | { readonly kind: 'regionsTotal'; readonly metric: string; readonly tolerance: string }
    | {
        readonly kind: 'parts';
        readonly metric: string;
        readonly parts: readonly string[];
        readonly tolerance: string;
      }
    | {
        readonly kind: 'statedRate';
        readonly stated: string;
        readonly computed: Formula;
        readonly tolerance: string | undefined;
      }
    | { readonly kind: 'sample'; readonly metric: string; readonly atLeast: string }
    | {
        readonly kind: 'jump';
        readonly metric: string;
        readonly percent: string | undefined;
        readonly by: string | undefined;
      }
    | { readonly kind: 'relation'; readonly that: Formula };
}

/** The parts of a set that turn points into score, rank and grade. */
export type RuleBlock = 'score' | 'adjustments' | 'grading' | 'ranking';

/** 指标体系, normalised: defaults filled, references resolved, order fixed, base merged in. */
export interface IndicatorSet {
  readonly language: 1;
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** 考核的名称, as the title of a document says it. */
  readonly subject: string;
  readonly extends: { readonly id: string; readonly version: string } | undefined;
  readonly status: 'draft' | 'consultation' | 'issued' | 'superseded';
  readonly issued:
    | { readonly document: string; readonly date: string; readonly issuer: string | undefined }
    | undefined;
  readonly supersedes: { readonly id: string; readonly version: string } | undefined;
  readonly amendments: readonly {
    readonly document: string;
    readonly noticeDate: string;
    readonly from: string;
    readonly touches: readonly string[];
    readonly summary: string;
  }[];
  readonly year: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly fullPoints: string;
  readonly disclaimer: string | undefined;
  readonly issuer: { readonly name: string; readonly addressees: string } | undefined;
  readonly basis: readonly {
    readonly id: string;
    readonly title: string;
    readonly document: string | undefined;
    readonly date: string | undefined;
    readonly note: string | undefined;
    /** What the assessment rests on, or only a model that was looked at. */
    readonly use: 'basis' | 'reference';
  }[];
  readonly labels: { readonly example: string; readonly unverified: string };
  readonly departments: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly metrics: ReadonlyMap<string, Metric>;
  /** Old metric id to new one; undefined when it was dropped. */
  readonly retired: ReadonlyMap<string, string | undefined>;
  /** Every node, a parent before its children, in the file's order. */
  readonly nodes: ReadonlyMap<string, IndicatorNode>;
  /** First-level nodes in order. */
  readonly roots: readonly string[];
  readonly events: ReadonlyMap<string, EventKind>;
  readonly adjustments: {
    readonly bonusCap: string | undefined;
    readonly penaltyCap: string | undefined;
    readonly groupCaps: Readonly<Record<string, string>>;
    readonly mayPassFullPoints: boolean;
    readonly order: readonly ('bonus' | 'penalty' | 'veto')[];
    readonly dateCounts: 'occurred' | 'found';
    readonly vetoedRank: 'keep' | 'last' | 'unranked';
    readonly vetoedPlace: 'lapses' | 'passesOn';
  };
  /** Decimal places of the total. */
  readonly scorePlaces: number;
  readonly grading: {
    readonly within: 'all' | 'group';
    readonly from: 'printed' | 'exact';
    readonly ties: 'allIn' | 'allOut' | 'tieBreak' | 'decision';
    readonly unfilled: 'lapse' | 'passOn';
    readonly grades: readonly Grade[];
  };
  readonly ranking: {
    readonly ties: 'competition' | 'dense';
    readonly tieBreak: readonly string[];
  };
  /** Where the rules of the total rest, where the set says so; undefined where it says nothing. */
  readonly sources: Readonly<Partial<Record<RuleBlock, Source>>> | undefined;
  readonly consequences: readonly Consequence[];
  readonly checks: readonly Check[];
  readonly regions: RegionSet;
}
