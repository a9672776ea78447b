import type { RawCell, RawSheet, RawWorkbook } from '../../domain/workbooks/index.js';

/**
 * A workbook on its way from one thread to another: to hand over each cell as a thing of its own takes
 * longer than to read it, so a sheet's cells go as four columns.
 */
export interface PackedWorkbook {
  readonly sheets: readonly PackedSheet[];
}

interface PackedSheet extends Omit<RawSheet, 'cells'> {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  /** A cell's kind as its place among KINDS, twice, and one more where a formula gave it. */
  readonly kinds: Uint8Array;
  /** Where each text ends in all of them together. */
  readonly ends: Int32Array;
  readonly texts: string;
}

const KINDS: readonly RawCell['kind'][] = [
  'text',
  'number',
  'percent',
  'boolean',
  'date',
  'error',
  'blank',
];

/** Packs a workbook for the way. */
export function packWorkbook({ sheets }: RawWorkbook): PackedWorkbook {
  return { sheets: sheets.map(packSheet) };
}

function packSheet({ cells, ...sheet }: RawSheet): PackedSheet {
  const count = cells.length;
  const rows = new Int32Array(count);
  const columns = new Int32Array(count);
  const kinds = new Uint8Array(count);
  const ends = new Int32Array(count);
  const texts: string[] = [];
  let end = 0;
  cells.forEach(({ row, column, text, kind, isFormula }, index) => {
    end += text.length;
    rows[index] = row;
    columns[index] = column;
    kinds[index] = KINDS.indexOf(kind) * 2 + Number(isFormula);
    ends[index] = end;
    texts.push(text);
  });
  return { ...sheet, rows, columns, kinds, ends, texts: texts.join('') };
}

/** The workbook that was packed. */
export function unpackWorkbook({ sheets }: PackedWorkbook): RawWorkbook {
  return { sheets: sheets.map(unpackSheet) };
}

function unpackSheet({ rows, columns, kinds, ends, texts, ...sheet }: PackedSheet): RawSheet {
  const cells: RawCell[] = [];
  let start = 0;
  for (let index = 0; index < ends.length; index += 1) {
    const end = ends[index] ?? start;
    const kind = kinds[index] ?? 0;
    cells.push({
      row: rows[index] ?? 0,
      column: columns[index] ?? 0,
      text: texts.slice(start, end),
      kind: KINDS[kind >> 1] ?? 'blank',
      isFormula: kind % 2 === 1,
    });
    start = end;
  }
  return { ...sheet, cells };
}
