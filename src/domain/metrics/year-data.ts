import type { Place } from '../kernel/fault.js';

/** Where a number came from: in the provenance hash, not in the run hash. */
export interface Provenance {
  readonly source: string | undefined;
  /** The source is only the form in which it was filled in: nobody said where it is published. */
  readonly isSourceAssumed?: true;
  readonly verifier: string | undefined;
  /** Of a published statistic; left out where nothing of it is said. */
  readonly publication?: Publication;
  readonly place: Place;
}

/** Where a statistic was published: the index of an office, the satisfaction of a survey. */
export interface Publication {
  readonly issuer: string | undefined;
  readonly document: string | undefined;
  readonly date: string | undefined;
  /** How many were asked or tested, as a plain decimal. */
  readonly sample: string | undefined;
}

/** One submitted value of one region, metric and period. */
export interface SubmittedValue {
  readonly region: string;
  readonly metric: string;
  readonly period: string;
  /**
   * present: `text` is a plain decimal, a level's code or a text. notApplicable: granted by the
   * lead department. pending: 不适用 was asked for and not granted. A blank is no value at all.
   */
  readonly status: 'present' | 'notApplicable' | 'pending';
  readonly text: string;
  readonly reason: string | undefined;
  readonly provenance: Provenance;
}

/** 评分: a person's points for one region and indicator at one stage. */
export interface Mark {
  readonly region: string;
  readonly indicator: string;
  readonly stage: 'self' | 'department' | 'siteVisit' | 'review';
  /** A department's id, or a rater's name; the region itself for `self`. */
  readonly marker: string;
  readonly points: string;
  readonly reason: string | undefined;
  readonly evidence: string | undefined;
  readonly date: string | undefined;
  readonly place: Place;
}

/** 不适用 of a marked indicator, which the lead department grants; who asked or granted, and why. */
export interface Exemption {
  readonly region: string;
  readonly indicator: string;
  readonly status: 'asked' | 'granted';
  /** The region itself, or the lead department's id. */
  readonly by: string;
  readonly reason: string;
  readonly date: string | undefined;
  readonly place: Place;
}

/** An event of the register, per region concerned. */
export interface EventRecord {
  readonly id: string;
  readonly kind: string;
  readonly region: string;
  readonly level: string | undefined;
  readonly matter: string;
  readonly share: string;
  readonly occurred: string | undefined;
  readonly found: string | undefined;
  readonly authority: string | undefined;
  readonly document: string | undefined;
  readonly summary: string | undefined;
  /** Whether nobody but the region itself has written it down, in its own form. */
  readonly isSelfReported?: boolean;
  readonly place: Place;
}

/** 目标备案: the target that a region filed for a metric. */
export interface FiledTarget {
  readonly region: string;
  readonly metric: string;
  readonly value: string;
  readonly provenance: Provenance;
}

/** An earlier year's result, for consequences that look back. */
export interface PastResult {
  readonly region: string;
  readonly period: string;
  readonly grade: string | undefined;
  readonly rank: number | undefined;
  readonly score: string | undefined;
  readonly place: Place;
}

/** A recorded decision on a tie: the order of the regions, with its document. */
export interface TieDecision {
  readonly regions: readonly string[];
  readonly document: string;
  readonly reason: string;
  readonly place: Place;
}

/** A value of a metric that the set has dropped: it counts for nothing, and a finding says so. */
export interface SkippedValue {
  readonly region: string;
  readonly metric: string;
  readonly period: string;
  readonly place: Place;
}

/** A year's submitted data, parsed; sorted by region, metric, period and so on, so that order in the files is irrelevant. */
export interface YearData {
  readonly period: string;
  readonly values: readonly SubmittedValue[];
  readonly marks: readonly Mark[];
  readonly events: readonly EventRecord[];
  readonly targets: readonly FiledTarget[];
  readonly history: readonly PastResult[];
  readonly decisions: readonly TieDecision[];
  /** Values of dropped metrics; left out when there are none. */
  readonly skipped?: readonly SkippedValue[];
  /** 不适用 of marked indicators; left out when there are none. */
  readonly exemptions?: readonly Exemption[];
}

/** What a check found in the data. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'note';
  /** A code of the catalogue, e.g. data-total-differs. */
  readonly code: string;
  /** The check of the set that raised it; undefined for the engine's own findings. */
  readonly check: string | undefined;
  readonly region: string | undefined;
  readonly metric: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
  /** Where it stands, where it is about one place of a file. */
  readonly place?: Place;
}
