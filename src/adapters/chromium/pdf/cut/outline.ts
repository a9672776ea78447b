import { catalogOf } from '../page-list.js';
import type { PdfFile } from '../pdf-file.js';
import {
  array,
  asItems,
  asReference,
  dictionary,
  number,
  reference,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from '../pdf-value.js';
import type { Copier } from './copier.js';
import type { NewPdf } from './new-pdf.js';
import { settledPlace } from './places.js';

/** A line of a sheaf's outline. */
export interface OutlineLine {
  readonly dictionary: PdfDictionary;
  /** The element of the text that it names. */
  readonly element: number;
  readonly parent: OutlineLine | null;
}

/** The lines of a file's outline, in the order of reading. */
export function readOutline(file: PdfFile): OutlineLine[] {
  const root = catalogOf(file).entries.get('Outlines');
  const lines: OutlineLine[] = [];
  const read = (parent: OutlineLine | null, of: PdfDictionary): void => {
    for (let next = of.entries.get('First'); next !== undefined;) {
      const line = file.dictionary(asReference(next));
      const read_ = { dictionary: line, element: asReference(line.entries.get('SE')), parent };
      lines.push(read_);
      read(read_, line);
      next = line.entries.get('Next');
    }
  };
  if (root !== undefined) read(null, file.dictionaryAt(root));
  return lines;
}

/**
 * Puts the lines that name elements of this document. A line stands below the last one before it of
 * a higher level; where that is another document's, Chromium would have it at the top in a file of
 * its own.
 *
 * @param heights of the document's pages, by their objects, in points
 * @returns the outline's object; null for a document without headings
 */
export function putOutline(
  to: NewPdf,
  copier: Copier,
  lines: readonly OutlineLine[],
  heights: ReadonlyMap<number, number>,
): number | null {
  const own = lines.filter(({ element }) => copier.known(element) !== undefined);
  if (own.length === 0) return null;
  const root = to.reserve();
  const ids = new Map<OutlineLine | null, number>([[null, root]]);
  for (const line of own) ids.set(line, to.reserve());
  const parentOf = ({ parent }: OutlineLine): OutlineLine | null =>
    parent !== null && ids.has(parent) ? parent : null;
  const kids = new Map<OutlineLine | null, OutlineLine[]>();
  for (const line of own) {
    const parent = parentOf(line);
    kids.set(parent, [...(kids.get(parent) ?? []), line]);
  }
  const countBelow = (line: OutlineLine | null): number =>
    (kids.get(line) ?? []).reduce((sum, kid) => sum + 1 + countBelow(kid), 0);
  const refer = (line: OutlineLine | undefined): PdfValue => {
    const id = line === undefined ? undefined : ids.get(line);
    if (id === undefined) throw new UnexpectedPdf('书签');
    return reference(id);
  };
  const family = (line: OutlineLine | null): [string, PdfValue][] => {
    const below = kids.get(line);
    if (below === undefined) return [];
    return [
      ['First', refer(below[0])],
      ['Last', refer(below.at(-1))],
      ['Count', number(countBelow(line))],
    ];
  };
  to.put(
    root,
    writeValue(dictionary([['Type', { kind: 'token', text: '/Outlines' }], ...family(null)])),
  );
  for (const line of own) {
    const siblings = kids.get(parentOf(line)) ?? [];
    const at = siblings.indexOf(line);
    const title = line.dictionary.entries.get('Title');
    const element = copier.known(line.element);
    if (title === undefined || element === undefined) throw new UnexpectedPdf('书签');
    const entries: [string, PdfValue][] = [
      ['Title', title],
      ['Dest', destination(line, copier, heights)],
      ['Parent', reference(ids.get(parentOf(line)) ?? root)],
      ['SE', reference(element)],
    ];
    if (at > 0) entries.push(['Prev', refer(siblings[at - 1])]);
    if (at < siblings.length - 1) entries.push(['Next', refer(siblings[at + 1])]);
    to.put(ids.get(line) ?? 0, writeValue(dictionary([...entries, ...family(line)])));
  }
  return root;
}

function destination(
  line: OutlineLine,
  copier: Copier,
  heights: ReadonlyMap<number, number>,
): PdfValue {
  const [page, way, x, y, zoom] = asItems(line.dictionary.entries.get('Dest'));
  const old = asReference(page);
  const id = copier.known(old);
  const height = heights.get(old);
  if (id === undefined || height === undefined || !way || !x || !y || !zoom) {
    throw new UnexpectedPdf('书签');
  }
  return array([reference(id), way, ...settledPlace(x, y, height), zoom]);
}
