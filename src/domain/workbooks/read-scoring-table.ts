import { faultAt, type Fault, type Place } from '../kernel/fault.js';
import { parseDecimal } from '../kernel/decimal.js';
import type { FormFaultCode } from './fault-codes.js';
import type { RawWorkbook } from './raw-workbook.js';
import { findScoringHeads, type ScoringHeads } from './find-scoring-heads.js';
import { SCORING_COLUMNS, type ScoringColumn, type ScoringTexts } from './scoring-table.js';
import { BASELINE_SHEET, FILES_SHEET, type SetFiles } from './scoring-workbook.js';
import { sheetGrid, type SheetGrid } from './sheet-grid.js';

/** A row of a scoring table as it was written. */
export interface WrittenRow {
  readonly texts: ScoringTexts;
  readonly place: Place;
  /** Whether the points belong to this row alone, and not to several merged into one. */
  readonly hasOwnPoints: boolean;
}

/** A row as it was exported: the ids of its nodes, and its texts. */
export interface BaselineRow {
  readonly path: readonly string[];
  readonly texts: ScoringTexts;
}

/** A scoring table, and what lay hidden beside it where it was exported by this program. */
export interface WrittenTable {
  /** The first line above the table. */
  readonly title: string;
  readonly rows: readonly WrittenRow[];
  readonly files: SetFiles | undefined;
  readonly baseline: readonly BaselineRow[];
}

/** Reads the scoring table of a workbook; the first visible sheet that has one. */
export function readScoringTable(
  raw: RawWorkbook,
  file: string,
  faults: Fault[],
): WrittenTable | undefined {
  const grids = raw.sheets.map((sheet) => sheetGrid(sheet, file));
  for (const grid of grids.filter(({ isHidden }) => !isHidden)) {
    const heads = findScoringHeads(grid);
    if (heads === undefined) continue;
    return {
      title: titleAbove(grid, heads.firstRow),
      rows: readRows(grid, heads.lastRow, heads.columns),
      files: readFiles(grids.find(({ name }) => name === FILES_SHEET)),
      baseline: readBaseline(grids.find(({ name }) => name === BASELINE_SHEET)),
    };
  }
  const code: FormFaultCode = 'workbook-no-scoring-table';
  faults.push(faultAt({ file, sheet: grids[0]?.name ?? '', line: 1, column: 1 }, code));
  return undefined;
}

/** The line above the table that names it: 附件2 and 单位：分 do not. */
function titleAbove(grid: SheetGrid, headRow: number): string {
  const texts = grid.cellsBetween(1, headRow - 1).map(({ text }) => text.trim());
  const named = texts.filter((text) => !/^(?:附件|附表|附|单位)\s*\d*\s*(?:[:：].*)?$/.test(text));
  return named.find((text) => /(?:19|20)\d{2}/.test(text)) ?? named[0] ?? texts[0] ?? '';
}

function readRows(
  grid: SheetGrid,
  headRow: number,
  columns: ScoringHeads['columns'],
): readonly WrittenRow[] {
  const rows: WrittenRow[] = [];
  let above: ScoringTexts = {};
  for (let row = headRow + 1; row <= grid.lastRow; row += 1) {
    const texts: Partial<Record<ScoringColumn['key'], string>> = {};
    for (const [key, column] of columns) {
      const text = grid.textThroughMerge(row, column).trim();
      if (text !== '') texts[key] = text;
    }
    if (!hasContent(texts)) continue;
    // A block that stands over several rows without being merged is written once.
    const filled = { ...levelsFrom(above, texts), ...texts };
    const points = columns.get('points');
    rows.push({
      texts: filled,
      place: grid.placeOf(row, columns.get('item') ?? columns.get('level3') ?? 1),
      hasOwnPoints: points !== undefined && isSingle(grid, row, points),
    });
    above = filled;
  }
  return rows;
}

/** A total below the table, or a remark, is no indicator. */
function hasContent(texts: ScoringTexts): boolean {
  const first = texts.level1 ?? texts.level2 ?? texts.level3 ?? texts.item ?? '';
  if (/^(?:合\s*计|总\s*计|总\s*分|注[:：]|说明[:：]|备注)/.test(first)) return false;
  const said = (['criterion', 'points', 'item', 'level3', 'lead'] as const).filter(
    (key) => texts[key],
  );
  return said.length > 0;
}

/** What a row leaves out of the path to its indicator stands in the row above it. */
function levelsFrom(above: ScoringTexts, texts: ScoringTexts): ScoringTexts {
  const levels = ['level1', 'level2', 'level3', 'item'] as const;
  const deepest = levels.findLastIndex((key) => texts[key] !== undefined);
  const filled: Partial<Record<ScoringColumn['key'], string>> = {};
  for (const key of deepest === -1 ? levels : levels.slice(0, deepest)) {
    // Below another block nothing of the row above holds any more.
    if (texts[key] !== undefined && texts[key] !== above[key]) break;
    const text = above[key];
    if (texts[key] === undefined && text !== undefined) filled[key] = text;
  }
  return filled;
}

function isSingle(grid: SheetGrid, row: number, column: number): boolean {
  return grid.cell(row, column) !== undefined && grid.lastMergedRow(row, column) === row;
}

function readFiles(grid: SheetGrid | undefined): SetFiles | undefined {
  if (grid === undefined) return undefined;
  const files = new Map<string, string[]>();
  for (let row = 1; row <= grid.lastRow; row += 1) {
    const path = grid.cell(row, 1)?.text ?? '';
    const lines = files.get(path) ?? [];
    lines.push(grid.cell(row, 2)?.text ?? '');
    files.set(path, lines);
  }
  return Object.fromEntries([...files].map(([path, lines]) => [path, lines.join('\n')]));
}

function readBaseline(grid: SheetGrid | undefined): readonly BaselineRow[] {
  if (grid === undefined) return [];
  return Array.from({ length: grid.lastRow }, (_, index) => ({
    path: (grid.cell(index + 1, 1)?.text ?? '').split('/'),
    texts: Object.fromEntries(
      SCORING_COLUMNS.flatMap(({ key }, column) => {
        const text = grid.cell(index + 1, column + 2)?.text.trim() ?? '';
        return text === '' ? [] : [[key, text]];
      }),
    ),
  }));
}

/** The points in a text such as 4, 4分 or （4分）. */
export function pointsIn(text: string | undefined): string | undefined {
  const written = text?.normalize('NFKC').replace(/\s/g, '') ?? '';
  const plain = /^\(?(\d+(?:\.\d+)?)分?\)?$/.exec(written)?.[1];
  return plain !== undefined && parseDecimal(plain) !== undefined ? plain : undefined;
}

/** A label and the points in brackets behind it: 质量宏观管理（20分）. */
export function labelAndPoints(text: string): {
  readonly label: string;
  readonly points: string | undefined;
} {
  const found = /^([\s\S]*?)[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]$/.exec(text.trim());
  return found === null
    ? { label: text.trim(), points: undefined }
    : { label: (found[1] ?? '').trim(), points: found[2] };
}
