import {
  columnsOf,
  textOf,
  type Inline,
  type Paper,
  type PaperTable,
  type TableCell,
} from '../papers/index.js';
import { PLAIN } from './form-workbook.js';
import { rowHeight, titleRow } from './row-height.js';
import type { Sheet, SheetCell, SheetRow, Workbook } from './workbook.js';

/** Excel's own. */
const LONGEST_NAME = 31;
/** A table with more columns is printed on its side. */
const UPRIGHT_COLUMNS = 7;
/** Widths of columns, in characters of half width. */
const NARROWEST = 8;
const WIDEST = 40;
/** More digits than a spreadsheet keeps. */
const MOST_DIGITS = 15;

/** Columns whose digits are names and not amounts: 1.10 is not 1.1 there. */
const NAMING_HEADS = /序号|编号|代码|代号|条款|文号|年度|日期|电话|校验码/;

/** What a workbook says of the document whose tables it has. */
export interface TablesOf {
  readonly title: string;
  /** 示例, 演示: said on every sheet; null on an official document. */
  readonly disclaimer: string | null;
}

/**
 * 表格工作簿: every table of a document on a sheet of its own, called by its caption or by the heading
 * above it; what is an amount in the table is a number in the cell.
 *
 * @returns undefined where the document has no table
 */
export function paperWorkbook(
  { title, disclaimer }: TablesOf,
  papers: readonly Paper[],
): Workbook | undefined {
  const names = new Set<string>();
  const sheets: Sheet[] = [];
  for (const { sections } of papers) {
    let heading = '';
    for (const block of sections.flatMap(({ blocks }) => blocks)) {
      if (block.kind === 'paragraph' && /^(level|title|annexTitle)/.test(block.role)) {
        heading = textWithoutBreaks(block.inlines);
      } else if (block.kind === 'table' && block.rows.length > 0) {
        const called = textWithoutBreaks(block.caption) || heading || title;
        sheets.push(tableSheet(block, called, freeName(called, names), disclaimer));
      }
    }
  }
  return sheets.length === 0 ? undefined : { title, sheets };
}

/** A title's breaks are the page's. */
function textWithoutBreaks(inlines: readonly Inline[]): string {
  return textOf(inlines.filter(({ kind }) => kind !== 'break')).trim();
}

/** A name that Excel takes and no other sheet has. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replace(/[[\]:*?/\\]/g, '').replace(/^'+|'+$/g, '') || '表';
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : `（${String(count)}）`;
    const name = [...plain].slice(0, LONGEST_NAME - ending.length).join('') + ending;
    // Excel does not tell capitals apart.
    if (!taken.has(name.toLowerCase())) {
      taken.add(name.toLowerCase());
      return name;
    }
  }
}

function tableSheet(
  table: PaperTable,
  called: string,
  name: string,
  disclaimer: string | null,
): Sheet {
  const columns = columnsOf(table);
  const naming = namingColumns(table, columns);
  const widths = widthsOf(table, columns);
  const rows = table.rows.map((row, index): SheetRow => {
    const cells: (SheetCell | undefined)[] = Array.from({ length: columns }, () => undefined);
    for (const cell of row.cells) {
      const isHead = index < table.headRows || cell.isHead;
      const written = isHead ? headCell(cell) : bodyCell(cell, naming.has(cell.column));
      cells[cell.column] = written;
      // The rest of a merged area has no text of its own, but it has a border.
      for (let next = 1; next < cell.columnSpan; next += 1) {
        cells[cell.column + next] = { look: written.look };
      }
    }
    const texts = row.cells.map((cell) => ({
      text: linesOf(cell),
      width: widths
        .slice(cell.column, cell.column + cell.columnSpan)
        .reduce((sum, one) => sum + one, 0),
    }));
    return { height: rowHeight(texts), cells };
  });
  const above: readonly SheetRow[] = [
    titleRow(called, widths),
    ...(disclaimer === null
      ? []
      : [{ height: 20, cells: [{ look: 'hint' as const, text: `【${disclaimer}】` }] }]),
  ];
  const headRow = table.headRows === 0 ? undefined : table.headRows + above.length;
  return {
    ...PLAIN,
    name,
    isLandscape: columns > UPRIGHT_COLUMNS,
    widths,
    rows: [...above, ...rows],
    merges: [
      ...above.map((_, index) => [index + 1, 1, index + 1, Math.max(1, columns)] as const),
      ...mergesOf(table, above.length),
    ],
    headRow,
    // Merged heads have no arrow to click on.
    hasFilter: table.headRows === 1 && table.rows.every(({ cells }) => cells.every(isSingle)),
  };
}

function isSingle({ columnSpan, rowSpan }: TableCell): boolean {
  return columnSpan === 1 && rowSpan === 1;
}

/**
 * The merged areas of a table's cells.
 *
 * @param above how many rows stand above the table
 */
function mergesOf(
  table: PaperTable,
  above: number,
): readonly (readonly [number, number, number, number])[] {
  const last = table.rows.length + above;
  return table.rows.flatMap(({ cells }, index) =>
    cells
      .filter((cell) => !isSingle(cell))
      .map(({ column, columnSpan, rowSpan }) => {
        const row = index + above + 1;
        return [row, column + 1, Math.min(last, row + rowSpan - 1), column + columnSpan] as const;
      }),
  );
}

function namingColumns(table: PaperTable, columns: number): ReadonlySet<number> {
  const heads = table.rows.slice(0, table.headRows).flatMap(({ cells }) => cells);
  const naming = new Set<number>();
  for (const head of heads) {
    if (head.columnSpan < columns && NAMING_HEADS.test(linesOf(head))) {
      for (let index = 0; index < head.columnSpan; index += 1) naming.add(head.column + index);
    }
  }
  return naming;
}

function headCell(cell: TableCell): SheetCell {
  return { look: 'head', text: linesOf(cell) };
}

function bodyCell(cell: TableCell, isName: boolean): SheetCell {
  const text = linesOf(cell);
  const amount = isName ? undefined : readAmount(text);
  if (amount !== undefined) return { look: 'number', ...amount };
  return { look: cell.align === 'left' || text.length > 12 ? 'text' : 'centre', text };
}

/**
 * An amount as it is printed, with as many places as it has there.
 *
 * @example readAmount('97.74 %') // { number: '97.74', format: '0.00" %"' }
 */
function readAmount(
  text: string,
): { readonly number: string; readonly format: string } | undefined {
  const found = /^([-−－]?)((?:0|[1-9]\d*)(?:\.(\d+))?)( ?%)?$/.exec(text);
  if (found === null) return undefined;
  const [, sign = '', digits = '', places = '', unit = ''] = found;
  if (digits.length > MOST_DIGITS) return undefined;
  const plain = places === '' ? '0' : `0.${'0'.repeat(places.length)}`;
  return {
    number: `${sign === '' ? '' : '-'}${digits}`,
    format: unit === '' ? plain : `${plain}"${unit}"`,
  };
}

function linesOf({ lines }: TableCell): string {
  return lines.map((line) => textOf(line)).join('\n');
}

function widthsOf(table: PaperTable, columns: number): readonly number[] {
  const widths = Array.from({ length: columns }, () => NARROWEST);
  for (const { cells } of table.rows) {
    for (const cell of cells.filter(({ columnSpan }) => columnSpan === 1)) {
      const longest = Math.max(0, ...cell.lines.map((line) => halfWidths(textOf(line))));
      widths[cell.column] = Math.max(widths[cell.column] ?? 0, Math.min(WIDEST, longest + 2));
    }
  }
  return widths;
}

function halfWidths(text: string): number {
  let sum = 0;
  for (const character of text) sum += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return sum;
}
