import type { IndicatorSet } from '../indicators/index.js';
import { parseDecimal } from '../kernel/decimal.js';
import type { FieldName } from '../metrics/index.js';
import type { InputCell, InputScalar, PreviewInput } from '../preview/index.js';
import { FORM_TABLES, type FormTable } from './form-tables.js';
import type { SheetCell, Workbook } from './workbook.js';

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
  const stated = (table: FormTable, id: string): Stated => {
    if (table.kind === 'value') return input.metrics?.[period]?.[id];
    return table.kind === 'target' ? input.targets?.[id] : input.self?.[id];
  };
  const sheets = form.sheets.map((sheet) => {
    const table = TABLES.find((one) => one.sheet === sheet.name);
    const { headRow } = sheet;
    if (table === undefined || headRow === undefined) return sheet;
    const rows = sheet.rows.map((row, index) => {
      const id = row.cells[0]?.text;
      if (index < headRow || id === undefined) return row;
      const said = stated(table, id);
      const choices = set.metrics.get(id)?.levels ?? new Map<string, string>();
      const cells = row.cells.map((cell, column) => {
        const { field } = table.columns[column] ?? {};
        const text = field === undefined ? '' : textOf(said, field, table.kind);
        return cell === undefined || text === '' ? cell : written(cell, choices.get(text) ?? text);
      });
      return { ...row, cells };
    });
    return { ...sheet, rows };
  });
  return { ...form, sheets };
}

const TABLES: readonly FormTable[] = [FORM_TABLES.values, FORM_TABLES.targets, FORM_TABLES.self];

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

/** A number is written as one, so that the office can go on calculating with it. */
function written(cell: SheetCell, text: string): SheetCell {
  return parseDecimal(text) === undefined ? { ...cell, text } : { ...cell, number: text };
}
