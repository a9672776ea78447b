import type { WorkbookFaultCode } from '../../messages/workbook-faults.js';

/** Ends the reading of a file from any depth; caught once, where the file's reading begins. */
export class WorkbookRefused extends Error {
  readonly code: WorkbookFaultCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: WorkbookFaultCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
