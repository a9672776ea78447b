import type { PageFacts, PlacedPage } from './arrange-pages.js';
import { hasText, movedArea, withArea, writePageContent, type Rectangle } from './page-content.js';
import { setPages, type PrintedPage } from './page-list.js';
import { LETTER_LIFT, type Mark } from './page-marks.js';
import type { PdfFile } from './pdf-file.js';
import {
  array,
  asDictionary,
  asReference,
  changed,
  dictionary,
  name,
  number,
  reference,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
} from './pdf-value.js';
import { moveMarkedContent, ParentTree, redirectLinks, type Move } from './structure-tree.js';
import {
  movedBy,
  standing,
  turnAnnotations,
  turnDestinations,
  turnResources,
  writeMatrix,
  type Matrix,
} from './turn-page.js';

/** What their order depends on; a document begins on opening pages, though none stands before them. */
export function factsOf(
  printed: readonly PrintedPage[],
  opening: ReadonlySet<number> = new Set(),
): PageFacts[] {
  return printed.map(({ id, marks, width, height, content }) => ({
    marks,
    isWide: width > height,
    isBlank: !hasText(content),
    opensDocument: opening.has(id),
  }));
}

/**
 * Puts the pages of each document as they are to be on paper: colophons on the last even page,
 * landscape tables standing, a letter's first page with its rules, no mark left. Every document is
 * to begin on the front of a sheet.
 *
 * @returns the objects of each document's pages, in order
 */
export function placePages(
  file: PdfFile,
  printed: readonly PrintedPage[],
  documents: readonly (readonly PlacedPage[])[],
): number[][] {
  const parents = new ParentTree(file);
  const moves = new Map<number, Move | 'gone'>();
  const moved = new Map<number, Matrix>();
  const place = (placed: PlacedPage, at: number): number => {
    const page = placed.page === null ? undefined : printed[placed.page];
    if (page === undefined) return emptyPage(file, printed);
    if (page.width > page.height) moved.set(page.id, standing(page.height));
    const colophon = placed.colophon === null ? undefined : printed[placed.colophon];
    const own = (at - (placed.page ?? at)) % 2 === 0 ? page : onOtherSide(page);
    const whole = colophon === undefined ? own : united(file, own, colophon, parents);
    if (colophon !== undefined) {
      const shift = parents.elementsOf(page.dictionary).length;
      moves.set(colophon.id, { page: page.id, shift });
      parents.append(page.dictionary, colophon.dictionary);
    }
    if (placed.opensLetter) {
      const matrix = movedBy(0, -LETTER_LIFT * 0.75);
      moved.set(page.id, matrix);
      writePage(file, lowered(file, whole, matrix), FRONT_OF_LETTER);
    } else writePage(file, whole, placed.keepsNumber ? NUMBERED : UNNUMBERED);
    return page.id;
  };
  const ids = documents.map((document) => document.map(place));
  const kept = new Set(ids.flat());
  for (const { id, marks, dictionary } of printed) {
    // Mostly nothing stands, and so nothing leads, between two documents.
    const isEmpty = marks.has('between') && parents.isEmpty(dictionary);
    if (!kept.has(id) && !moves.has(id) && !isEmpty) moves.set(id, 'gone');
  }
  moveMarkedContent(file, moves);
  redirectLinks(file, moves);
  turnDestinations(file, moved);
  for (const page of printed) if (!kept.has(page.id)) parents.remove(page.dictionary);
  if (kept.size < printed.length) parents.write();
  return ids;
}

/** Gives a file these pages alone, in this order. */
export function keepPages(
  file: PdfFile,
  printed: readonly PrintedPage[],
  pages: readonly number[],
): void {
  if (pages.length === printed.length && pages.every((id, at) => id === printed[at]?.id)) return;
  setPages(file, pages);
  const kept = new Set(pages);
  for (const page of printed.filter(({ id }) => !kept.has(id))) {
    file.remove(asReference(page.dictionary.entries.get('Contents')));
    file.remove(page.id);
  }
}

const NUMBERED: ReadonlySet<Mark> = new Set(['number']);
const UNNUMBERED: ReadonlySet<Mark> = new Set();
const FRONT_OF_LETTER: ReadonlySet<Mark> = new Set(['rule']);

/** Writes one page without its marks but these, turned if it is wide. */
function writePage(file: PdfFile, page: PrintedPage, kept: ReadonlySet<Mark>): void {
  const contents = asReference(page.dictionary.entries.get('Contents'));
  const content = writePageContent(page.content, kept);
  if (page.width <= page.height) {
    file.set(page.id, page.dictionary);
    file.setStream(contents, content);
    return;
  }
  const matrix = standing(page.height);
  const annotations = turnAnnotations(file, page.dictionary, matrix);
  file.set(
    page.id,
    changed(page.dictionary, {
      MediaBox: array([0, 0, page.height, page.width].map(number)),
      Rotate: number(90),
      Resources: turnResources(file, resourcesOf(file, page), matrix),
      ...(annotations.length === 0 ? {} : { Annots: array(annotations) }),
    }),
  );
  file.setStream(contents, `${writeMatrix(matrix)}${content}`);
}

/** A page with the colophon that has a page of its own so far. */
function united(
  file: PdfFile,
  page: PrintedPage,
  colophon: PrintedPage,
  parents: ParentTree,
): PrintedPage {
  const { area, scale } = page.content;
  const mirrored = mirroredArea(colophon);
  if (colophon.width !== page.width || colophon.height !== page.height) {
    throw new UnexpectedPdf('版记页与正文的纸张不同');
  }
  const [x, y] = distance(colophon, area === null ? mirrored : atFoot(mirrored, area));
  // The content counts downwards, the page upwards.
  const matrix = movedBy(x * scale, -y * scale);
  const first = parents.elementsOf(page.dictionary).length;
  const own = page.content.groups.filter((group) => !group.isMargin);
  const moved = movedArea(colophon.content, writeMatrix(movedBy(x, y)), first);
  const operations = `${own.map((group) => group.operations).join('')}${moved}`;
  const annotations = [
    ...turnAnnotations(file, page.dictionary, movedBy(0, 0)),
    ...turnAnnotations(file, colophon.dictionary, matrix),
  ];
  const resources = unitedResources(
    resourcesOf(file, page),
    turnResources(file, resourcesOf(file, colophon), matrix),
  );
  return {
    ...page,
    content: withArea(page.content, operations),
    dictionary: changed(page.dictionary, {
      Resources: resources,
      ...(annotations.length === 0 ? {} : { Annots: array(annotations) }),
    }),
  };
}

/** A rectangle at the foot of another: a letter's page area begins higher than its colophon's. */
function atFoot([, , width, height]: Rectangle, [left, top, , room]: Rectangle): Rectangle {
  return [left, top + room - height, width, height];
}

/** A page whose page area stands lower by a matrix. */
function lowered(file: PdfFile, page: PrintedPage, matrix: Matrix): PrintedPage {
  const down = movedBy(0, -matrix[5] / page.content.scale);
  const annotations = turnAnnotations(file, page.dictionary, matrix);
  return {
    ...page,
    content: withArea(page.content, movedArea(page.content, writeMatrix(down), 0)),
    dictionary: changed(page.dictionary, {
      Resources: turnResources(file, resourcesOf(file, page), matrix),
      ...(annotations.length === 0 ? {} : { Annots: array(annotations) }),
    }),
  };
}

/** A page whose page area stands as on the other side of the sheet. */
function onOtherSide(page: PrintedPage): PrintedPage {
  if (page.content.area === null || page.width > page.height) return page;
  const [x, y] = distance(page, mirroredArea(page));
  const area = movedArea(page.content, writeMatrix(movedBy(x, y)), 0);
  return { ...page, content: withArea(page.content, area) };
}

function distance(page: PrintedPage, to: Rectangle): [number, number] {
  const from = page.content.area;
  return from === null ? [0, 0] : [to[0] - from[0], to[1] - from[1]];
}

function mirroredArea(page: PrintedPage): Rectangle {
  const { area, scale } = page.content;
  if (area === null) throw new UnexpectedPdf('版记页没有内容');
  const [left, top, width, height] = area;
  return [page.width / scale - left - width, top, width, height];
}

function resourcesOf(file: PdfFile, page: PrintedPage): PdfDictionary {
  return file.dictionaryAt(page.dictionary.entries.get('Resources'));
}

/** The resources of two pages; Skia names each by its object, so equal names are equal things. */
function unitedResources(one: PdfDictionary, other: PdfDictionary): PdfDictionary {
  const all = new Map(one.entries);
  for (const [kind, value] of other.entries) {
    const mine = all.get(kind);
    if (mine === undefined) all.set(kind, value);
    else if (value.kind === 'dictionary') {
      const names = new Map(asDictionary(mine).entries);
      for (const [key, resource] of value.entries) {
        const own = names.get(key);
        if (own !== undefined && writeValue(own) !== writeValue(resource)) {
          throw new UnexpectedPdf(`两页的资源 ${key} 不同`);
        }
        names.set(key, resource);
      }
      all.set(kind, dictionary(names));
    }
  }
  return dictionary(all);
}

function emptyPage(file: PdfFile, printed: readonly PrintedPage[]): number {
  const like = printed.find(({ width, height }) => width <= height);
  const box = like ?? { width: 594.95996, height: 841.91998 };
  const contents = file.add(dictionary([]), '');
  return file.add(
    dictionary([
      ['Type', name('Page')],
      ['Resources', dictionary([])],
      ['MediaBox', array([0, 0, box.width, box.height].map(number))],
      ['Contents', reference(contents)],
    ]),
  );
}
