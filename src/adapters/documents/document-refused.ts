import type { DocumentFaultCode } from '../../messages/document-faults.js';

/** Ends the reading of a document from any depth; caught once, where its reading begins. */
export class DocumentRefused extends Error {
  readonly code: DocumentFaultCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: DocumentFaultCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
