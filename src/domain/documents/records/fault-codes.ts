/** Names in 文书记录 that nothing else knows; their shape has the codes of an indicator set's. */
export const RECORD_FAULT_CODES = [
  'record-unknown-region',
  'record-unknown-indicator',
  'record-unknown-metric',
  'record-unknown-office',
  'record-unknown-paper',
] as const;

/** A code of a fault in 文书记录. */
export type RecordFaultCode = (typeof RECORD_FAULT_CODES)[number];
