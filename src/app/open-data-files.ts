import type { Fault } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { DataFile } from '../domain/metrics/index.js';
import type { DataLibrary } from '../ports/data-library.js';
import type { Refusal } from './refusal.js';

/** What stands in some files and folders. */
export interface OpenedFiles {
  readonly files: readonly DataFile[];
  readonly faults: readonly Fault[];
  /** Folders with workbooks inside a folder, which are not read. */
  readonly unread: readonly string[];
}

/**
 * Opens data by their paths and goes on where a file has faults; a path that leads to nothing, or
 * to what is no data, is refused.
 */
export async function openDataFiles(
  library: DataLibrary,
  paths: readonly string[],
): Promise<Result<OpenedFiles, Refusal>> {
  const files: DataFile[] = [];
  const faults: Fault[] = [];
  const unread: string[] = [];
  for (const path of paths) {
    const opened = await library.open(path);
    if (opened.status !== 'read') return failure({ kind: 'data', ...opened });
    if (opened.files.ok) files.push(...opened.files.value);
    else faults.push(...opened.files.error);
    unread.push(...(opened.unread ?? []));
  }
  return success({ files, faults, unread });
}
