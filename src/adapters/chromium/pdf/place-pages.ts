import { arrangePages, type PageFacts } from './arrange-pages.js';
import { hasText, movedArea, withArea, writePageContent, type Rectangle } from './page-content.js';
import { setPages, type PrintedPage } from './page-list.js';
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

/** What came of placing the pages. */
export interface PlacedFile {
  readonly pages: number;
  readonly longColophons: number;
}

/** What the order of the pages depends on. */
export function factsOf(printed: readonly PrintedPage[]): PageFacts[] {
  return printed.map(({ marks, width, height, content }) => ({
    marks,
    isWide: width > height,
    isBlank: !hasText(content),
  }));
}

/**
 * Puts the pages as they are to be on paper: colophons on the last even page, landscape tables
 * standing, no mark left.
 */
export function placePages(file: PdfFile, printed: readonly PrintedPage[]): PlacedFile {
  const { pages, longColophons } = arrangePages(factsOf(printed));
  const parents = new ParentTree(file);
  const moves = new Map<number, Move | 'gone'>();
  const turned = new Map<number, Matrix>();
  const ids = pages.map((placed, place) => {
    const page = placed.page === null ? undefined : printed[placed.page];
    if (page === undefined) return emptyPage(file, printed);
    if (page.width > page.height) turned.set(page.id, standing(page.height));
    const colophon = placed.colophon === null ? undefined : printed[placed.colophon];
    const own = (place - (placed.page ?? place)) % 2 === 0 ? page : onOtherSide(page);
    const whole = colophon === undefined ? own : united(file, own, colophon, parents);
    if (colophon !== undefined) {
      const shift = parents.elementsOf(page.dictionary).length;
      moves.set(colophon.id, { page: page.id, shift });
      parents.append(page.dictionary, colophon.dictionary);
    }
    writePage(file, whole, placed.keepsNumber);
    return page.id;
  });
  const kept = new Set(ids);
  for (const { id } of printed) if (!kept.has(id) && !moves.has(id)) moves.set(id, 'gone');
  moveMarkedContent(file, moves);
  redirectLinks(file, moves);
  turnDestinations(file, turned);
  if (ids.length !== printed.length || ids.some((id, at) => id !== printed[at]?.id)) {
    setPages(file, ids);
    for (const page of printed) if (!kept.has(page.id)) dropPage(file, page, parents);
    parents.write();
  }
  return { pages: ids.length, longColophons };
}

/** Writes one page without its marks, turned if it is wide. */
function writePage(file: PdfFile, page: PrintedPage, keepsNumber: boolean): void {
  const contents = asReference(page.dictionary.entries.get('Contents'));
  const content = writePageContent(page.content, keepsNumber);
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
  const [x, y] = distance(colophon, area ?? mirrored);
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

/** Takes out a page that is not in the file any more. */
function dropPage(file: PdfFile, page: PrintedPage, parents: ParentTree): void {
  parents.remove(page.dictionary);
  file.remove(asReference(page.dictionary.entries.get('Contents')));
  file.remove(page.id);
}
