import type { FormMark } from '../metrics/index.js';
import type { FormTable } from './form-table.js';
import { FORM_FORMAT, FORM_TABLES, MARK_KEYS, MARK_SHEET } from './form-tables.js';
import type { FormReport } from './read-form.js';
import type { SheetGrid } from './sheet-grid.js';

/** Whose form it is, and which tables were in it when it was made. */
export interface ReadMark {
  readonly form: FormMark;
  readonly tables: readonly FormTable['id'][];
}

const KINDS: Readonly<Record<string, FormMark['kind']>> = {
  region: 'region',
  department: 'department',
  office: 'office',
};

/** Reads the hidden sheet; undefined when a fault was reported. */
export function readMark(
  grids: readonly SheetGrid[],
  file: string,
  report: FormReport,
): ReadMark | undefined {
  const grid = grids.find(({ name }) => name === MARK_SHEET);
  if (grid === undefined) {
    report.fault('workbook-without-mark', {
      file,
      sheet: grids[0]?.name ?? '',
      line: 1,
      column: 1,
    });
    return undefined;
  }
  const said = new Map<string, string>();
  for (const { row, column, text } of grid.cellsBetween(1, 50)) {
    if (column === 1) said.set(text.trim(), grid.cell(row, 2)?.text.trim() ?? '');
  }
  const value = (key: keyof typeof MARK_KEYS): string => said.get(MARK_KEYS[key]) ?? '';
  const place = grid.placeOf(1, 1);
  const kind = KINDS[value('kind')];
  const tables = value('tables').split(',').filter(isTable);
  const isWhole =
    value('format') === FORM_FORMAT &&
    (['set', 'digest', 'period', 'name'] as const).every((key) => value(key) !== '');
  if (!isWhole || kind === undefined || tables.length === 0) {
    report.fault('workbook-mark-broken', place, { format: value('format') });
    return undefined;
  }
  return {
    form: {
      kind,
      unit: value('unit'),
      name: value('name'),
      set: value('set'),
      version: value('version'),
      digest: value('digest'),
      period: value('period'),
      shownNames: [],
      place,
    },
    tables,
  };
}

function isTable(id: string): id is FormTable['id'] {
  return Object.hasOwn(FORM_TABLES, id);
}
