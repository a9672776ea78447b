/** The codes of what can be wrong with a workbook that was filled in. A code never changes meaning. */
export const FORM_FAULT_CODES = [
  'workbook-without-mark',
  'workbook-mark-broken',
  'workbook-other-set',
  'workbook-other-year',
  'workbook-other-region',
  'workbook-unit-unknown',
  'workbook-unit-twice',
  'workbook-unit-unwanted',
  'workbook-missing-sheet',
  'workbook-missing-column',
  'workbook-column-twice',
  'workbook-row-without-name',
  'workbook-merged-input',
  'workbook-error-value',
  'workbook-formula-without-value',
  'workbook-percent-unclear',
  'workbook-control-character',
  'workbook-no-scoring-table',
  'workbook-no-points',
  'workbook-no-year',
  'workbook-no-place-in-tree',
  'workbook-unknown-code',
  'workbook-code-twice',
  'workbook-more-faults',
] as const;

/** One of the codes above. */
export type FormFaultCode = (typeof FORM_FAULT_CODES)[number];

/** What was read all the same and is told: findings, not faults. */
export const FORM_NOTICE_CODES = [
  'workbook-formula',
  'workbook-other-version',
  'workbook-folder-unread',
] as const;

/** One of the codes above. */
export type FormNoticeCode = (typeof FORM_NOTICE_CODES)[number];
