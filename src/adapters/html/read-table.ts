import type {
  Align,
  Face,
  Inline,
  PaperTable,
  TableCell,
  TableRow,
} from '../../domain/papers/index.js';
import {
  attribute,
  childElements,
  hasClass,
  isElement,
  UnknownElement,
  type Element,
} from './elements.js';
import { isSpread, readInlines, readSpread } from './read-inlines.js';
import { PARAGRAPHS, STRONG_CLASSES } from './vocabulary.js';

/** Excel's own, and more than a page holds. */
const MOST_SPAN = 1000;

/** Reads a table; a cell knows its column, whatever spans stand before and above it. */
export function readTable(table: Element): PaperTable {
  const rows: TableRow[] = [];
  // How many rows further down each column is taken by a cell from above.
  const taken: number[] = [];
  let headRows = 0;
  let caption: readonly Inline[] = [];
  for (const part of childElements(table)) {
    if (part.tagName === 'caption') caption = readInlines(part);
    else if (['thead', 'tbody', 'tfoot'].includes(part.tagName)) {
      for (const row of childElements(part)) rows.push(readRow(row, taken));
      if (part.tagName === 'thead') headRows = rows.length;
    } else if (part.tagName !== 'colgroup') throw new UnknownElement(part.tagName);
  }
  return { kind: 'table', caption, headRows, rows, isForm: hasClass(table, 'form') };
}

function readRow(row: Element, taken: number[]): TableRow {
  if (row.tagName !== 'tr') throw new UnknownElement(row.tagName);
  const isStrong = hasClass(row, ...STRONG_CLASSES);
  let column = 0;
  const cells: TableCell[] = [];
  const starts: { readonly column: number; readonly span: number; readonly rows: number }[] = [];
  for (const cell of childElements(row)) {
    while ((taken[column] ?? 0) > 0) column += 1;
    const columnSpan = spanOf(cell, 'colspan');
    const rowSpan = spanOf(cell, 'rowspan');
    cells.push(readCell(cell, { column, columnSpan, rowSpan, isStrong }));
    starts.push({ column, span: columnSpan, rows: rowSpan });
    column += columnSpan;
  }
  for (let index = 0; index < taken.length; index += 1) {
    taken[index] = Math.max(0, (taken[index] ?? 0) - 1);
  }
  for (const start of starts) {
    for (let index = start.column; index < start.column + start.span; index += 1) {
      taken[index] = start.rows - 1;
    }
  }
  return { cells };
}

function readCell(
  cell: Element,
  at: {
    readonly column: number;
    readonly columnSpan: number;
    readonly rowSpan: number;
    readonly isStrong: boolean;
  },
): TableCell {
  if (cell.tagName !== 'td' && cell.tagName !== 'th') throw new UnknownElement(cell.tagName);
  const isHead = cell.tagName === 'th';
  const { isStrong, ...place } = at;
  const face = !isHead && (isStrong || hasClass(cell, ...STRONG_CLASSES)) ? 'hei' : undefined;
  return { ...place, isHead, align: alignOf(cell), lines: readLines(cell, face) };
}

/** Paragraphs in a cell, spans below one another, or plain words. */
function readLines(cell: Element, face: Face | undefined): readonly (readonly Inline[])[] {
  if (childElements(cell).some(isBlock)) {
    return linesOf(cell).flatMap((one) => readLines(one, face));
  }
  if (!isSpread(cell)) return [readInlines(cell, face)].filter((line) => line.length > 0);
  const spans = readSpread(cell, face).filter((line) => line.length > 0);
  // A cell across the table has room for them side by side.
  if (spanOf(cell, 'colspan') <= 3) return spans;
  const gap: Inline = { kind: 'text', text: '　　', face };
  return [spans.flatMap((span, index) => (index === 0 ? span : [gap, ...span]))];
}

function isBlock({ tagName }: Element): boolean {
  return tagName in PARAGRAPHS || tagName === 'div';
}

/** The paragraphs of a cell; words that stand loose between them are lines of their own. */
function linesOf(cell: Element): readonly Element[] {
  const lines: Element[] = [];
  let loose: Element | undefined;
  for (const node of cell.childNodes) {
    if (isElement(node) && isBlock(node)) {
      lines.push(node);
      loose = undefined;
    } else if (loose !== undefined) loose.childNodes.push(node);
    else lines.push((loose = { ...cell, attrs: [], childNodes: [node] }));
  }
  return lines;
}

function spanOf(cell: Element, name: string): number {
  const span = Number(attribute(cell, name) ?? '1');
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST_SPAN) : 1;
}

/** What a template says of a cell's alignment; the writer chooses where it says nothing. */
function alignOf(cell: Element): Align | undefined {
  if (hasClass(cell, 'left', 'text', 'name', 'opinion')) return 'left';
  if (hasClass(cell, 'center')) return 'center';
  return hasClass(cell, 'right', 'amount') ? 'right' : undefined;
}
