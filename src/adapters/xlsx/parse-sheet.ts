import type { RawCell, RawSheet } from '../../domain/workbooks/raw-workbook.js';
import { LIMITS } from './limits.js';
import { isPlainNumber, numberCell, type NumberFormat } from './number-formats.js';
import { decodeXml } from './decode-xml.js';
import { scanXml } from './scan-xml.js';
import { WorkbookRefused } from './workbook-refused.js';
import type { XmlAttributes } from './xml-attributes.js';

/** What a sheet's cells refer to, and how many of them may still come. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
  readonly budget: { cells: number };
}

const GENERAL: NumberFormat = { kind: 'number', places: 0 };

/** The cell that is being read. */
interface Reading {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  isFormula: boolean;
}

/** Reads the cells and merged areas of one sheet. */
export function parseSheet(
  bytes: Buffer,
  context: SheetContext,
): Pick<RawSheet, 'cells' | 'merges'> {
  const most = bytes.length / SHORTEST_CELL;
  if (most > context.budget.cells && countValues(bytes) > context.budget.cells) {
    throw new WorkbookRefused('workbook-too-many-cells');
  }
  const cells: RawCell[] = [];
  const merges: (readonly [number, number, number, number])[] = [];
  const now: Reading = emptyReading();
  let into: 'value' | 'inline' | undefined;
  let phonetic = 0;
  scanXml(bytes, {
    open(tag, attributes) {
      switch (tag) {
        case 'c':
          startCell(now, attributes);
          break;
        case 'v':
          into = 'value';
          break;
        case 't':
          into = phonetic === 0 ? 'inline' : undefined;
          break;
        case 'f':
          now.isFormula = true;
          break;
        case 'rPh':
          phonetic += 1;
          break;
        case 'row':
          now.row = Number(attributes.value('r') ?? String(now.row + 1));
          now.column = 0;
          break;
        case 'mergeCell':
          merges.push(...mergedArea(attributes.value('ref') ?? ''));
          break;
      }
    },
    close(tag) {
      if (tag === 'v' || tag === 't') into = undefined;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'c') {
        const cell = toCell(now, context);
        if (cell !== undefined) cells.push(cell);
      }
    },
    text(piece) {
      if (into === 'value') now.value += piece;
      else if (into === 'inline') now.inline += piece;
    },
  });
  return { cells, merges };
}

/** Nothing with a value is shorter than <c><v>1</v></c>. */
const SHORTEST_CELL = 15;

/** How many values a sheet has, counted in a tenth of the time that reading them takes. */
function countValues(bytes: Buffer): number {
  let ends = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    if (bytes[at] === GREATER && bytes[at - 1] === LETTER_V) ends += 1;
  }
  return ends / 2;
}

const GREATER = 62;
const LETTER_V = 118;

function emptyReading(): Reading {
  return { row: 0, column: 0, type: 'n', style: 0, value: '', inline: '', isFormula: false };
}

function startCell(now: Reading, attributes: XmlAttributes): void {
  const at = attributes.value('r');
  if (at === undefined) now.column += 1;
  else {
    now.column = columnIn(at);
    now.row = rowIn(at);
  }
  now.type = attributes.value('t') ?? 'n';
  now.style = wholeNumber(attributes.value('s') ?? '0', 0);
  now.value = '';
  now.inline = '';
  now.isFormula = false;
}

function toCell(now: Reading, context: SheetContext): RawCell | undefined {
  const { row, column, isFormula } = now;
  const { text, kind } = readContent(now, context);
  if (text === '' && !isFormula) return undefined;
  if (!(row >= 1 && row <= LIMITS.rows && column >= 1 && column <= LIMITS.columns)) {
    throw new WorkbookRefused('workbook-damaged');
  }
  context.budget.cells -= 1;
  if (context.budget.cells < 0) throw new WorkbookRefused('workbook-too-many-cells');
  return { row, column, text, kind: text === '' ? 'blank' : kind, isFormula };
}

function readContent(now: Reading, context: SheetContext): Pick<RawCell, 'text' | 'kind'> {
  const { type, value } = now;
  switch (type) {
    case 's': {
      // A cell of the kind without a value points at no text, not at the first.
      if (value === '') return { text: '', kind: 'blank' };
      const text = context.strings[wholeNumber(value, 0)];
      if (text === undefined) throw new WorkbookRefused('workbook-damaged');
      return { text, kind: 'text' };
    }
    case 'inlineStr':
      return { text: decodeXml(now.inline).slice(0, LIMITS.text), kind: 'text' };
    case 'str':
      return { text: decodeXml(value).slice(0, LIMITS.text), kind: 'text' };
    case 'b':
      return { text: value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' };
    case 'e':
      return { text: decodeXml(value), kind: 'error' };
    case 'd':
      return { text: decodeXml(value).replace(/T00:00:00.*$/, ''), kind: 'date' };
    default: {
      const format = context.formats[now.style] ?? GENERAL;
      if (isPlainNumber(value, format)) return { text: value, kind: 'number' };
      const stored = value.trim();
      if (stored === '') return { text: '', kind: 'blank' };
      return numberCell(stored, format, context.is1904);
    }
  }
}

/** The letters of B12 as a number; without a pattern, since it is done for every cell. */
function columnIn(name: string): number {
  const end = endOfLetters(name);
  let column = 0;
  for (let at = 0; at < end; at += 1) column = column * 26 + name.charCodeAt(at) - 64;
  return column;
}

function rowIn(name: string): number {
  return wholeNumber(name, endOfLetters(name));
}

function endOfLetters(name: string): number {
  let at = 0;
  while (at < name.length && isCapital(name.charCodeAt(at))) at += 1;
  return at;
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** The digits from a place on as a number, NaN where something else stands among them. */
function wholeNumber(text: string, from: number): number {
  let number = 0;
  for (let at = from; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number(text.slice(from));
    number = number * 10 + digit;
  }
  return number;
}

function mergedArea(ref: string): readonly (readonly [number, number, number, number])[] {
  const [first = '', last = ''] = ref.split(':');
  if (last === '') return [];
  return [[rowIn(first), columnIn(first), rowIn(last), columnIn(last)]];
}
