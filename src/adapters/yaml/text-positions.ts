import type { Place } from '../../domain/kernel/fault.js';

/** Turns an offset in a text into its line and column. */
export type PlaceAt = (offset: number) => Place;

/**
 * Prepares the places of a text; lines end with LF or CRLF, columns count UTF-16 units from 1, as
 * editors do.
 */
export function placesOf(text: string, file: string): PlaceAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
