import type { Place } from '../kernel/fault.js';
import type { RawCell, RawSheet } from './raw-workbook.js';

/** A sheet whose cells can be asked for by row and column. */
export interface SheetGrid {
  readonly name: string;
  readonly isHidden: boolean;
  readonly lastRow: number;
  cell(row: number, column: number): RawCell | undefined;
  /** The text of a cell; of the whole area where it is merged. */
  textThroughMerge(row: number, column: number): string;
  /** The last row of the merged area that begins at a cell; its own row where there is none. */
  lastMergedRow(row: number, column: number): number;
  cellsBetween(firstRow: number, lastRow: number): readonly RawCell[];
  placeOf(row: number, column: number): Place;
}

/** Prepares a sheet for look-ups. */
export function sheetGrid(sheet: RawSheet, file: string): SheetGrid {
  const rows = new Map<number, Map<number, RawCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, RawCell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  const inRows = new Map<number, (typeof sheet.merges)[number][]>();
  for (const area of sheet.merges) {
    // A merged area of a whole column is decoration, not a table.
    for (let row = area[0]; row <= Math.min(area[2], area[0] + 2000); row += 1) {
      inRows.set(row, [...(inRows.get(row) ?? []), area]);
    }
  }
  const areaOf = (row: number, column: number) =>
    inRows.get(row)?.find(([, first, , last]) => column >= first && column <= last);
  const cell = (row: number, column: number): RawCell | undefined => rows.get(row)?.get(column);
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  return {
    name: sheet.name,
    isHidden: sheet.isHidden,
    lastRow: numbers.at(-1) ?? 0,
    cell,
    textThroughMerge(row, column) {
      const area = areaOf(row, column);
      return (area === undefined ? cell(row, column) : cell(area[0], area[1]))?.text ?? '';
    },
    lastMergedRow(row, column) {
      const area = areaOf(row, column);
      return area !== undefined && area[0] === row && area[1] === column ? area[2] : row;
    },
    cellsBetween(first, last) {
      return numbers
        .filter((row) => row >= first && row <= last)
        .flatMap((row) => [...(rows.get(row)?.values() ?? [])]);
    },
    placeOf: (row, column) => ({ file, sheet: sheet.name, line: row, column }),
  };
}
