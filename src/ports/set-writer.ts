import type { SetEdit } from '../domain/workbooks/index.js';

/**
 * Writes rule files.
 *
 * Implement it so that a file without edits stays byte for byte as it is, and an edited one keeps
 * its comments and its order.
 */
export interface SetWriter {
  /** The text with the edits; a value that is undefined takes its key away. */
  edit(text: string, edits: readonly SetEdit[]): string;
  /** A file's text from its data. */
  write(data: Readonly<Record<string, unknown>>): string;
}
