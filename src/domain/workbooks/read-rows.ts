import { decimal, parseDecimal } from '../kernel/decimal.js';
import type { DataRecord, FieldName, FormMark } from '../metrics/index.js';
import type { FoundTable } from './find-tables.js';
import { ID_HEAD, REGION_HEAD, UNIT_HEAD } from './form-tables.js';
import type { FormReport } from './read-form.js';

/** C0 controls apart from TAB and LF, DEL, C1, and what turns text round. */
const CONTROL =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** What stands in no width at all comes with texts that were copied from web pages. */
const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff]/g;

type Fields = Partial<Record<FieldName, string>>;

/** Reads the rows below a table's heads: those that were filled in, and those that were not. */
export function readRows(
  found: FoundTable,
  form: FormMark,
  report: FormReport,
): { readonly records: readonly DataRecord[]; readonly blanks: readonly DataRecord[] } {
  const records: DataRecord[] = [];
  const blanks: DataRecord[] = [];
  for (let row = found.row + 1; row <= found.grid.lastRow; row += 1) {
    const read = readRow(found, row, form, report);
    if (read !== undefined) (read.isFilled ? records : blanks).push(read.record);
  }
  return { records, blanks };
}

function readRow(
  found: FoundTable,
  row: number,
  form: FormMark,
  report: FormReport,
): { readonly record: DataRecord; readonly isFilled: boolean } | undefined {
  const { table, grid, columns } = found;
  const columnOf = (head: string): number | undefined => columns.get(head);
  const keyText = (head: string): string => {
    const column = columnOf(head);
    return column === undefined ? '' : clean(grid.textThroughMerge(row, column));
  };
  const rowFacts = factsOf(table, keyText);
  const named: FormReport = {
    fault: (code, place, facts) => report.fault(code, place, { ...rowFacts, ...facts }),
    notice: (code, place, facts) => report.notice(code, place, { ...rowFacts, ...facts }),
  };
  const fields: Fields = {};
  const places = new Map<FieldName, number>();
  let isFilled = false;
  for (const { head, field, isInput } of table.columns) {
    const column = columnOf(head);
    if (field === undefined || column === undefined) continue;
    places.set(field, column);
    const text = isInput === true ? readInput(found, row, head, named) : keyText(head);
    if (text !== '') fields[field] = text;
    if (text !== '' && head === table.valueHead) isFilled = true;
  }
  if (table.kind === 'event') return eventRow(found, row, { region: form.unit, ...fields }, places);
  const key = keyText(ID_HEAD) || keyText(table.nameHead);
  const keyColumn = columnOf(ID_HEAD) ?? columnOf(table.nameHead) ?? 1;
  if (key === '') {
    // A remark below the table is no row of it.
    if (!isFilled) return undefined;
    const facts = { head: table.nameHead };
    report.fault('workbook-row-without-name', grid.placeOf(row, keyColumn), facts);
    return undefined;
  }
  const record: DataRecord = {
    kind: table.kind,
    fields: { ...unitFields(form, table.id), ...fields, [table.keyField]: key },
    placeOf: (field) => grid.placeOf(row, places.get(field) ?? keyColumn),
    row: rowFacts,
    ...(form.kind === 'department' ? { by: form.unit } : {}),
  };
  return { record, isFilled };
}

/** The region and the name that stand in a row, for a person to find it by. */
function factsOf(
  { kind, nameHead }: FoundTable['table'],
  keyText: (head: string) => string,
): Readonly<Record<string, string>> {
  const region = keyText(REGION_HEAD);
  // An event is known by its number, which says nothing.
  const name = kind === 'event' ? '' : keyText(nameHead) || keyText(ID_HEAD);
  return {
    ...(region === '' ? {} : { rowRegion: region }),
    ...(name === '' ? {} : { rowName: name }),
  };
}

/**
 * An event's number stands in its row before anything is filled in, so that a row counts once
 * anything else does; a lone text without one is a remark below the table.
 */
function eventRow(
  { table, grid, columns }: FoundTable,
  row: number,
  fields: Fields,
  places: ReadonlyMap<FieldName, number>,
): { readonly record: DataRecord; readonly isFilled: true } | undefined {
  const { id, kind } = fields;
  const said = table.columns.filter(({ field = 'id' }) => field !== 'id' && field in fields).length;
  if (said === 0 || (said === 1 && id === undefined && kind === undefined)) return undefined;
  const first = columns.get(table.nameHead) ?? 1;
  const placeOf = (field: FieldName) => grid.placeOf(row, places.get(field) ?? first);
  return { record: { kind: table.kind, fields, placeOf }, isFilled: true };
}

/** What the form says for every row of it. */
function unitFields(form: FormMark, table: FoundTable['table']['id']): Fields {
  switch (table) {
    case 'values':
    case 'targets':
      return { region: form.unit };
    case 'self':
      return { region: form.unit, stage: 'self' };
    case 'marks':
      // Where several people mark, the row names its own.
      return { stage: 'department', marker: form.unit };
    default:
      return {};
  }
}

/** The text of a cell that an office filled in; what cannot be taken as it stands is a fault. */
function readInput(found: FoundTable, row: number, head: string, report: FormReport): string {
  const { table, grid, columns } = found;
  const column = columns.get(head) ?? 1;
  const cell = grid.cell(row, column);
  if (cell === undefined) return '';
  const place = grid.placeOf(row, column);
  const text = clean(cell.text);
  if (grid.lastMergedRow(row, column) > row) {
    report.fault('workbook-merged-input', place, { head, text });
    return '';
  }
  if (cell.kind === 'error') {
    report.fault('workbook-error-value', place, { text });
    return '';
  }
  if (cell.kind === 'blank') {
    report.fault('workbook-formula-without-value', place);
    return '';
  }
  const control = CONTROL.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    report.fault('workbook-control-character', place, { character: `U+${code}` });
    return '';
  }
  if (cell.isFormula && text !== '') report.notice('workbook-formula', place, { head, text });
  if (head === table.valueHead && isPercentUnclear(found, row, cell.kind, text)) {
    const times = parseDecimal(text)?.times(decimal(100)).toString() ?? '';
    report.fault('workbook-percent-unclear', place, { text, times });
    return '';
  }
  return text;
}

/**
 * Excel keeps 97.8 % as 0.978. Where the cell's format says so, it is read as 97.8 %; a bare 0.978
 * in a column of percentages may be either, and only who wrote it can tell.
 */
function isPercentUnclear(found: FoundTable, row: number, kind: string, text: string): boolean {
  const column = found.columns.get(UNIT_HEAD);
  if (kind !== 'number' || column === undefined) return false;
  const unit = clean(found.grid.textThroughMerge(row, column)).normalize('NFKC');
  const value = parseDecimal(text);
  return unit === '%' && value !== undefined && value.greaterThan(0) && value.lessThanOrEqualTo(1);
}

function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(WIDTHLESS, '').trim();
}
