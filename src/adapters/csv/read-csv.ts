import { fromCsvCell } from '../../domain/kernel/csv-line.js';
import { compareFaults, type Fault } from '../../domain/kernel/fault.js';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { DataFile, DataRecord, FieldName } from '../../domain/metrics/data-record.js';
import type { CsvFaultCode } from '../../messages/csv-faults.js';
import { controlCharacters } from '../yaml/control-characters.js';
import { readHeader, type CsvHeader } from './csv-columns.js';
import { decodeText } from './decode-text.js';
import type { CsvRow, CsvRows } from './csv-rows.js';

/** The largest file, in bytes: a province's year in long form has some hundred kilobytes. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 200_000;
const MAX_FAULTS = 200;

type Report = (code: CsvFaultCode, line: number, column: number, facts?: Fault['facts']) => void;

/**
 * Reads a CSV file as records, one a row: the header tells which kind of records. The column of a
 * place is the number of the cell, as in a spreadsheet. Nothing in a cell is interpreted.
 *
 * @param parseRows cuts a text into rows, at most so many
 */
export function readCsv(
  content: Uint8Array,
  file: string,
  parseRows: (text: string, most: number) => CsvRows,
): Result<DataFile, readonly Fault[]> {
  const faults: Fault[] = [];
  const report: Report = (code, line, column, facts = {}) => {
    faults.push({ code, file, line, column, facts });
  };
  const text = readText(content, report);
  const records =
    text === undefined ? [] : readRecords(parseRows(text, MAX_ROWS + 2), file, report);
  if (faults.length > 0) return failure(listFaults(faults));
  return success({ file, period: undefined, source: undefined, records });
}

function readText(content: Uint8Array, report: Report): string | undefined {
  if (content.length > MAX_BYTES) {
    report('csv-too-large', 1, 1, { size: String(content.length), limit: String(MAX_BYTES) });
    return undefined;
  }
  const text = decodeText(content);
  if (text === undefined) report('csv-encoding', 1, 1);
  return text;
}

function readRecords(parsed: CsvRows, file: string, report: Report): readonly DataRecord[] {
  for (const { code, line, column, facts } of parsed.faults) report(code, line, column, facts);
  const [top, ...rows] = parsed.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  if (top === undefined) {
    if (parsed.faults.length === 0) report('csv-empty', 1, 1);
    return [];
  }
  if (rows.length > MAX_ROWS) {
    report('csv-too-many-rows', rows[MAX_ROWS]?.line ?? 1, 1, { limit: String(MAX_ROWS) });
    return [];
  }
  const header = readHeader(top.cells, (code, column, facts) =>
    report(code, top.line, column, facts),
  );
  for (const row of [top, ...rows]) reportCells(row, top.cells, report);
  return header === undefined ? [] : rows.map((row) => toRecord(row, header, file));
}

/** What is wrong with a row whatever it says: invisible characters, cells beyond the header. */
function reportCells(row: CsvRow, header: readonly string[], report: Report): void {
  const last = row.cells.findLastIndex((cell) => cell.trim() !== '');
  if (last >= header.length) {
    const facts = { count: String(last + 1), columns: String(header.length) };
    report('csv-too-many-fields', row.line, header.length + 1, facts);
  }
  for (const [index, cell] of row.cells.entries()) {
    const [control] = controlCharacters(cell);
    if (control !== undefined) {
      report('csv-control-character', row.line, index + 1, { character: control.name });
    }
    if (header[index]?.trim() === '' && cell.trim() !== '') {
      report('csv-column-without-name', row.line, index + 1);
    }
  }
}

/** A short row ends in blanks: Excel leaves out trailing separators. */
function toRecord({ line, cells }: CsvRow, { kind, fields }: CsvHeader, file: string): DataRecord {
  const texts: Partial<Record<FieldName, string>> = {};
  for (const [index, field] of fields.entries()) {
    const cell = fromCsvCell(cells[index]?.trim() ?? '');
    if (field !== undefined && cell !== '') texts[field] = cell;
  }
  return {
    kind,
    fields: texts,
    placeOf: (field) => ({ file, line, column: Math.max(1, fields.indexOf(field) + 1) }),
  };
}

function listFaults(faults: readonly Fault[]): readonly Fault[] {
  const sorted = [...faults].sort(compareFaults);
  const last = sorted[MAX_FAULTS - 1];
  if (last === undefined || sorted.length === MAX_FAULTS) return sorted;
  const { file, line, column } = last;
  const code: CsvFaultCode = 'csv-more-faults';
  const count = String(sorted.length - MAX_FAULTS);
  return [...sorted.slice(0, MAX_FAULTS), { code, file, line, column, facts: { count } }];
}
