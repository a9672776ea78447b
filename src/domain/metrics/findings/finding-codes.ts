/** The codes of everything that a check can find in a year's data. A code never changes meaning. */
export const FINDING_CODES = [
  'data-total-differs',
  'data-total-unchecked',
  'data-parts-differ',
  'data-stated-rate-differs',
  'data-stated-rate-without-counts',
  'data-sample-small',
  'data-sample-absent',
  'data-jump',
  'data-relation-broken',
  'data-missing',
  'data-not-applicable-pending',
  'data-published-without-source',
  'data-metric-dropped',
  'data-target-below-minimum',
  'data-matter-in-two-kinds',
  'data-event-perhaps-twice',
  'data-event-without-document',
  'data-event-self-reported',
] as const;

/** One of the codes above. */
export type FindingCode = (typeof FINDING_CODES)[number];
