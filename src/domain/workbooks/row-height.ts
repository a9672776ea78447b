import type { FormColumn } from './form-table.js';
import type { CellLook, SheetRow } from './workbook.js';

/** How large the text of a table is, in points. */
const TEXT_SIZE = 10;
/** How much higher a line is than its letters. */
const LEADING = 1.4;
/** No row is higher than Excel allows (409), nor than a page reads well. */
const MOST = 240;

/**
 * How high a row has to be for its texts: programs fit rows when they open a file, but not all of
 * them, and none for merged cells.
 *
 * @param cells texts with the widths of their columns, in characters of half width, and their size
 * @returns points
 */
export function rowHeight(
  cells: readonly { readonly text: string; readonly width: number; readonly size?: number }[],
): number {
  const heights = cells.map(({ text, width, size = TEXT_SIZE }) => {
    // A width counts letters of the table's text: fewer of a larger one have room in it.
    const room = Math.max(2, Math.floor((width * TEXT_SIZE) / size));
    const lines = text
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(halfWidths(line) / room)))
      .reduce((sum, count) => sum + count, 0);
    return lines * size * LEADING + 6;
  });
  return Math.min(MOST, Math.ceil(Math.max(20, ...heights)));
}

/** The row of a title, which is as wide as the table: as high as it is long. */
export function titleRow(text: string, widths: readonly number[]): SheetRow {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return {
    height: Math.max(30, rowHeight([{ text, width, size: 16 }])),
    cells: [{ look: 'title', text }],
  };
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
