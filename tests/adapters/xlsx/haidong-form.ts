import { sha256 } from '../../../src/adapters/files/sha256.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { digestOf } from '../../../src/domain/scoring/index.js';
import {
  regionWorkbook,
  type Sheet,
  type SheetCell,
  type Workbook,
} from '../../../src/domain/workbooks/index.js';
import { shippedSet } from '../../domain/metrics/read-example.js';
import { fillForm, type Answers } from '../../domain/workbooks/fill-form.js';

export const set = shippedSet('qinghai-2015');

/** The answers of an honest form, by id. */
const ANSWERS: Readonly<Record<string, Answers>> = {
  mfg_stated_rate: { 本年值: 93.36, 佐证编号: '附件1' },
  agri_stated_rate: { 本年值: 96.65 },
  plan_inclusion: { 本年值: '纳入本地区国民经济和社会发展规划' },
  work_report: { 本年值: '体现不充分', 说明: '只有一句' },
  yearly_scheme: { 本年值: '是' },
  policies_in_place: { 本年值: 6 },
};

const region = set.regions.assessed.find(({ id }) => id === 'haidong');
if (region === undefined) throw new Error('no haidong');

/** 海东市's form, filled in. */
export const filled: Workbook = fillForm(
  regionWorkbook(set, region, {
    digest: digestOf(set, sha256),
    period: '2015',
    past: () => undefined,
  }),
  (sheet, row) => {
    const id = row.get('代号') ?? '';
    if (sheet === '填报数据') return ANSWERS[id] ?? {};
    if (sheet === '目标备案') return id === 'mfg_rate' ? { 备案目标值: 93 } : {};
    return id === 'brand' ? { 自评得分: 3.3, 自评说明: '未设立本级政府质量奖' } : {};
  },
);

/** The bytes of a form. */
export function bytesOf(form: Workbook = filled): Promise<Uint8Array> {
  return writeWorkbook(form);
}

/** A form with one sheet changed. */
export function changed(name: string, change: (sheet: Sheet) => Sheet): Workbook {
  return {
    ...filled,
    sheets: filled.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

/** A form whose answer to one metric is another cell. */
export function answered(id: string, cell: Partial<SheetCell>, head = '本年值'): Workbook {
  return changed('填报数据', (sheet) => {
    const column = headsOf(sheet).indexOf(head);
    return {
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.cells[0]?.text === id
          ? { ...row, cells: row.cells.with(column, { look: 'input', ...cell }) }
          : row,
      ),
    };
  });
}

export function headsOf(sheet: Sheet): readonly string[] {
  return (sheet.rows[(sheet.headRow ?? 1) - 1]?.cells ?? []).map((cell) => cell?.text ?? '');
}

/** Every row of a sheet changed, the heads' row too. */
export function eachRow(
  sheet: Sheet,
  change: (
    cells: readonly (SheetCell | undefined)[],
    isHead: boolean,
  ) => readonly (SheetCell | undefined)[],
): Sheet {
  const head = (sheet.headRow ?? 1) - 1;
  return {
    ...sheet,
    merges: [],
    validations: [],
    hasFilter: false,
    rows: sheet.rows.map((row, index) =>
      index < head ? row : { ...row, cells: change(row.cells, index === head) },
    ),
  };
}
