import type { Fault } from '../domain/kernel/fault.js';
import type { Result } from '../domain/kernel/result.js';
import type { DataFile } from '../domain/metrics/data-record.js';

/**
 * Reads one kind of data file into records.
 *
 * Implement it so that nothing in a file is trusted or interpreted: texts stay as they stand, every
 * record knows its place, all faults of the file come at once, and no content makes it throw.
 */
export interface DataSource {
  /** The endings of the files that it reads, in small letters, with the dot. */
  readonly endings: readonly string[];
  /**
   * Reads a file's bytes; `file` is the name that the faults show. What takes a thread of its own
   * gives a promise.
   */
  read(
    content: Uint8Array,
    file: string,
  ): Result<DataFile, readonly Fault[]> | Promise<Result<DataFile, readonly Fault[]>>;
}
