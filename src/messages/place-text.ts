import { cellName } from '../domain/kernel/cell-name.js';
import type { Place } from '../domain/kernel/fault.js';

/**
 * A place as a person finds it: one that an editor can jump to, or a sheet and a cell.
 *
 * @example placeText({ file: 'set.yaml', line: 12, column: 10 }) // 'set.yaml:12:10'
 * @example placeText({ file: '海东市.xlsx', sheet: '填报数据', line: 12, column: 3 })
 * // '海东市.xlsx 填报数据!C12'
 */
export function placeText({ file, sheet, line, column }: Place): string {
  return sheet === undefined
    ? `${file}:${String(line)}:${String(column)}`
    : `${file} ${sheet}!${cellName(line, column)}`;
}
