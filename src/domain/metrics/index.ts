export type {
  DataFile,
  DataRecord,
  FieldName,
  FormMark,
  HeaderText,
  ReadNotice,
  RecordKind,
} from './data-record.js';
export { dataSchema, type DataInput } from './data.schema.js';
export { DATA_FAULT_CODES, type DataFaultCode } from './fault-codes.js';
export { newEventNumber } from './event-number.js';
export { findFindings } from './findings/find-findings.js';
export { FINDING_CODES, type FindingCode } from './findings/finding-codes.js';
export { indicatorsOf, metricsOfIndicator } from './metric-uses.js';
export { readDataDocument } from './read-data-document.js';
export { readPeriod } from './record-reader.js';
export { examineYearData, readYearData, type ReadYearOptions } from './read-year-data.js';
export { lookUpValue, valueTable, type ValueTable } from './value-table.js';
export type {
  EventRecord,
  FiledTarget,
  Finding,
  Mark,
  PastResult,
  Provenance,
  SkippedValue,
  SubmittedValue,
  TieDecision,
  YearData,
} from './year-data.js';
