/**
 * The letters of a spreadsheet's column.
 *
 * @param column from 1
 * @example columnName(28) // 'AB'
 */
export function columnName(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * What a spreadsheet calls a cell.
 *
 * @example cellName(12, 3) // 'C12'
 */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${String(row)}`;
}
