import type { FormColumn } from './form-table.js';
import type { CellLook } from './workbook.js';

/** Points of a line of text. */
const LINE = 15;
/** No row is higher than Excel allows (409), nor than a page reads well. */
const MOST = 240;

/**
 * How high a row has to be for its texts: programs fit rows when they open a file, but not all of
 * them, and none for merged cells.
 *
 * @param cells texts with the widths of their columns, in characters of half width
 * @returns points
 */
export function rowHeight(
  cells: readonly { readonly text: string; readonly width: number }[],
): number {
  const lines = cells.map(({ text, width }) =>
    text
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(halfWidths(line) / Math.max(2, width - 1))))
      .reduce((sum, count) => sum + count, 0),
  );
  return Math.min(MOST, Math.max(20, Math.max(1, ...lines) * LINE + 6));
}

function halfWidths(text: string): number {
  let sum = 0;
  for (const character of text) sum += (character.codePointAt(0) ?? 0) > 0xff ? 2 : 1;
  return sum;
}

/** How an empty cell of a column looks. */
export function lookOf({ isInput, field }: FormColumn): CellLook {
  if (isInput !== true) return 'text';
  return field === 'value' || field === 'points' ? 'input' : 'inputText';
}
