import { documentsOf, type PageFacts } from '../arrange-pages.js';
import { besideNumber, type Group } from '../page-content.js';
import type { PrintedPage } from '../page-list.js';
import type { PdfFile } from '../pdf-file.js';
import { asReference, UnexpectedPdf } from '../pdf-value.js';
import { ParentTree } from '../structure-tree.js';

/**
 * The pages, by their objects, on which a document begins, in a print without pages between: the first
 * on which there is text of its own.
 *
 * @param articles each document's element of the text
 */
export function openingPages(
  file: PdfFile,
  printed: readonly PrintedPage[],
  articles: readonly number[],
): ReadonlySet<number> {
  const parents = new ParentTree(file);
  const documents = new Map(articles.map((element) => [element, element]));
  const documentOf = (element: number): number => {
    const known = documents.get(element);
    if (known !== undefined) return known;
    const parent = /\/P (\d+) 0 R/.exec(file.text(element))?.[1];
    if (parent === undefined) throw new UnexpectedPdf('文字不在任何一份公文里');
    const found = documentOf(Number(parent));
    documents.set(element, found);
    return found;
  };
  const opening = new Set<number>();
  let place = -1;
  for (const { id, dictionary, marks } of printed) {
    if (marks.has('between')) continue;
    const elements = parents.elementsOf(dictionary);
    const [first, last] = [elements[0], elements.at(-1)].map((each) =>
      documentOf(asReference(each)),
    );
    // What stands higher than its own page's head may be seen at the foot of the page before.
    if (first === undefined || first !== last) throw new UnexpectedPdf('多份公文的页面分不开');
    if (first === articles[place]) continue;
    place += 1;
    if (first !== articles[place]) throw new UnexpectedPdf('多份公文的页面分不开');
    opening.add(id);
  }
  return opening;
}

/**
 * The same pages, each with the number that it has in its document. Chromium counts on through the
 * whole print, so the number is taken from the page that is the print's second, third, … and looks
 * the same in its margins.
 */
export function numberedAnew(
  printed: readonly PrintedPage[],
  facts: readonly PageFacts[],
): PrintedPage[] {
  const pages = [...printed];
  for (const document of documentsOf(facts)) {
    for (const [at, page] of document.entries()) {
      const [own, like] = [printed[page], printed[at]];
      if (own !== undefined && like !== undefined && own !== like) {
        pages[page] = withNumberOf(own, like);
      }
    }
  }
  return pages;
}

function withNumberOf(page: PrintedPage, like: PrintedPage): PrintedPage {
  const own = numberOf(page);
  const other = numberOf(like);
  if (own === undefined) return page;
  if (other === undefined || besideNumber(own) !== besideNumber(other)) {
    throw new UnexpectedPdf('页码不能改写');
  }
  const groups = page.content.groups.map((group) => (group === own ? other : group));
  return { ...page, content: { ...page.content, groups } };
}

function numberOf({ content }: PrintedPage): Group | undefined {
  const numbers = content.groups.filter(({ marks }) => marks.has('number'));
  if (numbers.length > 1) throw new UnexpectedPdf('一页有几处页码');
  return numbers[0];
}
