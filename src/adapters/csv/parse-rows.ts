import { CsvError, parse } from 'csv-parse/sync';
import type { CsvRow, CsvRows, RowFault } from './csv-rows.js';
import { separatorOf } from './separator-of.js';

/** The longest row, in characters: beyond it a quotation mark is missing somewhere. */
const MAX_ROW = 100_000;

/** After so many broken rows nothing new is learnt from the rest. */
const MAX_BROKEN = 50;

/**
 * Cuts a text into rows and cells. After a row with a fault, reading goes on with the next line, so
 * that all faults come at once.
 *
 * @param text with LF or CRLF
 * @param most rows to read
 */
export function parseRows(text: string, most: number): CsvRows {
  const rows: CsvRow[] = [];
  const faults: RowFault[] = [];
  let rest = text.replaceAll('\r\n', '\n');
  let line = 1;
  const separator = separatorOf(rest);
  while (rest !== '' && rows.length < most && faults.length < MAX_BROKEN) {
    const part = parsePart(rest, separator, most - rows.length);
    for (const row of part.rows) rows.push({ ...row, line: line + row.line - 1 });
    if (part.fault === undefined) break;
    faults.push({ ...part.fault, line: line + part.fault.line - 1 });
    rest = afterLines(rest, part.fault.line);
    line += part.fault.line;
  }
  return { rows, faults };
}

/** Reads up to the first row with a fault, whose line is the one on which it begins. */
function parsePart(
  text: string,
  separator: string,
  most: number,
): { readonly rows: readonly CsvRow[]; readonly fault: RowFault | undefined } {
  const rows: CsvRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_column_count: true,
      max_record_size: MAX_ROW,
      to: most,
      on_record(cells: readonly string[]) {
        rows.push({ line, cells });
        line += 1 + cells.reduce((sum, cell) => sum + countBreaks(cell), 0);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, fault: faultOf(error, line) };
  }
  return { rows, fault: undefined };
}

function faultOf(error: CsvError, line: number): RowFault {
  // csv-parse counts cells from nought.
  const { column } = error as unknown as { readonly column?: unknown };
  const place = { line, column: typeof column === 'number' ? column + 1 : 1 };
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? { code: 'csv-row-too-long', ...place, facts: { limit: String(MAX_ROW) } }
    : { code: 'csv-quotes', ...place, facts: {} };
}

function afterLines(text: string, lines: number): string {
  let at = 0;
  for (let line = 0; line < lines; line += 1) {
    const end = text.indexOf('\n', at);
    if (end === -1) return '';
    at = end + 1;
  }
  return text.slice(at);
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
