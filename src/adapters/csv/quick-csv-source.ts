import type { DataSource } from '../../ports/data-source.js';
import { isPlainCsv, parsePlainRows } from './parse-plain-rows.js';
import { readCsv } from './read-csv.js';

/** A year's data in CSV; the package is loaded by the first file with quotation marks. */
export const quickCsvSource: DataSource = {
  endings: ['.csv', '.tsv'],
  async read(content, file) {
    if (isPlainCsv(content)) return readCsv(content, file, parsePlainRows);
    const { csvDataSource } = await import('./csv-data-source.js');
    return csvDataSource.read(content, file);
  },
};
