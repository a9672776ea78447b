import type { IndicatorSet } from '../indicators/index.js';
import { PLAIN } from './form-workbook.js';
import { rowHeight, titleRow } from './row-height.js';
import { SCORING_COLUMNS, scoringRows, type ScoringRow } from './scoring-table.js';
import type { CellLook, Sheet, SheetCell, Workbook } from './workbook.js';

/** The sheet that a person reads. */
export const SCORING_SHEET = '评分细则';
/** The hidden sheet with the texts of the set's files, line by line. */
export const FILES_SHEET = '体系文件';
/** The hidden sheet with the table as it was exported: what differs from it was changed by hand. */
export const BASELINE_SHEET = '导出时';

/** A file of a set, by its path in the set's folder. */
export type SetFiles = Readonly<Record<string, string>>;

/**
 * 评分细则: the scoring table as offices write it. What a table cannot say (formulas, checks, tests,
 * regions) lies hidden in the same workbook, so that importing it gives the same set again.
 */
export function scoringWorkbook(set: IndicatorSet, files: SetFiles): Workbook {
  const rows = scoringRows(set);
  return {
    title: set.title,
    sheets: [tableSheet(set, rows), baselineSheet(rows), filesSheet(files)],
  };
}

function tableSheet(set: IndicatorSet, rows: readonly ScoringRow[]): Sheet {
  const headRow = 3;
  const width = SCORING_COLUMNS.length;
  return {
    ...PLAIN,
    name: SCORING_SHEET,
    isLandscape: true,
    widths: SCORING_COLUMNS.map((column) => column.width),
    rows: [
      titleRow(
        `${set.title}　评分细则`,
        SCORING_COLUMNS.map((column) => column.width),
      ),
      {
        height: 34,
        cells: [
          {
            look: 'hint',
            text: '可以改：指标名称、评分标准、单位、分值、需提交材料；新增的行不写代号，作由人评分的指标；删去一行即删去指标。评分依据、打分方法由体系文件生成，在这里改动不起作用，导入时会列出。',
          },
        ],
      },
      { height: 26, cells: SCORING_COLUMNS.map(({ head }) => ({ look: 'head', text: head })) },
      ...rows.map((row) => ({
        height: rowHeight(
          SCORING_COLUMNS.map((column) => ({
            text: row.texts[column.key] ?? '',
            // Merged levels share the height of all their rows.
            width: column.key.startsWith('level') ? 60 : column.width,
          })),
        ),
        cells: cellsOf(row),
      })),
    ],
    merges: [[1, 1, 1, width], [2, 1, 2, width], ...mergesOf(rows, headRow + 1)],
    headRow,
  };
}

function cellsOf({ texts }: ScoringRow): readonly SheetCell[] {
  return SCORING_COLUMNS.map(({ key }): SheetCell => {
    const text = texts[key] ?? '';
    if (key === 'points') return { look: 'centre', number: text };
    return { look: lookOf(key), text };
  });
}

function lookOf(key: string): CellLook {
  if (key === 'id') return 'faint';
  return key.startsWith('level') || key === 'lead' ? 'centre' : 'text';
}

/** Neighbouring rows below the same block share its cell. */
function mergesOf(
  rows: readonly ScoringRow[],
  firstRow: number,
): readonly (readonly [number, number, number, number])[] {
  return [0, 1, 2].flatMap((level) => {
    const merges: (readonly [number, number, number, number])[] = [];
    let start = 0;
    for (let index = 1; index <= rows.length; index += 1) {
      const block = rows[start]?.nodes[level];
      if (index < rows.length && block?.kind === 'block' && rows[index]?.nodes[level] === block) {
        continue;
      }
      if (block?.kind === 'block' && index - start > 1) {
        merges.push([firstRow + start, level + 1, firstRow + index - 1, level + 1]);
      }
      start = index;
    }
    return merges;
  });
}

/** The texts of each row, with the path of its nodes before them. */
function baselineSheet(rows: readonly ScoringRow[]): Sheet {
  const cell = (text: string): SheetCell => ({ look: 'text', text });
  return {
    ...PLAIN,
    name: BASELINE_SHEET,
    isHidden: true,
    rows: rows.map(({ texts, nodes }) => ({
      cells: [
        cell(nodes.map(({ id }) => id).join('/')),
        ...SCORING_COLUMNS.map(({ key }) => cell(texts[key] ?? '')),
      ],
    })),
  };
}

function filesSheet(files: SetFiles): Sheet {
  const cell = (text: string): SheetCell => ({ look: 'text', text });
  return {
    ...PLAIN,
    name: FILES_SHEET,
    isHidden: true,
    rows: Object.entries(files).flatMap(([path, text]) =>
      text
        .split('\n')
        .map((line) => ({ cells: [cell(path), ...(line === '' ? [] : [cell(line)])] })),
    ),
  };
}
