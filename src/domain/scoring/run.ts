import type { Decimal } from '../kernel/decimal.js';
import type { Field, Plan, RunInputs } from '../plan/index.js';

/** 得分状态: what became of an indicator for a region. */
export type IndicatorStatus = 'scored' | 'missing' | 'notApplicable' | 'pending';

/** One indicator's (or block's) result for one region; numbers as plain decimal texts. */
export interface IndicatorResult {
  readonly value: string | null;
  readonly points: string | null;
  /** After redistribution: nought where the indicator does not apply. */
  readonly fullPoints: string;
  readonly selfPoints: string | null;
  readonly status: IndicatorStatus;
}

/** An event as it counted. */
export interface EventResult {
  readonly id: string;
  readonly kind: string;
  readonly effect: 'bonus' | 'penalty' | 'veto';
  readonly claimed: string;
  readonly counted: string;
  readonly reason: 'full' | 'otherYear' | 'sameMatter' | 'cap' | 'floor';
}

/** One region's result. */
export interface RegionResult {
  readonly id: string;
  readonly group: string | null;
  readonly score: string | null;
  readonly baseScore: string | null;
  readonly bonus: string;
  readonly penalty: string;
  readonly vetoes: readonly string[];
  readonly gradeBeforeVeto: string | null;
  readonly grade: string | null;
  readonly rank: number | null;
  readonly groupRank: number | null;
  readonly indicators: Readonly<Record<string, IndicatorResult>>;
  readonly blocks: Readonly<Record<string, IndicatorResult>>;
  readonly events: readonly EventResult[];
  readonly consequences: readonly string[];
}

/** 一次计分: plan, inputs, engine and results under one hash. */
export interface Run {
  readonly engine: string;
  readonly set: { readonly id: string; readonly version: string; readonly digest: string };
  readonly plan: Plan;
  readonly inputs: RunInputs;
  /** In rank order, ties by id, the unranked last. */
  readonly regions: readonly RegionResult[];
  /** SHA-256 of language, engine, plan, inputs and results; 64 hexadecimal digits. */
  readonly runHash: string;
  /** SHA-256 of where the data came from and who verified them. */
  readonly sourceHash: string;
  /** The columns, for the derivation; never stored, since plan and inputs give them again. */
  readonly field: Field<Decimal>;
}

/** What a derivation reads: a run, or the columns of a preview, which looks at one region alone. */
export type ComputedRun = Pick<Run, 'plan' | 'field'> & {
  readonly regions: readonly Pick<RegionResult, 'id' | 'indicators'>[];
  readonly isPreview?: true;
};
