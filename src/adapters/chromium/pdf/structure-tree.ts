import { catalogOf } from './page-list.js';
import type { PdfFile } from './pdf-file.js';
import {
  array,
  asDictionary,
  asItems,
  asNumber,
  asReference,
  changed,
  dictionary,
  isToken,
  number,
  redirected,
  reference,
  UnexpectedPdf,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';

/** Where the marked content of a page went. */
export interface Move {
  readonly page: number;
  /** What is added to its numbers. */
  readonly shift: number;
}

function rootOf(file: PdfFile): PdfDictionary {
  return file.dictionaryAt(catalogOf(file).entries.get('StructTreeRoot'));
}

function isElement(text: string): boolean {
  return text.startsWith('<</Type /StructElem');
}

/** The table that leads from a page's marked content back to the elements of the text. */
export class ParentTree {
  readonly #file: PdfFile;
  readonly #id: number;
  readonly #entries: Map<number, PdfValue>;

  constructor(file: PdfFile) {
    this.#file = file;
    this.#id = asReference(rootOf(file).entries.get('ParentTree'));
    const { entries } = file.dictionary(this.#id);
    if (entries.has('Kids')) throw new UnexpectedPdf('结构树的分支');
    const items = asItems(entries.get('Nums'));
    this.#entries = new Map(
      Array.from({ length: items.length / 2 }, (_, at) => [
        asNumber(items[at * 2]),
        items[at * 2 + 1] ?? reference(0),
      ]),
    );
  }

  /** The elements of a page's marked content, by number. */
  elementsOf(page: PdfDictionary): readonly PdfValue[] {
    const entry = this.#entries.get(keyOf(page));
    return asItems(entry?.kind === 'reference' ? this.#file.value(entry.id) : entry);
  }

  /** Whether a page has no marked content. */
  isEmpty(page: PdfDictionary): boolean {
    const entry = this.entryOf(page.entries.get('StructParents'));
    return entry?.kind !== 'reference' || /^\[\s*\]/.test(this.#file.text(entry.id));
  }

  /** What a key leads to, as it is written; of a link, the element that it belongs to. */
  entryOf(key: PdfValue | undefined): PdfValue | undefined {
    return key === undefined ? undefined : this.#entries.get(asNumber(key));
  }

  /** Adds the marked content of one page to that of another. */
  append(page: PdfDictionary, moved: PdfDictionary): void {
    const all = [...this.elementsOf(page), ...this.elementsOf(moved)];
    this.#entries.set(keyOf(page), array(all));
    this.remove(moved);
  }

  remove(page: PdfDictionary): void {
    this.#entries.delete(keyOf(page));
  }

  write(): void {
    const items = [...this.#entries].flatMap(([key, value]) => [number(key), value]);
    this.#file.set(this.#id, changed(this.#file.dictionary(this.#id), { Nums: array(items) }));
  }
}

function keyOf(page: PdfDictionary): number {
  return asNumber(page.entries.get('StructParents'));
}

/**
 * Tells the elements of the text that their marked content stands on another page now, or that it is
 * gone with its page: Chromium paints the next page's first line, cut off, where its glyphs reach up
 * into the page before. Text that stands nowhere else is never dropped.
 */
export function moveMarkedContent(file: PdfFile, moves: ReadonlyMap<number, Move | 'gone'>): void {
  if (moves.size === 0) return;
  for (const id of file.ids()) {
    const text = file.text(id);
    if (!isElement(text)) continue;
    const pages = [...text.matchAll(/\/Pg (\d+) 0 R/g)];
    if (!pages.some(([, page]) => moves.has(Number(page)))) continue;
    file.set(id, movedElement(file.dictionary(id), moves));
  }
}

type Moves = ReadonlyMap<number, Move | 'gone'>;

function movedElement(element: PdfDictionary, moves: Moves): PdfValue {
  const page = element.entries.get('Pg');
  const own = page === undefined ? undefined : moves.get(asReference(page));
  const kids = asItems(element.entries.get('K')).flatMap((kid) => movedKid(kid, own, moves));
  const [first] = kids;
  if (first === undefined) throw new UnexpectedPdf('要去掉的页上还有文字');
  const pageNow = own === 'gone' ? pageOf(first) : own && reference(own.page);
  const listed = own === 'gone' ? kids.map((kid) => onPage(kid, pageNow)) : kids;
  return changed(element, {
    ...(own === undefined ? {} : { Pg: pageNow ?? null }),
    K: kids.length === 1 ? (listed[0] ?? first) : array(listed),
  });
}

function pageOf(kid: PdfValue): PdfValue | undefined {
  return kid.kind === 'dictionary' ? kid.entries.get('Pg') : undefined;
}

/** A kid as it is written in an element of this page: its number alone, if it stands there. */
function onPage(kid: PdfValue, page: PdfValue | undefined): PdfValue {
  const own = pageOf(kid);
  const mark = kid.kind === 'dictionary' ? kid.entries.get('MCID') : undefined;
  if (own === undefined || page === undefined || mark === undefined) return kid;
  return asReference(own) === asReference(page) ? mark : kid;
}

function movedKid(kid: PdfValue, own: Move | 'gone' | undefined, moves: Moves): PdfValue[] {
  if (kid.kind === 'reference') return [kid];
  if (kid.kind === 'token') {
    if (own === undefined) return [kid];
    return own === 'gone' ? [] : [number(asNumber(kid) + own.shift)];
  }
  if (kid.kind === 'array') throw new UnexpectedPdf('结构元素的内容');
  const page = kid.entries.get('Pg');
  const move = page === undefined ? own : moves.get(asReference(page));
  if (move === undefined) return [kid];
  if (move === 'gone') return [];
  const mark = kid.entries.get('MCID');
  const moved = changed(kid, {
    ...(page === undefined ? {} : { Pg: reference(move.page) }),
    ...(mark === undefined ? {} : { MCID: number(asNumber(mark) + move.shift) }),
  });
  return [moved];
}

/** Turns what still leads to a page that is gone (outline, links) to the page that has its content. */
export function redirectLinks(file: PdfFile, moves: Moves): void {
  const pages = new Map(
    [...moves].flatMap(([from, move]) => (move === 'gone' ? [] : [[from, move.page] as const])),
  );
  if (pages.size === 0) return;
  const pattern = new RegExp(`(?<!\\d)(?:${[...pages.keys()].join('|')}) 0 R`);
  for (const id of file.ids()) {
    const text = file.text(id);
    if (!isElement(text) && pattern.test(text)) file.set(id, redirected(file.value(id), pages));
  }
}

const NODE = /\((node\d+)\)|\((?:[^()\\]|\\[^])*\)/g;

/**
 * Numbers the elements of the text in the order in which the file defines them. The browser gives
 * the numbers out through its whole life, so two prints of one page would differ.
 */
export function renumberElements(file: PdfFile): void {
  const root = rootOf(file);
  const tree = root.entries.get('IDTree');
  if (tree === undefined) return;
  const named: number[] = [];
  const numbers = new Map<string, string>();
  for (const id of file.ids()) {
    const text = file.text(id);
    if (!isElement(text) || !text.includes('(node')) continue;
    named.push(id);
    const own = /\/ID \((node\d+)\)/.exec(text)?.[1];
    if (own !== undefined) numbers.set(own, `node${String(numbers.size + 1).padStart(8, '0')}`);
  }
  const renamed = (node: string): string => {
    const found = numbers.get(node);
    if (found === undefined) throw new UnexpectedPdf(`结构元素 ${node}`);
    return `(${found})`;
  };
  for (const id of named) {
    const replace = (whole: string, node?: string) => (node === undefined ? whole : renamed(node));
    file.setText(
      id,
      file
        .text(id)
        .replace(NODE, replace)
        .replace(/\s*endobj\s*$/, ''),
    );
  }
  const treeId = asReference(tree);
  const names = leavesOf(file, treeId).map(([key, value]) => {
    const node = key.kind === 'token' ? key.text.slice(1, -1) : '';
    return [renamed(node), value] as const;
  });
  names.sort(([a], [b]) => (a < b ? -1 : 1));
  const items = names.flatMap(([key, value]) => [{ kind: 'token' as const, text: key }, value]);
  for (const branch of branchesOf(file, treeId)) file.remove(branch);
  file.set(treeId, dictionary([['Names', array(items)]]));
}

function branchesOf(file: PdfFile, node: number): number[] {
  const kids = asItems(file.dictionary(node).entries.get('Kids')).map(asReference);
  return kids.flatMap((kid) => [kid, ...branchesOf(file, kid)]);
}

function leavesOf(file: PdfFile, node: number): (readonly [PdfValue, PdfValue])[] {
  return [node, ...branchesOf(file, node)].flatMap((id) => {
    const names = asItems(file.dictionary(id).entries.get('Names'));
    return Array.from(
      { length: names.length / 2 },
      (_, at) => [names[at * 2] ?? reference(0), names[at * 2 + 1] ?? reference(0)] as const,
    );
  });
}

/** Whether the file says that it has a structure, and has one. */
export function hasStructure(file: PdfFile): boolean {
  const catalog = catalogOf(file);
  const marked = asDictionary(catalog.entries.get('MarkInfo')).entries.get('Marked');
  return isToken(marked, 'true') && catalog.entries.has('StructTreeRoot');
}
