import type { Paper } from '../domain/papers/index.js';
import type { Result } from '../domain/kernel/result.js';
import type { PrintFault } from './document-renderer.js';
import type { FilledTemplate } from './template-source.js';

/** A draft, and what its reader should know of it, in Chinese. */
export interface WrittenDraft {
  readonly docx: Uint8Array;
  readonly notices: readonly string[];
}

/**
 * Writes filled documents for people with Word, WPS or LibreOffice.
 *
 * Implement it so that the same document gives the same bytes, that no text of it can become a field
 * or a formula, and that what a template says is either written or refused, never left out.
 */
export interface OfficeWriter {
  /**
   * 代拟稿: the document as .docx with true styles, its number and date left blank, every figure and
   * name of the run in a content control of its own, the run's hash in the custom properties; charts
   * as pictures, or, where they cannot be drawn, as their words, with a notice.
   */
  docx(filled: FilledTemplate): Promise<Result<WrittenDraft, PrintFault>>;
  /** The words of the document, by which what became of a draft or a print is checked. */
  papers(filled: FilledTemplate): Result<readonly Paper[], PrintFault>;
  /** Every table of the document as .xlsx, one sheet a table, numbers as numbers. */
  xlsx(filled: FilledTemplate): Promise<Result<Uint8Array, PrintFault>>;
}
