import { setImmediate } from 'node:timers/promises';
import { failure, success, type Result } from '../../../../domain/kernel/result.js';
import { arrangePages, beginOnRightPages } from '../arrange-pages.js';
import type { FileFacts } from '../describe-file.js';
import { longColophonNotice, type FinishedPdf } from '../finish-pdf.js';
import { catalogOf, readPages } from '../page-list.js';
import { PdfFile } from '../pdf-file.js';
import { asItems, asReference, UnexpectedPdf, type PdfDictionary } from '../pdf-value.js';
import { isFullSize } from '../level-content.js';
import { factsOf, placePages } from '../place-pages.js';
import { hasStructure, ParentTree } from '../structure-tree.js';
import { cutDocument, type Sheaf } from './cut-document.js';
import { readOutline } from './outline.js';
import { numberedAnew, openingPages } from './close-pages.js';
import { SheafFonts } from './used-fonts.js';

/** How the documents of a print follow one another. */
export type Spacing = 'apart' | 'close';

/**
 * The finishing pass over a print of several documents: a file for each, as it would be printed alone.
 *
 * @param facts of each document, in their order
 * @param spacing apart: there are pages between the documents (page-marks.ts); close: there are not
 * @returns what was unexpected in the file, in Chinese; then each document is to be printed alone
 */
export async function cutSheaf(
  bytes: Uint8Array,
  facts: readonly FileFacts[],
  spacing: Spacing = 'apart',
): Promise<Result<FinishedPdf[], string>> {
  try {
    const file = new PdfFile(bytes);
    if (!hasStructure(file)) return failure('没有结构标记，页面可能是空白的');
    const read = readPages(file, 'level');
    const isClose = spacing === 'close' && facts.length > 1;
    const found = factsOf(
      read,
      isClose ? openingPages(file, read, articlesOf(file, facts.length)) : undefined,
    );
    const printed = isClose ? numberedAnew(read, found) : read;
    const documents = arrangePages(found);
    if (documents.length !== facts.length || !beginOnRightPages(found)) {
      return failure('多份公文的页面分不开');
    }
    // One that is too wide would make all of them smaller.
    if (facts.length > 1 && !printed.every(({ content }) => isFullSize(content))) {
      return failure('内容超宽，整页被缩小');
    }
    const pages = placePages(
      file,
      printed,
      documents.map((document) => document.pages),
    );
    const sheaf = readSheaf(file);
    const articles = articlesOf(file, facts.length);
    const finished: FinishedPdf[] = [];
    for (const [at, each] of facts.entries()) {
      const elements = facts.length === 1 ? articles : articles.slice(at, at + 1);
      const part = { pages: pages[at] ?? [], elements, facts: each };
      const notices = documents[at]?.hasLongColophon === true ? [longColophonNotice(1)] : [];
      finished.push({ ...cutDocument(sheaf, part), pages: part.pages.length, notices });
      // Others have their turn: the browser waits for its next sheaf, a server for its requests.
      if (finished.length < facts.length) await setImmediate();
    }
    return success(finished);
  } catch (error) {
    // A font is read by its own offsets, so a strange one may end in any error.
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function readSheaf(file: PdfFile): Sheaf {
  const root = structureOf(file);
  return {
    file,
    fonts: new SheafFonts(file),
    parents: new ParentTree(file),
    outline: readOutline(file),
    root,
    holder: asReference(root.entries.get('K')),
  };
}

function structureOf(file: PdfFile): PdfDictionary {
  return file.dictionaryAt(catalogOf(file).entries.get('StructTreeRoot'));
}

/** The elements right below the one that holds all; where there are several documents, one for each. */
function articlesOf(file: PdfFile, documents: number): readonly number[] {
  const holder = asReference(structureOf(file).entries.get('K'));
  const elements = asItems(file.dictionary(holder).entries.get('K')).map(asReference);
  if (documents > 1 && elements.length !== documents) {
    throw new UnexpectedPdf('多份公文的结构分不开');
  }
  return elements;
}
