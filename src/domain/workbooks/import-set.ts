import { faultAt, type Fault } from '../kernel/fault.js';
import { failure, success, type Result } from '../kernel/result.js';
import { buildSet } from './build-set.js';
import { editSet } from './edit-set.js';
import type { RawWorkbook } from './raw-workbook.js';
import { readScoringTable } from './read-scoring-table.js';
import type { SetFiles } from './scoring-workbook.js';

/** A change of a YAML file: what is to stand at a path; undefined takes it away. */
export interface SetEdit {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What a person should know of an import, in the order of the table. */
export interface ImportNote {
  readonly kind: 'marked' | 'computed' | 'added' | 'changed' | 'removed' | 'ignored';
  readonly label: string;
  readonly text: string;
  /** Where it stands in the table; undefined for what is no longer there. */
  readonly at: string | undefined;
}

/** A set as it is to be written: from its own files with changes, or anew. */
export interface ImportedSet {
  readonly files: SetFiles;
  /** Changes of set.yaml. */
  readonly edits: readonly SetEdit[];
  /** The whole of set.yaml where there was none. */
  readonly built: Readonly<Record<string, unknown>> | undefined;
  readonly notes: readonly ImportNote[];
}

/** What the table does not say itself. */
export interface ImportOptions {
  readonly id: string;
  readonly year: string | undefined;
}

/**
 * 导入评分细则: makes a set of a scoring table. A workbook that was exported by this program gives
 * the set that it was exported from, with what was changed in the table; an office's own table
 * gives a draft, in which what maps to no rule is left to people.
 */
export function importSet(
  raw: RawWorkbook,
  file: string,
  options: ImportOptions,
): Result<ImportedSet, readonly Fault[]> {
  const faults: Fault[] = [];
  const table = readScoringTable(raw, file, faults);
  if (table === undefined) return failure(faults);
  if (table.rows.length === 0) {
    const place = { file, sheet: raw.sheets[0]?.name ?? '', line: 1, column: 1 };
    return failure([faultAt(place, 'workbook-no-scoring-table')]);
  }
  const imported =
    table.files === undefined
      ? buildSet(table, options, faults)
      : editSet(table, table.files, faults);
  return imported === undefined || faults.length > 0 ? failure(faults) : success(imported);
}
