import type { CsvFaultCode } from '../../messages/csv-faults.js';

/** A row with the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A fault of the file's syntax. */
export interface RowFault {
  readonly code: CsvFaultCode;
  readonly line: number;
  /** The number of the cell, from 1. */
  readonly column: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** The rows of a text, and what is wrong with others. */
export interface CsvRows {
  readonly rows: readonly CsvRow[];
  readonly faults: readonly RowFault[];
}
