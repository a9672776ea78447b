import type { Mark } from './page-marks.js';

/** What the order of pages depends on. */
export interface PageFacts {
  readonly marks: ReadonlySet<Mark>;
  readonly isWide: boolean;
  /** Nothing stands in its page area. */
  readonly isBlank: boolean;
}

/** A page of the finished file. */
export interface PlacedPage {
  /** The printed page by its place; null for an empty one that is to be added. */
  readonly page: number | null;
  /** The colophon's page whose content goes onto this one. */
  readonly colophon: number | null;
  readonly keepsNumber: boolean;
}

/** How the pages are to stand, and what the reader should know. */
export interface Arrangement {
  readonly pages: readonly PlacedPage[];
  /** How many documents have a colophon that is longer than a page. */
  readonly longColophons: number;
}

/**
 * Puts colophons where GB/T 9704-2012 has them: on the last page, which is an even one since the
 * paper is printed on both sides. Chromium prints a colophon on a page of its own.
 *
 * - an even number of pages before it: it goes onto the last of them, which keeps room for it;
 * - an odd number: its own page is the even one and stays. Where the page before it is blank,
 *   neither carries a number (7.5 of the standard).
 * - the last page is a landscape table: a blank page goes between.
 *
 * Several documents in one file begin on a front side each, so that none shares a sheet of paper
 * with another.
 */
export function arrangePages(pages: readonly PageFacts[]): Arrangement {
  const documents = documentsOf(pages);
  let longColophons = 0;
  const placed = documents.map((document) => {
    const colophons = document.filter((page) => pages[page]?.marks.has('colophon'));
    if (colophons.length > 1) longColophons += 1;
    const [colophon] = colophons;
    if (colophon === undefined || colophons.length > 1 || colophon !== document.at(-1)) {
      return document.map((page) => onItsOwn(page, true));
    }
    return placeColophon(pages, document.slice(0, -1), colophon);
  });
  const all = placed.flatMap((document, index) =>
    index < placed.length - 1 && document.length % 2 === 1 ? [...document, EMPTY] : document,
  );
  return { pages: all, longColophons };
}

const EMPTY: PlacedPage = { page: null, colophon: null, keepsNumber: false };

/**
 * The documents that Chromium began on a left page, where margins and page numbers are mirrored: it
 * ignores `break-before: right`. One more page must stand before each of these, by the number of the
 * document.
 */
export function documentsOnLeftPages(pages: readonly PageFacts[]): number[] {
  let shift = 0;
  const found: number[] = [];
  for (const [number, [first = 0]] of documentsOf(pages).entries()) {
    if ((first + shift) % 2 === 1) {
      shift += 1;
      found.push(number);
    }
  }
  return found;
}

/** The pages of each document; what stands between two of them is left out. */
function documentsOf(pages: readonly PageFacts[]): number[][] {
  const documents: number[][] = [[]];
  for (const [index, { marks }] of pages.entries()) {
    if (marks.has('between')) documents.push([]);
    else documents.at(-1)?.push(index);
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
    if (!facts.isWide) return [...before, { page: last, colophon, keepsNumber: true }];
    return [...before, onItsOwn(last, true), EMPTY, onItsOwn(colophon, false)];
  }
  return [...before, onItsOwn(last, !facts.isBlank), onItsOwn(colophon, !facts.isBlank)];
}

function onItsOwn(page: number, keepsNumber: boolean): PlacedPage {
  return { page, colophon: null, keepsNumber };
}
