import type { DataSource } from '../../ports/data-source.js';
import { parseRows } from './parse-rows.js';
import { readCsv } from './read-csv.js';

/** A year's data in CSV. */
export const csvDataSource = {
  endings: ['.csv', '.tsv'],
  read: (content: Uint8Array, file: string) => readCsv(content, file, parseRows),
} satisfies DataSource;
