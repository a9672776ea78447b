import { cellName } from '../domain/kernel/cell-name.js';
import type { Place } from '../domain/kernel/fault.js';

/**
 * A place as a person finds it: one that an editor can jump to, or a sheet and a cell.
 *
 * @example placeText({ file: 'set.yaml', line: 12, column: 10 }) // 'set.yaml:12:10'
 * @example placeText({ file: '海东市.xlsx', sheet: '填报数据', line: 12, column: 3 })
 * // '海东市.xlsx 填报数据!C12'
 * @example placeText({ file: '海东市.xls', line: 1, column: 1 }) // '海东市.xls'
 */
export function placeText({ file, sheet, line, column }: Place): string {
  // What is wrong with a whole workbook stands in no line that anybody could look at.
  if (sheet === undefined && WORKBOOK.test(file)) return file;
  return sheet === undefined
    ? `${file}:${String(line)}:${String(column)}`
    : `${file} ${sheet}!${cellName(line, column)}`;
}

const WORKBOOK = /\.(?:xls[xm]?|et|ods)$/i;
