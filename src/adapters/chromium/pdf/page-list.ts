import { levelContent } from './level-content.js';
import { readPageContent, marksOf, type PageContent } from './page-content.js';
import type { Mark } from './page-marks.js';
import type { PdfFile } from './pdf-file.js';
import {
  array,
  asItems,
  asNumber,
  asReference,
  changed,
  isToken,
  number,
  reference,
  UnexpectedPdf,
  type PdfDictionary,
} from './pdf-value.js';

/** A page as Chromium printed it. */
export interface PrintedPage {
  readonly id: number;
  readonly dictionary: PdfDictionary;
  readonly content: PageContent;
  readonly marks: ReadonlySet<Mark>;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/**
 * The pages of a file, in their order.
 *
 * @param places `level` counts each page's places from its own head (level-content.ts)
 */
export function readPages(file: PdfFile, places: 'printed' | 'level' = 'printed'): PrintedPage[] {
  // The pages between documents are as good as empty, and all alike.
  const known = new Map<string, PageContent>();
  return pageIds(file, pagesRoot(file)).map((id) => {
    const dictionary = file.dictionary(id);
    const box = asItems(dictionary.entries.get('MediaBox')).map(asNumber);
    const [left, bottom, width = 0, height = 0] = box;
    if (left !== 0 || bottom !== 0) throw new UnexpectedPdf('页面尺寸');
    const contents = asReference(dictionary.entries.get('Contents'));
    const raw = file.rawStream(contents);
    const key = raw !== null && raw.length < 300 ? Buffer.from(raw).toString('latin1') : null;
    const same = key === null ? undefined : known.get(key);
    const read = same ?? readPageContent(file.stream(contents));
    const content = same === undefined && places === 'level' ? levelContent(read) : read;
    if (key !== null) known.set(key, content);
    return { id, dictionary, content, marks: marksOf(content), width, height };
  });
}

/** The object at the root of the tree of pages. */
export function pagesRoot(file: PdfFile): number {
  return asReference(catalogOf(file).entries.get('Pages'));
}

/** The catalog: what the trailer calls the root. */
export function catalogOf(file: PdfFile): PdfDictionary {
  return file.dictionary(asReference(file.trailer.entries.get('Root')));
}

function pageIds(file: PdfFile, node: number): number[] {
  if (/^<<\/Type \/Page\s/.test(file.text(node))) return [node];
  const dictionary = file.dictionary(node);
  if (isToken(dictionary.entries.get('Type'), '/Page')) return [node];
  if (!isToken(dictionary.entries.get('Type'), '/Pages')) throw new UnexpectedPdf('页面树');
  return asItems(dictionary.entries.get('Kids')).flatMap((kid) => pageIds(file, asReference(kid)));
}

/** Gives a file these pages in this order, in a tree without branches. */
export function setPages(file: PdfFile, pages: readonly number[]): void {
  const root = pagesRoot(file);
  for (const branch of branchesBelow(file, root)) file.remove(branch);
  file.set(
    root,
    changed(file.dictionary(root), {
      Count: number(pages.length),
      Kids: array(pages.map(reference)),
    }),
  );
  for (const page of pages) {
    file.set(page, changed(file.dictionary(page), { Parent: reference(root) }));
  }
}

function branchesBelow(file: PdfFile, node: number): number[] {
  return asItems(file.dictionary(node).entries.get('Kids'))
    .map(asReference)
    .filter((kid) => isToken(file.dictionary(kid).entries.get('Type'), '/Pages'))
    .flatMap((kid) => [kid, ...branchesBelow(file, kid)]);
}
