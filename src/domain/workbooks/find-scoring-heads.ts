import { SCORING_COLUMNS, type ScoringColumn } from './scoring-table.js';
import type { SheetGrid } from './sheet-grid.js';

/** Where the heads of a scoring table stand: in one row, or in two below each other. */
export interface ScoringHeads {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: Columns;
}

type Columns = ReadonlyMap<ScoringColumn['key'], number>;

/** How far down the heads may stand. */
const MAX_HEAD_ROW = 40;

const LEVELS = ['level1', 'level2', 'level3', 'item'] as const;

/** Two levels, or a level and a criterion, and points: that is a scoring table. */
export function findScoringHeads(grid: SheetGrid): ScoringHeads | undefined {
  for (let row = 1; row <= Math.min(grid.lastRow, MAX_HEAD_ROW); row += 1) {
    const upper = headsIn(grid, row);
    const lower = upper.size === 0 ? undefined : secondRow(grid, row + 1);
    const columns = lower === undefined ? upper : joined(upper, lower);
    if (!isTable(columns)) continue;
    return { firstRow: row, lastRow: lower === undefined ? row : row + 1, columns };
  }
  return undefined;
}

function isTable(columns: Columns): boolean {
  const hasLevel = LEVELS.some((key) => columns.has(key));
  return hasLevel && (columns.has('points') || columns.has('criterion')) && columns.size >= 3;
}

function headsIn(grid: SheetGrid, row: number): Columns {
  const columns = new Map<ScoringColumn['key'], number>();
  for (const { text, column } of grid.cellsBetween(row, row)) {
    const key = keyOf(text);
    if (key !== undefined && !columns.has(key)) columns.set(key, column);
  }
  return columns;
}

/** 一级、二级、三级 below 考核指标: nothing but heads, two levels among them. */
function secondRow(grid: SheetGrid, row: number): Columns | undefined {
  const own = grid.cellsBetween(row, row).filter(({ text }) => text.trim() !== '');
  const columns = headsIn(grid, row);
  const levels = LEVELS.filter((key) => columns.has(key));
  return own.length === columns.size && levels.length >= 2 ? columns : undefined;
}

/** What a head of the lower row says counts for its column. */
function joined(upper: Columns, lower: Columns): Columns {
  const taken = new Set(lower.values());
  const above = [...upper].filter(([, column]) => !taken.has(column));
  return new Map([...above, ...lower]);
}

function keyOf(text: string): ScoringColumn['key'] | undefined {
  const head = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\(.*\)$/, '');
  return SCORING_COLUMNS.find((column) => column.head === head || column.aliases.includes(head))
    ?.key;
}
