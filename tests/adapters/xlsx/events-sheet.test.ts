import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { xlsxDataSource } from '../../../src/adapters/xlsx/xlsx-data-source.js';
import { cellName } from '../../../src/domain/kernel/cell-name.js';
import { examineYearData } from '../../../src/domain/metrics/index.js';
import { statedFigures, type PreviewInput } from '../../../src/domain/preview/index.js';
import { digestOf } from '../../../src/domain/scoring/index.js';
import {
  fillRegionForm,
  regionWorkbook,
  type Sheet,
  type SheetCell,
  type Workbook,
} from '../../../src/domain/workbooks/index.js';
import { eachRow, headsOf, set } from './haidong-form.js';
import { unzip } from './zip-parts.js';

const region = set.regions.assessed.find(({ id }) => id === 'haidong');
if (region === undefined) throw new Error('no haidong');
const options = { digest: digestOf(set, sha256), period: '2015', past: () => undefined };
const form = regionWorkbook(set, region, options);
const source = xlsxDataSource((content) => Promise.resolve(readWorkbook(content)));

function withEvents(change: (sheet: Sheet) => Sheet, whole = form): Workbook {
  return {
    ...whole,
    sheets: whole.sheets.map((sheet) => (sheet.name === '事项' ? change(sheet) : sheet)),
  };
}

type Row = Readonly<Record<string, string | Partial<SheetCell>>>;

/** The form with rows of events filled in, by the heads of the columns. */
function filled(...rows: readonly Row[]): Workbook {
  return withEvents((sheet) => {
    const heads = headsOf(sheet);
    const first = sheet.headRow ?? 0;
    const body = sheet.rows.map((row, index) => {
      const said = rows[index - first];
      if (said === undefined) return row;
      const cells = row.cells.map((cell, column): SheetCell | undefined => {
        const answer = said[heads[column] ?? ''];
        if (answer === undefined || cell === undefined) return cell;
        return { ...cell, ...(typeof answer === 'string' ? { text: answer } : answer) };
      });
      return { ...row, cells };
    });
    return { ...sheet, rows: body };
  });
}

async function verdict(made: Workbook) {
  const read = await source.read(await writeWorkbook(made), '海东市.xlsx');
  const examined = read.ok ? examineYearData([read.value], set) : undefined;
  const faults = read.ok ? (examined?.faults ?? []) : read.error;
  return {
    // That it stands in the region's own form is told of it, and is no part of what it says.
    events: (examined?.data.events ?? []).map(
      ({ place: _, isSelfReported: __, ...event }) => event,
    ),
    faults: faults.map(
      ({ code, sheet, line, column }) => `${code} ${sheet ?? ''}!${cellName(line, column)}`,
    ),
  };
}

const AWARD: Row = {
  事项类别: '获得政府质量奖',
  级别: '省级',
  摘要: '一家企业获省质量奖',
  发生日期: '2014-12-18',
  认定日期: '2015年1月5日',
  认定机关: '省质量奖评审委员会',
  认定文件: '〔2015〕1号',
};

const READ = {
  id: '630200-01',
  kind: 'quality_award',
  region: 'haidong',
  level: 'provincial',
  matter: '630200-01',
  share: '1',
  occurred: '2014-12-18',
  found: '2015-01-05',
  authority: '省质量奖评审委员会',
  document: '〔2015〕1号',
  summary: '一家企业获省质量奖',
};

describe("the events of a region's form", () => {
  it('say nothing where only their numbers stand in the form', async () => {
    expect(await verdict(form)).toEqual({ events: [], faults: [] });
  });

  it('are what the register of a data file says', async () => {
    expect(await verdict(filled(AWARD))).toEqual({ events: [READ], faults: [] });
  });

  it('are asked for by lists, dates and shares, and nothing else of the sheet is open', async () => {
    const parts = unzip(await writeWorkbook(form));
    const names = form.sheets.map(({ name }) => name);
    const xml = parts.get(`xl/worksheets/sheet${String(names.indexOf('事项') + 1)}.xml`) ?? '';
    expect(xml).toContain('<sheetProtection');
    expect(xml.match(/<dataValidation /g)).toHaveLength(5);
    expect(xml).toContain('国家级,省级,逾期一周以内,逾期超过一周,较大,一般');
    expect(parts.get('xl/workbook.xml')).toContain("'事项'!$A$1:$J$25");
    const guide = form.sheets[0]?.rows.map(({ cells }) => cells[0]?.text ?? '').join('\n');
    expect(guide).toContain('获得政府质量奖（加分）：国家级加 2 分，省级加 1 分，合计最多 2 分');
    expect(guide).toContain('瞒报、谎报，数据弄虚作假（否决或降级）');
  });

  it('have rows that grow with what is written, below heads that stay', async () => {
    const parts = unzip(await writeWorkbook(form));
    const xml = parts.get('xl/worksheets/sheet5.xml') ?? '';
    expect(xml).toMatch(/<row r="5" ht="24" customHeight="1">/);
    expect(xml).toMatch(/<row r="6" ht="\d+">/);
  });

  it('stay beside their numbers, the cursor in the first cell that is to be filled in', async () => {
    const xml = unzip(await writeWorkbook(form)).get('xl/worksheets/sheet5.xml') ?? '';
    expect(xml).toContain('<pane xSplit="1" ySplit="5" topLeftCell="B6" activePane="bottomRight"');
    expect(xml).toContain('<selection pane="bottomRight" activeCell="B6" sqref="B6"/>');
  });

  it('are not asked for where the set counts none', () => {
    const plain = regionWorkbook({ ...set, events: new Map() }, region, options);
    expect(plain.sheets.map(({ name }) => name)).not.toContain('事项');
  });

  it('may be lacking in a form that was made before there were any', async () => {
    const older: Workbook = {
      ...form,
      sheets: form.sheets
        .filter(({ name }) => name !== '事项')
        .map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.cells[0]?.text === '表'
              ? { cells: [row.cells[0], { look: 'text' as const, text: 'values,targets,self' }] }
              : row,
          ),
        })),
    };
    expect(await verdict(older)).toEqual({ events: [], faults: [] });
  });

  it('may not be deleted with their sheet', async () => {
    const cut = { ...form, sheets: form.sheets.filter(({ name }) => name !== '事项') };
    expect((await verdict(cut)).faults).toEqual(['workbook-missing-sheet 填写说明!A1']);
  });
});

const HARMLESS: Readonly<Record<string, Workbook>> = {
  'a date as a spreadsheet keeps it': filled({
    ...AWARD,
    发生日期: { number: '41991', format: 'yyyy-mm-dd' },
  }),
  'a date in eight digits': filled({ ...AWARD, 发生日期: { number: '20141218', format: '0' } }),
  'a date in full-width digits': filled({ ...AWARD, 发生日期: '２０１４年１２月１８日' }),
  'codes in place of names': filled({ ...AWARD, 事项类别: 'quality_award', 级别: 'provincial' }),
  'blanks around what was written': filled({
    ...AWARD,
    级别: ' 省级\u3000',
    事项类别: '获得政府质量奖 ',
  }),
  'a row left out': filled({}, { ...AWARD, 编号: '630200-01' }),
  'a column inserted': withEvents(
    (sheet) =>
      eachRow(sheet, (cells, isHead) =>
        cells.toSpliced(2, 0, { look: 'text', text: isHead ? '联系人' : '某某' }),
      ),
    filled(AWARD),
  ),
  'rows sorted the other way': withEvents((sheet) => {
    const head = sheet.headRow ?? 1;
    return {
      ...sheet,
      rows: [...sheet.rows.slice(0, head), ...sheet.rows.slice(head).reverse()],
    };
  }, filled(AWARD)),
  'the sheet renamed': {
    ...filled(AWARD),
    sheets: filled(AWARD).sheets.map((sheet) =>
      sheet.name === '事项' ? { ...sheet, name: '加分项' } : sheet,
    ),
  },
  'remarks below the table': withEvents(
    (sheet) => ({
      ...sheet,
      rows: [
        ...sheet.rows,
        { cells: [{ look: 'text', text: '注：以上均附证书复印件。' }] },
        { cells: [undefined, undefined, undefined, { look: 'text', text: '审核人：某某' }] },
      ],
    }),
    filled(AWARD),
  ),
};

describe('events that an office wrote in its own way', () => {
  it.each(Object.entries(HARMLESS))('say the same after %s', async (_, made) => {
    expect(await verdict(made)).toEqual({ events: [READ], faults: [] });
  });

  it.each([
    ['half', { number: '0.5' }],
    ['half as a percentage', { number: '0.5', format: '0%' }],
    ['half as a text', { text: '５０％' }],
  ])('share a matter with another region: %s', async (_, share) => {
    const { events } = await verdict(filled({ ...AWARD, 份额: share }));
    expect(events.map((event) => event.share)).toEqual(['0.5']);
  });
});

describe('events that cannot be taken as they are', () => {
  it.each([
    ['no kind', { 级别: '省级' }, ['data-missing-field 事项!B6']],
    ['a kind that is not there', { 事项类别: '获奖' }, ['data-unknown-event-kind 事项!B6']],
    ['no level', { 事项类别: '获得政府质量奖' }, ['data-event-without-level 事项!C6']],
    [
      'a level of another kind',
      { 事项类别: '获得政府质量奖', 级别: '较大' },
      ['data-unknown-event-level 事项!C6'],
    ],
    ['no number', { ...AWARD, 编号: '' }, ['data-missing-field 事项!A6']],
    ['a day that is not there', { ...AWARD, 认定日期: '2015-02-30' }, ['data-bad-date 事项!F6']],
    ['a month alone', { ...AWARD, 发生日期: '2015年3月' }, ['data-bad-date 事项!E6']],
    ['a share above one', { ...AWARD, 份额: { number: '2' } }, ['data-event-share 事项!J6']],
  ] as const)('are asked back by their cell: %s', async (_, row, faults) => {
    expect((await verdict(filled(row))).faults).toEqual(faults);
  });

  it('are told all at once', async () => {
    const { faults } = await verdict(filled({ 级别: '省级' }, {}, { ...AWARD, 级别: '县级' }));
    expect(faults).toEqual(['data-missing-field 事项!B6', 'data-unknown-event-level 事项!C8']);
  });

  it('are asked back where one number says two things', async () => {
    const { faults } = await verdict(
      filled(AWARD, { ...AWARD, 编号: '630200-01', 级别: '国家级' }),
    );
    expect(faults).toEqual(['data-contradiction 事项!A7']);
  });

  it('are asked back where one cell was made of two rows', async () => {
    const merged = withEvents(
      (sheet) => ({ ...sheet, merges: [...sheet.merges, [6, 2, 7, 2] as const] }),
      filled(AWARD, { 摘要: '又一家企业' }),
    );
    expect((await verdict(merged)).faults).toContain('workbook-merged-input 事项!B6');
  });
});

describe('events that were typed on the page', () => {
  const SUMMARY = '一家企业获省质量奖，'.repeat(6);
  const input: PreviewInput = {
    events: [
      {
        id: '007',
        kind: 'quality_award',
        level: 'provincial',
        document: '1.10',
        share: '0.5',
        summary: SUMMARY,
      },
      ...Array.from({ length: 24 }, (_, index) => ({
        id: index === 0 ? '630200-02' : `e${String(index)}`,
        kind: 'false_report',
        summary: '=1+1',
      })),
    ],
  };

  it('are all in the form that is taken away, and read as they were typed', async () => {
    const events = (input.events ?? []).map(({ id }) => String(id));
    const made = fillRegionForm(
      regionWorkbook(set, region, { ...options, events }),
      input,
      set,
      '2015',
    );
    const read = await source.read(await writeWorkbook(made), '海东市.xlsx');
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const stated = statedFigures([read.value], set);
    expect(stated.figures).toBe(25);
    expect(stated.input.events?.[0]).toEqual({
      id: '007',
      kind: '获得政府质量奖',
      level: '省级',
      document: '1.10',
      share: '0.5',
      summary: SUMMARY,
    });
    const sheet = made.sheets.find(({ name }) => name === '事项');
    const [longer, shorter] = [sheet?.rows[5]?.height ?? 0, sheet?.rows[6]?.height ?? 0];
    expect(longer).toBeGreaterThan(shorter);
    const numbers = sheet?.rows.slice(sheet.headRow).map(({ cells }) => cells[0]?.text) ?? [];
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.length).toBeGreaterThan(events.length);
  });
});
