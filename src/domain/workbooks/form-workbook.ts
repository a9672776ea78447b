import type { FormMark } from '../metrics/index.js';
import { rowHeight, titleRow } from './row-height.js';
import type { FormTable } from './form-table.js';
import { CHOICES_SHEET, FORM_FORMAT, MARK_KEYS, MARK_SHEET } from './form-tables.js';
import type { Sheet, SheetCell, Workbook } from './workbook.js';

/** Who gets a form. */
export type FormIdentity = Omit<FormMark, 'shownNames' | 'place'>;

/** A form: what to do, its tables, and hidden whose it is. */
export function formWorkbook(
  title: string,
  guide: readonly string[],
  tables: readonly { readonly id: FormTable['id']; readonly sheet: Sheet }[],
  identity: FormIdentity,
): Workbook {
  return {
    title,
    sheets: [
      guideSheet(title, guide),
      ...tables.map(({ sheet }) => sheet),
      markSheet(
        identity,
        tables.map(({ id }) => id),
      ),
    ],
  };
}

function guideSheet(title: string, guide: readonly string[]): Sheet {
  // What an upright page holds.
  const width = 80;
  return {
    ...PLAIN,
    name: '填写说明',
    isLocked: true,
    widths: [width],
    rows: [
      titleRow(title, [width]),
      ...guide.map((text) => ({
        height: rowHeight([{ text, width, size: 11 }]),
        cells: [{ look: 'line' as const, text }],
      })),
    ],
  };
}

function markSheet(identity: FormIdentity, tables: readonly FormTable['id'][]): Sheet {
  const said: readonly (readonly [string, string])[] = [
    [MARK_KEYS.format, FORM_FORMAT],
    [MARK_KEYS.kind, identity.kind],
    [MARK_KEYS.unit, identity.unit],
    [MARK_KEYS.name, identity.name],
    [MARK_KEYS.set, identity.set],
    [MARK_KEYS.version, identity.version],
    [MARK_KEYS.digest, identity.digest],
    [MARK_KEYS.period, identity.period],
    [MARK_KEYS.tables, tables.join(',')],
  ];
  const cell = (text: string): SheetCell => ({ look: 'text', text });
  return {
    ...PLAIN,
    name: MARK_SHEET,
    isHidden: true,
    isLocked: true,
    widths: [12, 70],
    rows: said.map(([key, value]) => ({ cells: [cell(key), cell(value)] })),
  };
}

/** A sheet without anything. */
export const PLAIN: Sheet = {
  name: CHOICES_SHEET,
  isHidden: false,
  isLocked: false,
  isLandscape: false,
  widths: [],
  rows: [],
  merges: [],
  validations: [],
  headRow: undefined,
  hasFilter: false,
};
