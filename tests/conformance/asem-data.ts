import { parse } from 'csv-parse/sync';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the reference's results lie: beside the checkout, or where the environment says. */
const FOLDER = join(
  process.env['KAOHENG_CONFORMANCE_DATA'] ??
    resolve(import.meta.dirname, '../../../shared/conformance'),
  'asem',
);

/** Whether the data are there; they are read in place and no part of the project. */
export const isThere = existsSync(join(FOLDER, 'manifest.csv'));

/** The names of all files, sorted. */
export function fileNames(): readonly string[] {
  return isThere ? readdirSync(FOLDER).sort() : [];
}

/** The rows of a file, by column name. */
export function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(FOLDER, file)), { columns: true });
}

/** A number, or undefined for an empty cell. */
export function numberIn(text: string | undefined): number | undefined {
  return text === undefined || text === '' || text === 'NA' ? undefined : Number(text);
}

/** A table of numbers: its units in order, and each column by name. */
export interface Table {
  readonly units: readonly string[];
  readonly columns: ReadonlyMap<string, readonly (number | undefined)[]>;
}

/** Reads a table whose first column is uCode. */
export function tableOf(file: string): Table {
  const rows = rowsOf(file);
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'uCode');
  return {
    units: rows.map((row) => row['uCode'] ?? ''),
    columns: new Map(names.map((name) => [name, rows.map((row) => numberIn(row[name]))])),
  };
}
