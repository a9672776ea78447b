import type { RawCell, RawSheet } from '../../domain/workbooks/raw-workbook.js';
import { LIMITS } from './limits.js';
import { numberCell, type NumberFormat } from './number-formats.js';
import { attributeOf, decodeXml, scanXml } from './scan-xml.js';
import { WorkbookRefused } from './workbook-refused.js';

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
  if (countValues(bytes) > context.budget.cells) {
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
          now.row = Number(attributeOf(attributes, 'r') ?? String(now.row + 1));
          now.column = 0;
          break;
        case 'mergeCell':
          merges.push(...mergedArea(attributeOf(attributes, 'ref') ?? ''));
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

/** How many values a sheet has, counted in a tenth of the time that reading them takes. */
function countValues(bytes: Buffer): number {
  let ends = 0;
  for (let at = bytes.indexOf('v>'); at !== -1; at = bytes.indexOf('v>', at + 2)) ends += 1;
  return ends / 2;
}

function emptyReading(): Reading {
  return { row: 0, column: 0, type: 'n', style: 0, value: '', inline: '', isFormula: false };
}

function startCell(now: Reading, attributes: string): void {
  const at = attributeOf(attributes, 'r');
  if (at === undefined) now.column += 1;
  else {
    const place = readCellName(at);
    now.row = place.row;
    now.column = place.column;
  }
  now.type = attributeOf(attributes, 't') ?? 'n';
  now.style = Number(attributeOf(attributes, 's') ?? '0');
  now.value = '';
  now.inline = '';
  now.isFormula = false;
}

function toCell(now: Reading, context: SheetContext): RawCell | undefined {
  const { row, column, isFormula } = now;
  const read = readContent(now, context);
  if (read.text === '' && !isFormula) return undefined;
  if (!(row >= 1 && row <= LIMITS.rows && column >= 1 && column <= LIMITS.columns)) {
    throw new WorkbookRefused('workbook-damaged');
  }
  context.budget.cells -= 1;
  if (context.budget.cells < 0) throw new WorkbookRefused('workbook-too-many-cells');
  return { row, column, ...read, kind: read.text === '' ? 'blank' : read.kind, isFormula };
}

function readContent(now: Reading, context: SheetContext): Pick<RawCell, 'text' | 'kind'> {
  const { type, value } = now;
  switch (type) {
    case 's': {
      const text = context.strings[Number(value)];
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
      const stored = value.trim();
      if (stored === '') return { text: '', kind: 'blank' };
      return numberCell(stored, context.formats[now.style] ?? GENERAL, context.is1904);
    }
  }
}

/** Reads B12 without a pattern: it is done for every cell. */
function readCellName(name: string): { readonly row: number; readonly column: number } {
  let at = 0;
  let column = 0;
  for (; at < name.length; at += 1) {
    const code = name.charCodeAt(at) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return { row: Number(name.slice(at)), column };
}

function mergedArea(ref: string): readonly (readonly [number, number, number, number])[] {
  const [first = '', last = ''] = ref.split(':');
  if (last === '') return [];
  const from = readCellName(first);
  const to = readCellName(last);
  return [[from.row, from.column, to.row, to.column]];
}
