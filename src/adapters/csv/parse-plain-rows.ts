import type { CsvRows } from './csv-rows.js';
import { separatorOf } from './separator-of.js';

const QUOTATION_MARK = 0x22;
const LINE_FEED = 0x0a;

/** Longer lines are left to the package, which knows the longest row. */
const LONG_LINE = 20_000;

/** Whether a file has no quotation mark and no endless line, whatever its encoding. */
export function isPlainCsv(content: Uint8Array): boolean {
  if (content.includes(QUOTATION_MARK)) return false;
  for (let start = 0; start < content.length;) {
    const next = content.indexOf(LINE_FEED, start);
    const end = next === -1 ? content.length : next;
    if (end - start > LONG_LINE) return false;
    start = end + 1;
  }
  return true;
}

/**
 * Cuts the text of a plain file into rows and cells, as `parseRows` does: a row is a line, and a
 * cell is what stands between separators.
 */
export function parsePlainRows(text: string, most: number): CsvRows {
  const content = text.replaceAll('\r\n', '\n');
  const separator = separatorOf(content);
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const rows = lines
    .slice(0, most)
    .map((line, index) => ({ line: index + 1, cells: line.split(separator) }));
  return { rows, faults: [] };
}
