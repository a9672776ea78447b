import { failure, success } from '../../domain/kernel/result.js';
import { paperWorkbook } from '../../domain/workbooks/index.js';
import type { OfficeWriter } from '../../ports/office-writer.js';
import { readPapers } from '../html/read-papers.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import type { DrawPicture } from '../pictures/draw-picture.js';
import { chartsOf, drawCharts } from './draw-charts.js';
import { writeDocx } from './write-docx.js';

/**
 * Word drafts and workbooks from the same filled template as the printed file.
 *
 * @param draw makes pictures of charts; without it a draft has their words
 */
export function createOfficeWriter(
  draw: DrawPicture = () => Promise.resolve(undefined),
): OfficeWriter {
  return {
    async docx(filled) {
      const papers = readPapers(filled);
      if (!papers.ok) return papers;
      const pictures = await drawCharts(papers.value, draw);
      const undrawn = chartsOf(papers.value).length - pictures.size;
      const notice = `${String(undrawn)}幅图没有画出，稿中是图的文字说明。打印字体是否齐全，可运行 npm run kaoheng -- doctor 查看。`;
      return success({
        docx: writeDocx(papers.value, filled, pictures),
        notices: undrawn === 0 ? [] : [notice],
      });
    },
    papers: readPapers,
    async xlsx(filled) {
      const papers = readPapers(filled);
      if (!papers.ok) return papers;
      const workbook = paperWorkbook(
        { title: filled.title, disclaimer: filled.facts.disclaimer },
        papers.value,
      );
      if (workbook === undefined) {
        return failure({ code: 'no-tables', facts: { template: filled.manifest.label } });
      }
      return success(await writeWorkbook(workbook));
    },
  };
}
