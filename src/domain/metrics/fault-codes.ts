/** The codes of everything that can be wrong with a year's data. A code never changes meaning. */
export const DATA_FAULT_CODES = [
  'data-more-faults',
  // the shape of a YAML data file
  'data-unknown-key',
  'data-missing-key',
  'data-wrong-type',
  // any record
  'data-missing-field',
  'data-text-long',
  'data-ambiguous-name',
  'data-unknown-region',
  'data-region-not-assessed',
  'data-total-unwanted',
  'data-bad-period',
  'data-period-differs',
  'data-no-values-of-period',
  'data-bad-date',
  'data-contradiction',
  // numbers
  'data-not-a-number',
  'data-number-ambiguous',
  'data-number-scientific',
  'data-number-long',
  'data-percent-unit',
  'data-value-none',
  // values
  'data-unknown-metric',
  'data-computed-metric',
  'data-out-of-range',
  'data-not-whole',
  'data-unknown-level',
  'data-not-yes-no',
  'data-unknown-status',
  'data-status-with-value',
  'data-status-without-value',
  'data-granted-without-verifier',
  'data-granted-by-other',
  'data-granted-without-reason',
  'data-granted-not-allowed',
  // marks
  'data-unknown-indicator',
  'data-mark-on-block',
  'data-mark-on-rule',
  'data-unknown-stage',
  'data-unknown-marker',
  'data-mark-not-applicable',
  'data-mark-outside',
  'data-mark-step',
  'data-mark-without-reason',
  // events
  'data-unknown-event-kind',
  'data-unknown-event-level',
  'data-event-without-level',
  'data-event-share',
  'data-event-without-shares',
  'data-event-shares-sum',
  'data-event-differs',
  // targets, earlier results, decisions
  'data-target-unwanted',
  'data-unknown-grade',
  'data-bad-rank',
  'data-history-not-earlier',
  'data-decision-regions',
] as const;

/** One of the codes above. */
export type DataFaultCode = (typeof DATA_FAULT_CODES)[number];
