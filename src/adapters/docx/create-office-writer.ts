import { failure, success } from '../../domain/kernel/result.js';
import { paperWorkbook } from '../../domain/workbooks/index.js';
import type { OfficeWriter } from '../../ports/office-writer.js';
import { readPapers } from '../html/read-papers.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { writeDocx } from './write-docx.js';

/** Word drafts and workbooks from the same filled template as the printed file. */
export function createOfficeWriter(): OfficeWriter {
  return {
    docx(filled) {
      const papers = readPapers(filled);
      return papers.ok ? success(writeDocx(papers.value, filled)) : papers;
    },
    papers: readPapers,
    async xlsx(filled) {
      const papers = readPapers(filled);
      if (!papers.ok) return papers;
      const workbook = paperWorkbook(filled.title, papers.value);
      if (workbook === undefined) {
        return failure({ code: 'no-tables', facts: { template: filled.manifest.label } });
      }
      return success(await writeWorkbook(workbook));
    },
  };
}
