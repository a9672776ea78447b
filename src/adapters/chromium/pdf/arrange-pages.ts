import type { Mark } from './page-marks.js';

/** What the order of pages depends on. */
export interface PageFacts {
  readonly marks: ReadonlySet<Mark>;
  readonly isWide: boolean;
  /** Nothing stands in its page area. */
  readonly isBlank: boolean;
  /** A document begins on it, though no page between two documents stands before it. */
  readonly opensDocument: boolean;
}

/** A page of the finished file. */
export interface PlacedPage {
  /** The printed page by its place; null for an empty one that is to be added. */
  readonly page: number | null;
  /** The colophon's page whose content goes onto this one. */
  readonly colophon: number | null;
  readonly keepsNumber: boolean;
  /** Whether it is the first page of a letter, with its rules and without a number. */
  readonly opensLetter: boolean;
}

/** How a document's pages are to stand, and what the reader should know. */
export interface Arrangement {
  readonly pages: readonly PlacedPage[];
  /** Whether its colophon is longer than a page. */
  readonly hasLongColophon: boolean;
}

/**
 * How the pages of each document are to stand. Colophons go where GB/T 9704-2012 has them: on the
 * last page, which is an even one since the paper is printed on both sides. Chromium prints a
 * colophon on a page of its own.
 *
 * - an even number of pages before it: it goes onto the last of them, which keeps room for it;
 * - an odd number: its own page is the even one and stays. Where the page before it is blank,
 *   neither carries a number (7.5 of the standard).
 * - the last page is a landscape table: a blank page goes between.
 */
export function arrangePages(pages: readonly PageFacts[]): Arrangement[] {
  return documentsOf(pages).map((document) => {
    const colophons = document.filter((page) => pages[page]?.marks.has('colophon'));
    const [colophon] = colophons;
    const hasLongColophon = colophons.length > 1;
    const stays = colophon === undefined || hasLongColophon || colophon !== document.at(-1);
    const [first, ...more] = stays
      ? document.map((page) => onItsOwn(page, true))
      : placeColophon(pages, document.slice(0, -1), colophon);
    if (first === undefined) return { pages: [], hasLongColophon };
    const opensLetter = first.page !== null && pages[first.page]?.marks.has('letter') === true;
    const opening = opensLetter ? { ...first, opensLetter, keepsNumber: false } : first;
    return { pages: [opening, ...more], hasLongColophon };
  });
}

/**
 * The pages of a file that holds all these documents: each begins on a front side, so that none
 * shares a sheet of paper with another.
 */
export function inOneFile(documents: readonly Arrangement[]): PlacedPage[] {
  return documents.flatMap(({ pages }, index) =>
    index < documents.length - 1 && pages.length % 2 === 1 ? [...pages, EMPTY] : pages,
  );
}

const EMPTY: PlacedPage = { page: null, colophon: null, keepsNumber: false, opensLetter: false };

/** Whether every document begins on a right page, as its margins and page numbers are set. */
export function beginOnRightPages(pages: readonly PageFacts[]): boolean {
  return documentsOf(pages).every(([first = 0]) => first % 2 === 0);
}

/** The pages of each document; what stands between two of them is left out. */
export function documentsOf(pages: readonly PageFacts[]): number[][] {
  const documents: number[][] = [[]];
  for (const [index, { marks, opensDocument }] of pages.entries()) {
    if (marks.has('between') || opensDocument) documents.push([]);
    if (!marks.has('between')) documents.at(-1)?.push(index);
  }
  return documents.filter((document) => document.length > 0);
}

function placeColophon(
  pages: readonly PageFacts[],
  text: readonly number[],
  colophon: number,
): PlacedPage[] {
  const last = text.at(-1);
  const facts = last === undefined ? undefined : pages[last];
  if (last === undefined || facts === undefined) return [onItsOwn(colophon, true)];
  const before = text.slice(0, -1).map((page) => onItsOwn(page, true));
  if (text.length % 2 === 0) {
    if (!facts.isWide) return [...before, { ...onItsOwn(last, true), colophon }];
    return [...before, onItsOwn(last, true), EMPTY, onItsOwn(colophon, false)];
  }
  return [...before, onItsOwn(last, !facts.isBlank), onItsOwn(colophon, !facts.isBlank)];
}

function onItsOwn(page: number, keepsNumber: boolean): PlacedPage {
  return { page, colophon: null, keepsNumber, opensLetter: false };
}
