import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { DocumentFaultCode } from '../../messages/document-faults.js';
import type { WorkbookFaultCode } from '../../messages/workbook-faults.js';
import type { ReadDocument } from '../../ports/document-reader.js';
import { LIMITS } from '../xlsx/limits.js';
import { WorkbookRefused } from '../xlsx/workbook-refused.js';
import { DocumentRefused } from './document-refused.js';
import { readDraft } from './read-draft.js';
import { readPrint } from './read-print.js';

/** Why a document was not read. */
export interface RefusedDocument {
  readonly code: DocumentFaultCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** A printed batch of 333 letters has 40 MB. */
const MOST_PDF_BYTES = 100 * 1024 * 1024;

/** What the guards of packages say, in the words of documents. */
const CODES: Partial<Record<WorkbookFaultCode, DocumentFaultCode>> = {
  'workbook-bomb': 'document-bomb',
  'workbook-encrypted': 'document-encrypted',
  'workbook-entities': 'document-entities',
};

/** Reads a document, in whatever thread; one that should not be read is a value, not a throw. */
export async function readDocument(
  content: Uint8Array,
): Promise<Result<ReadDocument, RefusedDocument>> {
  try {
    return success(await readByKind(content));
  } catch (error) {
    if (error instanceof DocumentRefused) return failure({ code: error.code, facts: error.facts });
    if (error instanceof WorkbookRefused) {
      return failure({ code: CODES[error.code] ?? 'document-damaged', facts: error.facts });
    }
    // What a reader of bytes trips over when a directory lies about its lengths.
    if (error instanceof RangeError) return failure({ code: 'document-damaged', facts: {} });
    throw error;
  }
}

async function readByKind(content: Uint8Array): Promise<ReadDocument> {
  const start = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  if (start.includes('%PDF-')) {
    checkSize(content, MOST_PDF_BYTES);
    return readPrint(content);
  }
  if (start.startsWith('PK')) {
    checkSize(content, LIMITS.fileBytes);
    return readDraft(content);
  }
  const isOld = start.startsWith('\u00d0\u00cf\u0011\u00e0');
  throw new DocumentRefused(isOld ? 'document-old-format' : 'document-unknown-kind');
}

function checkSize(content: Uint8Array, most: number): void {
  if (content.length <= most) return;
  throw new DocumentRefused('document-too-large', { limit: String(most / 1024 / 1024) });
}
