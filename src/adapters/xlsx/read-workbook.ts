import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { RawWorkbook } from '../../domain/workbooks/index.js';
import type { WorkbookFaultCode } from '../../messages/workbook-faults.js';
import { parseWorkbook } from './parse-workbook.js';
import { WorkbookRefused } from './workbook-refused.js';

/** Why a file was not read. */
export interface Refused {
  readonly code: WorkbookFaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads a workbook, in whatever thread; a file that should not be read is a value, not a throw. */
export function readWorkbook(content: Uint8Array): Result<RawWorkbook, Refused> {
  try {
    return success(parseWorkbook(content));
  } catch (error) {
    if (error instanceof WorkbookRefused) return failure({ code: error.code, facts: error.facts });
    // What a reader of bytes trips over when a directory lies about its lengths.
    if (error instanceof RangeError) return failure({ code: 'workbook-damaged', facts: {} });
    throw error;
  }
}
