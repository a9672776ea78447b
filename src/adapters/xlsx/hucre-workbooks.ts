import { failure } from '../../domain/kernel/result.js';
import type { Workbooks } from '../../ports/workbooks.js';
import { annotateWorkbook } from './annotate-workbook.js';
import type { WorkbookReader } from './thread-reader.js';
import { writeWorkbook } from './write-workbook.js';

/** Workbooks written by hucre and read by our own reader. */
export function createWorkbooks(reader: WorkbookReader): Workbooks {
  return {
    async read(content, file) {
      const raw = await reader(content);
      return raw.ok ? raw : failure([{ ...raw.error, file, line: 1, column: 1 }]);
    },
    write: writeWorkbook,
    annotate: annotateWorkbook,
  };
}
