/** One number (or answer) that went into a score. */
export interface DerivationInput {
  readonly label: string;
  readonly period: string;
  /** As printed: the number with its unit, or 缺报, 不适用, 待定. */
  readonly value: string;
  readonly source: string | null;
  readonly verifier: string | null;
}

/** One step from the data to the points, in words and in numbers. */
export interface DerivationStep {
  readonly operation: string;
  /** What is done, in Chinese words a non-programmer follows. */
  readonly words: string;
  /** The same with this region's numbers; null where there are none. */
  readonly numbers: string | null;
  readonly result: string | null;
}

/** How one indicator's points came about. */
export interface IndicatorDerivation {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly status: 'scored' | 'missing' | 'notApplicable' | 'pending';
  readonly points: string | null;
  readonly fullPoints: string;
  readonly lead: string | null;
  readonly clauses: readonly string[];
  /** 示例 or 待核, or where the rule comes from. */
  readonly source: string | null;
  readonly inputs: readonly DerivationInput[];
  readonly steps: readonly DerivationStep[];
}

/** 得分推导: how a region's score, rank and grade came about; derived from a run on demand. */
export interface Derivation {
  readonly region: { readonly id: string; readonly name: string; readonly code: string | null };
  readonly set: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly digest: string;
  };
  readonly engine: string;
  readonly runHash: string;
  readonly period: string;
  readonly disclaimer: string | null;
  readonly indicators: readonly IndicatorDerivation[];
  /** Sum, events, rounding, rank, grade; empty when one indicator was asked for. */
  readonly total: readonly DerivationStep[];
}
