import type { EditedPaper } from '../domain/papers/index.js';
import type { Fault } from '../domain/kernel/fault.js';
import type { Result } from '../domain/kernel/result.js';

/** What a document says of what it was made of; empty where it does not say it. */
export interface DocumentMark {
  readonly template: string;
  readonly set: string;
  readonly version: string;
  /** A region's id, or `all`. */
  readonly region: string;
  readonly run: string;
}

/** A document that left the building: a draft that was edited, or a printed file. */
export type ReadDocument =
  | { readonly kind: 'draft'; readonly mark: DocumentMark; readonly paper: EditedPaper }
  | {
      readonly kind: 'print';
      readonly mark: DocumentMark;
      readonly title: string;
      /** All text of all pages, in the order in which it was set. */
      readonly text: string;
    };

/**
 * Reads documents that a stranger may have made: .docx and .pdf.
 *
 * Implement it so that nothing in a file is run, fetched or unpacked without limit; a file that should
 * not be read is a fault.
 */
export interface DocumentReader {
  read(content: Uint8Array, file: string): Promise<Result<ReadDocument, readonly Fault[]>>;
}
