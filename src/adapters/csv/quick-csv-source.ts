import type { DataSource } from '../../ports/data-source.js';
import { isPlainCsv, parsePlainRows } from './parse-plain-rows.js';
import { readCsv } from './read-csv.js';

/**
 * A year's data in CSV.
 *
 * @param readOther reads files with quotation marks, for which a package is needed
 */
export function quickCsvSource(readOther: DataSource['read']): DataSource {
  return {
    endings: ['.csv', '.tsv'],
    read: (content, file) =>
      isPlainCsv(content) ? readCsv(content, file, parsePlainRows) : readOther(content, file),
  };
}
