import { failure } from '../../domain/kernel/result.js';
import type { Workbooks } from '../../ports/workbooks.js';
import type { WorkbookReader } from './thread-reader.js';
import { writeWorkbook } from './write-workbook.js';

/** Workbooks as .xlsx; notes on a workbook that somebody else saved are hucre's part. */
export function createWorkbooks(reader: WorkbookReader): Workbooks {
  return {
    async read(content, file) {
      const raw = await reader(content);
      return raw.ok ? raw : failure([{ ...raw.error, file, line: 1, column: 1 }]);
    },
    write: writeWorkbook,
    async annotate(content, notes) {
      const { annotateWorkbook } = await import('./annotate-workbook.js');
      return annotateWorkbook(content, notes);
    },
  };
}
