import type { Finding } from '../metrics/year-data.js';
import type { EventResult, IndicatorDerivation, IndicatorStatus } from '../scoring/index.js';

/** What a pending indicator waits for: a person's mark, the other regions' data, a grant of 不适用. */
export type WaitsFor = 'marks' | 'otherRegions' | 'grant';

/** One node of the tree in a preview; numbers as plain decimal texts. */
export interface PreviewNode {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly level: number;
  readonly parent: string | null;
  readonly kind: 'block' | 'rule' | 'marks';
  readonly status: IndicatorStatus;
  /** Null unless it is pending; a block waits for what its parts wait for. */
  readonly waitsFor: WaitsFor | null;
  readonly value: string | null;
  readonly points: string | null;
  /** After redistribution: nought where the indicator does not apply. */
  readonly fullPoints: string;
  readonly selfPoints: string | null;
}

/** Points of some indicators out of theirs, and how many they are. */
export interface Subtotal {
  readonly points: string;
  readonly fullPoints: string;
  readonly indicators: number;
}

/**
 * What is known of the total, kept apart by how it is known. The full points of the four add up to
 * the set's, unless points of what does not apply go nowhere.
 */
export interface PreviewSubtotals {
  /** Computed by rule from the region's own data. */
  readonly computed: Subtotal;
  /** 自评 of marked indicators, as it would count: nobody has confirmed it. */
  readonly self: Subtotal;
  /** Neither computed nor marked by the region itself. */
  readonly pending: Omit<Subtotal, 'points'>;
  readonly missing: Omit<Subtotal, 'points'>;
}

/**
 * 预览: what one region's own data give. Never official: nobody has verified them, what compares
 * regions is pending, and there is neither rank nor grade.
 */
export interface Preview {
  readonly engine: string;
  readonly set: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    readonly fullPoints: string;
  };
  readonly period: string;
  readonly disclaimer: string | null;
  readonly region: { readonly id: string; readonly name: string; readonly code: string | null };
  readonly subtotals: PreviewSubtotals;
  /** Only where nothing is pending or missing; before it is ranked. */
  readonly score: string | null;
  readonly bonus: string;
  readonly penalty: string;
  readonly events: readonly EventResult[];
  /** In the set's order, a block before its parts. */
  readonly indicators: readonly PreviewNode[];
  readonly findings: readonly Finding[];
  /** Of the leaves that were asked for. */
  readonly derivation: readonly IndicatorDerivation[];
}
