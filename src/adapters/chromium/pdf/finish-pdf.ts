import { failure, success, type Result } from '../../../domain/kernel/result.js';
import { arrangePages, beginOnRightPages, inOneFile } from './arrange-pages.js';
import { describeFile, type FileFacts } from './describe-file.js';
import { readPages } from './page-list.js';
import { PdfFile } from './pdf-file.js';
import { UnexpectedPdf } from './pdf-value.js';
import { factsOf, keepPages, placePages } from './place-pages.js';
import { readFonts, type FontFacts } from './read-fonts.js';
import { hasStructure, renumberElements } from './structure-tree.js';

/** A file that is ready to be kept and put on paper. */
export interface FinishedPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly fonts: FontFacts;
  /** In Chinese. */
  readonly notices: readonly string[];
}

/**
 * The one pass over a PDF after Chromium: colophons and landscape tables stand as on paper, the file
 * says what it is, and nothing in it depends on when, where and after what it was printed.
 *
 * @returns what was unexpected in the file, in Chinese, when it is not as Chromium writes it
 */
export function finishPdf(bytes: Uint8Array, facts: FileFacts): Result<FinishedPdf, string> {
  try {
    const file = new PdfFile(bytes);
    if (!hasStructure(file)) return failure('没有结构标记，页面可能是空白的');
    const fonts = readFonts(file);
    const printed = readPages(file);
    const found = factsOf(printed);
    if (!beginOnRightPages(found)) return failure('多份公文未能各从单页起排');
    const documents = arrangePages(found);
    const [pages = []] = placePages(file, printed, [inOneFile(documents)]);
    keepPages(file, printed, pages);
    renumberElements(file);
    describeFile(file, facts);
    const longColophons = documents.filter((each) => each.hasLongColophon).length;
    const notices = longColophons === 0 ? [] : [longColophonNotice(longColophons)];
    return success({ pdf: file.bytes(), pages: pages.length, fonts, notices });
  } catch (error) {
    if (error instanceof UnexpectedPdf) return failure(error.message);
    throw error;
  }
}

/** What the reader should know of colophons that are longer than a page. */
export function longColophonNotice(count: number): string {
  return `有 ${count} 份公文的版记超过一页，未能移到末页页底。`;
}
