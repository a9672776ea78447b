import { failure } from '../../domain/kernel/result.js';
import { readForm } from '../../domain/workbooks/index.js';
import type { DataSource } from '../../ports/data-source.js';
import type { WorkbookReader } from './thread-reader.js';
import { WORKBOOK_ENDINGS } from './workbook-endings.js';

/** A year's data in workbooks that the program made and an office filled in. */
export function xlsxDataSource(read: WorkbookReader): DataSource {
  return {
    endings: WORKBOOK_ENDINGS,
    async read(content, file) {
      const raw = await read(content);
      if (raw.ok) return readForm(raw.value, file);
      return failure([{ ...raw.error, file, line: 1, column: 1 }]);
    },
  };
}
