import type { Fault } from '../domain/kernel/fault.js';
import type { Result } from '../domain/kernel/result.js';
import type { DataFile } from '../domain/metrics/index.js';

/** What became of a path that should hold data. */
export type OpenedData =
  | {
      readonly status: 'read';
      readonly files: Result<readonly DataFile[], readonly Fault[]>;
      /** Folders inside the folder in which workbooks lie: they were not read. */
      readonly unread?: readonly string[];
    }
  | {
      readonly status: 'notFound' | 'empty' | 'unreadable';
      readonly path: string;
      readonly unread?: readonly string[];
    };

/** Opens data: a file, or a folder's own files (not those of folders inside it). */
export interface DataLibrary {
  open(path: string): Promise<OpenedData>;
}
