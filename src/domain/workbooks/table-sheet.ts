import { lookOf, rowHeight, titleRow } from './row-height.js';
import type { FormColumn } from './form-table.js';
import type { Sheet, SheetCell, SheetRow, Validation } from './workbook.js';

/** A table with what stands above it. */
export interface TableSheet {
  readonly name: string;
  readonly title: string;
  /** Lines above the table: for whom, which year; then who fills it in. */
  readonly lines: readonly (readonly SheetCell[])[];
  readonly hint: string;
  readonly columns: readonly FormColumn[];
  /** The column that says what a row is about: it stays in view with those before it. */
  readonly nameHead: string;
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
  /** What may be filled in: by the column's head and the row's place in `rows`. */
  readonly validations: readonly (Omit<Validation, 'firstRow' | 'lastRow' | 'column'> & {
    readonly head: string;
    readonly row: number;
  })[];
}

/**
 * Lays a table out: title, lines, hint, heads, rows. Everything but the cells to be filled in is
 * locked; the heads are repeated on every printed page.
 */
export function tableSheet(table: TableSheet): Sheet {
  const { columns } = table;
  const width = columns.length;
  const top: SheetRow[] = [
    titleRow(
      table.title,
      columns.map((one) => one.width),
    ),
    ...table.lines.map((cells) => ({ height: 21, cells: spread(cells, width) })),
    {
      height: rowHeight([
        { text: table.hint, width: columns.reduce((sum, one) => sum + one.width, 0) },
      ]),
      cells: [{ look: 'hint' as const, text: table.hint }],
    },
  ];
  const headRow = top.length + 1;
  const heads: SheetRow = {
    height: 24,
    cells: columns.map(({ head, isInput, note }) => ({
      look: isInput === true ? ('inputHead' as const) : ('head' as const),
      text: head,
      note,
    })),
  };
  const body = table.rows.map((cells): SheetRow => ({
    grows: true,
    height: rowHeight(
      cells.map((cell, index) => ({
        text: cell?.text ?? '',
        width: columns[index]?.width ?? 10,
      })),
    ),
    cells: columns.map((column, index) => cells[index] ?? { look: lookOf(column) }),
  }));
  const columnOf = (head: string): number =>
    columns.findIndex((column) => column.head === head) + 1;
  return {
    name: table.name,
    isHidden: false,
    isLocked: true,
    isLandscape: true,
    widths: columns.map((column) => column.width),
    rows: [...top, heads, ...body],
    merges: [
      [1, 1, 1, width],
      ...table.lines.flatMap((cells, index) => mergesOf(cells.length, index + 2, width)),
      [headRow - 1, 1, headRow - 1, width],
    ],
    validations: joinRows(
      table.validations.map(({ head, row, ...validation }) => ({
        ...validation,
        column: columnOf(head),
        firstRow: headRow + 1 + row,
        lastRow: headRow + 1 + row,
      })),
    ),
    headRow,
    fixedColumns: columnOf(table.nameHead),
    hasFilter: true,
  };
}

/** Shares the width of a line among its cells. */
function starts(count: number, width: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor((index * width) / count) + 1);
}

function spread(cells: readonly SheetCell[], width: number): readonly (SheetCell | undefined)[] {
  const from = starts(cells.length, width);
  return Array.from({ length: width }, (_, column) => {
    const index = from.findLastIndex((start) => start <= column + 1);
    const cell = cells[index];
    // The rest of a merged area has no text of its own, but it has a border.
    return cell === undefined || from[index] === column + 1 ? cell : { look: cell.look };
  });
}

function mergesOf(
  count: number,
  row: number,
  width: number,
): readonly (readonly [number, number, number, number])[] {
  const from = starts(count, width);
  return from.map((start, index) => [row, start, row, (from[index + 1] ?? width + 1) - 1] as const);
}

/** One validation for neighbours that are alike: a program shows fewer and faster. */
function joinRows(validations: readonly Validation[]): readonly Validation[] {
  const joined: Validation[] = [];
  const sorted = [...validations].sort((a, b) => a.column - b.column || a.firstRow - b.firstRow);
  for (const one of sorted) {
    const last = joined.at(-1);
    const isNext = last?.column === one.column && last.lastRow + 1 === one.firstRow;
    if (last !== undefined && isNext && isAlike(last, one)) {
      joined[joined.length - 1] = { ...last, lastRow: one.lastRow };
    } else joined.push(one);
  }
  return joined;
}

function isAlike(a: Validation, b: Validation): boolean {
  const told = ({ rule, mayNotApply, prompt }: Validation): string =>
    JSON.stringify([rule, mayNotApply, prompt]);
  return told(a) === told(b);
}
