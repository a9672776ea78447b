import type { Fault } from '../domain/kernel/fault.js';
import type { Result } from '../domain/kernel/result.js';
import type { RawWorkbook, Workbook } from '../domain/workbooks/index.js';

/** A note to be put on a cell; rows and columns count from 1. */
export interface CellNote {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * Reads and writes workbooks for people with Excel, WPS or LibreOffice.
 *
 * Implement it so that a text is stored as a text, whatever it begins with: nothing that a user
 * wrote may become a formula in somebody else's program.
 */
export interface Workbooks {
  /** Every cell of a workbook that a stranger made, or why it is not read. */
  read(content: Uint8Array, file: string): Promise<Result<RawWorkbook, readonly Fault[]>>;
  /** The bytes of an .xlsx file. */
  write(workbook: Workbook): Promise<Uint8Array>;
  /**
   * A copy of a workbook that was read before, with notes on its cells; everything else stays as it
   * was. A cell's own note is kept above ours.
   */
  annotate(content: Uint8Array, notes: readonly CellNote[]): Promise<Uint8Array>;
}
