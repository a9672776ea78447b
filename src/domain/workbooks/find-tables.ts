import type { Place } from '../kernel/fault.js';
import type { FormTable } from './form-table.js';
import { ID_HEAD, REGION_HEAD } from './form-tables.js';
import type { FormReport } from './read-form.js';
import type { SheetGrid } from './sheet-grid.js';

/** A table as it was found: where each of its columns went. */
export interface FoundTable {
  readonly table: FormTable;
  readonly grid: SheetGrid;
  /** The row of the heads. */
  readonly row: number;
  /** Head to column. */
  readonly columns: ReadonlyMap<string, number>;
}

/** How far down a table's heads may have been pushed. */
const MAX_HEAD_ROW = 60;

/**
 * Finds a table by the heads of its columns, on any visible sheet: the sheet may have been renamed,
 * columns and rows inserted. A table that is not there, or lacks a column, is a fault.
 */
export function findTables(
  table: FormTable,
  grids: readonly SheetGrid[],
  mark: Place,
  report: FormReport,
): readonly FoundTable[] {
  const found = grids.flatMap((grid) => findIn(grid, table, report) ?? []);
  if (found.length > 0) return found;
  const named = grids.find(({ name }) => name.trim() === table.sheet);
  if (named === undefined) {
    const facts = { sheet: table.sheet, heads: neededHeads(table).join('、') };
    report.fault('workbook-missing-sheet', { ...mark, sheet: grids[0]?.name ?? '' }, facts);
  } else {
    const { row, missing } = nearestHeads(named, table);
    const facts = { sheet: table.sheet, heads: missing.join('、') };
    report.fault('workbook-missing-column', named.placeOf(row, 1), facts);
  }
  return [];
}

function neededHeads(table: FormTable): readonly string[] {
  const hasRegion = table.columns.some(({ head }) => head === REGION_HEAD);
  return [table.nameHead, table.valueHead, ...(hasRegion ? [REGION_HEAD] : [])];
}

function findIn(grid: SheetGrid, table: FormTable, report: FormReport): FoundTable | undefined {
  for (let row = 1; row <= Math.min(grid.lastRow, MAX_HEAD_ROW); row += 1) {
    const columns = headsIn(grid, row);
    if (missingHeads(columns, table).length > 0) continue;
    for (const [head, at] of columns) {
      if (at.length === 1 || !table.columns.some((column) => column.head === head)) continue;
      report.fault('workbook-column-twice', grid.placeOf(row, at[1] ?? 1), { head });
    }
    const first = new Map([...columns].map(([head, at]) => [head, at[0] ?? 1] as const));
    return { table, grid, row, columns: first };
  }
  return undefined;
}

/** The row that has most of the heads, and those that it lacks. */
function nearestHeads(
  grid: SheetGrid,
  table: FormTable,
): { readonly row: number; readonly missing: readonly string[] } {
  const needed = neededHeads(table);
  let best = { row: 1, missing: needed };
  for (let row = 1; row <= Math.min(grid.lastRow, MAX_HEAD_ROW); row += 1) {
    const missing = missingHeads(headsIn(grid, row), table);
    if (missing.length < best.missing.length) best = { row, missing };
  }
  return best;
}

/** A row is known by its id or by its name: one of the two columns is enough. */
function missingHeads(columns: ReadonlyMap<string, unknown>, table: FormTable): readonly string[] {
  return neededHeads(table).filter(
    (head) => !columns.has(head) && !(head === table.nameHead && columns.has(ID_HEAD)),
  );
}

function headsIn(grid: SheetGrid, row: number): ReadonlyMap<string, readonly number[]> {
  const heads = new Map<string, number[]>();
  for (const { text, column } of grid.cellsBetween(row, row)) {
    const head = headOf(text);
    const at = heads.get(head);
    if (at === undefined) heads.set(head, [column]);
    else at.push(column);
  }
  return heads;
}

/** A head without blanks and without a remark in brackets: 本年值（%） is 本年值. */
function headOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff*]/g, '')
    .replace(/\([^()]*\)$/, '');
}
