import type { IndicatorSet } from '../indicators/index.js';
import { parseDecimal } from '../kernel/decimal.js';
import type { FieldName } from '../metrics/index.js';
import type { InputCell, InputScalar, PreviewInput } from '../preview/index.js';
import { kindName } from './events-sheet.js';
import type { FormTable } from './form-table.js';
import { FORM_TABLES } from './form-tables.js';
import { rowHeight } from './row-height.js';
import type { CellLook, SheetCell, Workbook } from './workbook.js';

type Stated = InputCell<FieldName> | undefined;

/**
 * 填好的填报表: a region's form with what the region has stated so far. What the form does not ask
 * of the region, it does not show.
 *
 * @param form what `regionWorkbook` made
 * @param period the period of the form
 */
export function fillRegionForm(
  form: Workbook,
  input: PreviewInput,
  set: IndicatorSet,
  period: string,
): Workbook {
  const stated = (table: FormTable, id: string, row: number): Stated => {
    switch (table.kind) {
      case 'value':
        return input.metrics?.[period]?.[id];
      case 'target':
        return input.targets?.[id];
      case 'event':
        return input.events?.[row] ?? {};
      default:
        return input.self?.[id];
    }
  };
  const sheets = form.sheets.map((sheet) => {
    const table = TABLES.find((one) => one.sheet === sheet.name);
    const { headRow } = sheet;
    if (table === undefined || headRow === undefined) return sheet;
    const rows = sheet.rows.map((row, index) => {
      const id = row.cells[0]?.text;
      if (index < headRow || id === undefined) return row;
      const said = stated(table, id, index - headRow);
      const name = nameOf(set, table, id, said);
      const cells = row.cells.map((cell, column) => {
        const { field } = table.columns[column] ?? {};
        const text = field === undefined ? '' : textOf(said, field, table.kind);
        if (cell === undefined || field === undefined || text === '') return cell;
        return written(cell, name(field, text));
      });
      const texts = cells.map((cell, column) => ({
        text: cell?.text ?? '',
        width: sheet.widths[column] ?? 10,
      }));
      return { ...row, height: rowHeight(texts), cells };
    });
    return { ...sheet, rows };
  });
  return { ...form, sheets };
}

const TABLES: readonly FormTable[] = [
  FORM_TABLES.values,
  FORM_TABLES.targets,
  FORM_TABLES.self,
  FORM_TABLES.events,
];

/** What a drop-down calls what was stated by its code. */
function nameOf(
  set: IndicatorSet,
  table: FormTable,
  id: string,
  said: Stated,
): (field: FieldName, text: string) => string {
  if (table.kind !== 'event') {
    const levels = set.metrics.get(id)?.levels ?? new Map<string, string>();
    return (_, text) => levels.get(text) ?? text;
  }
  const written = textOf(said, 'kind', table.kind);
  const kind =
    set.events.get(written) ?? [...set.events.values()].find(({ label }) => label === written);
  return (field, text) => {
    if (field === 'kind') return kind === undefined ? text : kindName(kind, set);
    return field === 'level' ? (kind?.levels[text] ?? text) : text;
  };
}

function textOf(said: Stated, field: FieldName, kind: FormTable['kind']): string {
  const isAlone = field === (kind === 'mark' ? 'points' : 'value');
  if (typeof said !== 'object' || said === null) return isAlone ? plain(said) : '';
  // A form has no column for the state: 不适用 stands where the number would.
  if (field === 'value' && plain(said.status).includes('不适用')) return '不适用';
  return plain(said[field]);
}

function plain(value: InputScalar | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value).trim();
}

/**
 * A number is written as one where one is asked for, so that the office can go on calculating with
 * it; a number of a document stays a text, with its noughts.
 */
function written(cell: SheetCell, text: string): SheetCell {
  const isNumber = NUMERIC.has(cell.look) && parseDecimal(text) !== undefined;
  return isNumber ? { ...cell, number: text } : { ...cell, text };
}

const NUMERIC: ReadonlySet<CellLook> = new Set(['input']);
