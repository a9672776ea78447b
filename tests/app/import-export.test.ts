import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.js';
import { exportSet } from '../../src/app/export-set.js';
import { importSet } from '../../src/app/import-set.js';
import { validateSet } from '../../src/app/validate-set.js';
import {
  scoringWorkbook,
  type Sheet,
  type SheetCell,
  type Workbook,
} from '../../src/domain/workbooks/index.js';
import { setTexts } from '../../src/adapters/files/set-texts.js';
import { shippedSet } from '../domain/metrics/read-example.js';
import { scratchFolder, workbookPorts } from '../adapters/xlsx/workbook-ports.js';

const folder = scratchFolder();
const ports = workbookPorts((content) => Promise.resolve(readWorkbook(content)));
const texts = await setTexts('indicators/qinghai-2015');
const table = scoringWorkbook(shippedSet('qinghai-2015'), texts);

async function imported(content: Uint8Array, id = 'imported', regionsOf?: string) {
  const read = await importSet(ports, {
    content,
    file: '评分细则.xlsx',
    id,
    year: undefined,
    regionsOf,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const into = join(folder, id);
  for (const [path, text] of Object.entries(read.value.files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
  return { ...read.value, validated: await validateSet(ports, into) };
}

async function faultsOf(content: Uint8Array): Promise<readonly string[]> {
  const read = await importSet(ports, {
    content,
    file: '评分细则.xlsx',
    id: 'x',
    year: undefined,
    regionsOf: undefined,
  });
  return read.ok || read.error.kind !== 'faults'
    ? []
    : read.error.faults.map(
        ({ code, line, column }) => `${code} ${String(line)}:${String(column)}`,
      );
}

/** The exported table with its rows changed, by the code in their last column. */
function edited(
  change: (
    id: string,
    cells: readonly (SheetCell | undefined)[],
  ) => readonly (SheetCell | undefined)[],
  added: readonly (readonly SheetCell[])[] = [],
): Workbook {
  return {
    ...table,
    sheets: table.sheets.map((sheet, index) =>
      index > 0
        ? sheet
        : {
            ...sheet,
            rows: [
              ...sheet.rows.flatMap((row) => {
                const cells = change(row.cells[11]?.text ?? '', row.cells);
                return cells.length === 0 ? [] : [{ ...row, cells }];
              }),
              ...added.map((cells) => ({ cells })),
            ],
          },
    ),
  };
}

const text = (words: string): SheetCell => ({ look: 'text', text: words });

describe('exporting a set and importing it again', () => {
  it.each(['qinghai-2015', 'qinghai-food-2024', 'variety-1000'])(
    'gives the same set: %s',
    async (id) => {
      const exported = await exportSet(ports, id);
      if (!exported.ok) throw new Error(JSON.stringify(exported.error));
      const { files, notes, validated } = await imported(exported.value, id);
      const original = await validateSet(ports, `indicators/${id}`);

      expect(files).toEqual(await setTexts(`indicators/${id}`));
      expect(notes).toEqual([]);
      expect(validated.ok && validated.value.digest).toBe(
        original.ok ? original.value.digest : undefined,
      );
    },
  );

  it('takes over what was changed in the table, and keeps every comment', async () => {
    const content = await writeWorkbook(
      edited((id, cells) => {
        if (id === 'campaign') {
          return cells
            .with(3, text('质量月活动'))
            .with(2, text('质量月活动'))
            .with(4, text('开展活动得满分'))
            .with(7, text('省教育厅'))
            .with(8, text('省质监局、省妇联'));
        }
        return cells;
      }),
    );
    const { files, notes, validated } = await imported(content, 'edited');
    const rules = files['set.yaml'] ?? '';

    expect(validated.ok).toBe(true);
    const set = validated.ok ? validated.value.set : undefined;
    expect(set?.nodes.get('campaign')).toMatchObject({
      criterion: '开展活动得满分',
      lead: 'jyt',
      co: ['zjj', 'd30'],
    });
    expect(set?.departments.get('d30')).toBe('省妇联');
    expect(rules).toContain('# 国办发〔2013〕47号第三条');
    expect(notes.filter(({ kind }) => kind === 'changed').length).toBeGreaterThan(3);
  });

  it('says what a table cannot change', async () => {
    const content = await writeWorkbook(
      edited((id, cells) => (id === 'campaign' ? cells.with(6, text('随便打')) : cells)),
    );
    const { files, notes } = await imported(content, 'ignored');

    expect(notes.map(({ kind, label }) => [kind, label])).toEqual([
      ['ignored', '质量强省（质量兴青）活动'],
    ]);
    expect(files['set.yaml']).toBe(texts['set.yaml']);
  });

  it('enters a new row as an indicator for people, and takes a deleted one out', async () => {
    const row = [
      text('质量措施（60分）'),
      text('质量基础建设（12分）'),
      text('质量技术基础宣传'),
      text(''),
      text('宣传到位'),
      text(''),
      text(''),
      text('省质监局'),
      text(''),
      { look: 'number', number: '3' } as const,
    ];
    const content = await writeWorkbook(
      edited((id, cells) => (id === 'talent' ? [] : cells), [row]),
    );
    const { validated, notes } = await imported(content, 'added');

    expect(validated.ok).toBe(true);
    const set = validated.ok ? validated.value.set : undefined;
    expect(set?.nodes.has('talent')).toBe(false);
    const added = [...(set?.nodes.values() ?? [])].find(
      ({ label }) => label === '质量技术基础宣传',
    );
    expect(added).toMatchObject({ fullPoints: '3', parent: 'foundation', lead: 'zjj' });
    expect(notes.map(({ kind }) => kind).sort()).toEqual(['added', 'removed']);
  });

  it('asks back about points and codes that mean nothing', async () => {
    const content = await writeWorkbook(
      edited((id, cells) => {
        if (id === 'campaign') return cells.with(9, text('若干'));
        return id === 'brand' ? cells.with(11, text('brandy')) : cells;
      }),
    );
    expect(await faultsOf(content)).toEqual([
      'workbook-no-points 12:4',
      'workbook-unknown-code 14:4',
    ]);
  });
});

/** A table as 徐州 and 南通 print it: merged levels, points of a group, points in the wording. */
const OFFICE_TABLE: Workbook = {
  title: '细则',
  sheets: [
    {
      name: 'Sheet1',
      isHidden: false,
      isLocked: false,
      isLandscape: false,
      widths: [],
      validations: [],
      headRow: undefined,
      hasFilter: false,
      merges: [
        [1, 1, 1, 8],
        [3, 1, 8, 1],
        [3, 2, 6, 2],
        [3, 3, 6, 3],
        [3, 8, 6, 8],
      ],
      rows: [
        ['某市2016年度质量工作考核评分细则'],
        [
          '一级指标',
          '二级指标',
          '三级指标',
          '评 分 标 准',
          '评分依据',
          '打分方法',
          '考核牵头部门',
          '分值',
        ],
        [
          '质量宏观管理（10分）',
          '规划战略制定',
          '质量发展规划制定与实施',
          '纳入本地区规划得1分，只纳入部门规划得0.5分，未纳入不得分（1分）',
          '规划文本',
          '查阅资料',
          '市发改委、市质监局',
          '4',
        ],
        ['', '', '', '制定得1分，未制定不得分（1分）', '', '', '市质监局'],
        ['', '', '', '每缺少一个方面扣0.1分，扣完为止（1分）', '', '', '市财政局'],
        ['', '', '', '政府工作报告充分体现质量工作（1分）', '', '', '市质监局'],
        [
          '',
          '质量提升',
          '产品合格率',
          '达到目标得满分；每低1个百分点扣0.5分，扣完为止。',
          '',
          '',
          '市质监局',
          '３分',
        ],
        ['', '', '品牌建设', '有规划1分；有奖励1分；有新增1分', '', '', '市市场监管局', '3'],
        ['合计', '', '', '', '', '', '', '10'],
      ].map((cells) => ({
        cells: cells.map((words) => (words === '' ? undefined : text(words))),
      })),
    },
  ],
};

/** Heads over two rows, the rule beside what is asked for, and a line above the title. */
const TWO_ROWS_OF_HEADS: Workbook = {
  title: '',
  sheets: [
    {
      ...(OFFICE_TABLE.sheets[0] as Sheet),
      merges: [
        [3, 1, 3, 3],
        [3, 4, 4, 4],
        [3, 5, 4, 5],
        [3, 6, 4, 6],
        [6, 1, 7, 1],
        [6, 2, 7, 2],
        [6, 3, 7, 3],
        [6, 6, 7, 6],
      ],
      rows: [
        ['附件2'],
        ['某市质量工作考核评分表（2017年度）'],
        ['考核指标', '', '', '评分标准', '评分方法', '分值', '自评分'],
        ['一级', '二级', '三级'],
        [
          '质量目标',
          '一、产品质量',
          '1.产品质量合格率',
          '合格率',
          '达到目标得满分，每低1个百分点扣0.5分，扣完为止',
          '7',
        ],
        [
          '质量措施',
          '宏观管理',
          '规划',
          '质量（含计量、标准）目标纳入规划（1分）',
          '纳入得1分，未纳入不得分',
          '3',
        ],
        ['', '', '', '召开质量工作会议，主要领导出席（2分）', '视情况给分'],
      ].map((cells) => ({
        cells: cells.map((words) => (words === '' ? undefined : text(words))),
      })),
    },
  ],
};

describe("importing an office's own table", () => {
  it('understands merged cells, reads rules from wording and leaves the rest to people', async () => {
    const { validated, notes, needsRegions } = await imported(
      await writeWorkbook(OFFICE_TABLE),
      'office',
      'qinghai-2015',
    );
    if (!validated.ok) throw new Error(JSON.stringify(validated.error, null, 1));
    const { set } = validated.value;
    const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');

    expect(set.title).toBe('某市2016年度质量工作考核评分细则');
    expect([set.year, set.fullPoints, needsRegions]).toEqual(['2016', '10', false]);
    expect(leaves.map((leaf) => [leaf.number, leaf.fullPoints, leaf.rule?.kind ?? '评分'])).toEqual(
      [
        ['1.1.1.1', '1', 'levels'],
        ['1.1.1.2', '1', 'levels'],
        ['1.1.1.3', '1', 'missingItems'],
        ['1.1.1.4', '1', '评分'],
        ['1.2.1', '3', 'target'],
        ['1.2.2', '3', '评分'],
      ],
    );
    expect(set.departments.size).toBe(4);
    expect(leaves[0]).toMatchObject({ co: [expect.any(String) as unknown] });
    expect(notes.filter(({ kind }) => kind === 'marked').map(({ label }) => label)).toEqual([
      '政府工作报告充分体现质量工作',
      '品牌建设',
    ]);
  });

  it('reads heads of two rows, and rules where they stand under 打分方法', async () => {
    const { validated, notes } = await imported(
      await writeWorkbook(TWO_ROWS_OF_HEADS),
      'two-rows',
      'qinghai-2015',
    );
    if (!validated.ok) throw new Error(JSON.stringify(validated.error, null, 1));
    const { set } = validated.value;
    const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');

    expect([set.title, set.year]).toEqual(['某市质量工作考核评分表（2017年度）', '2017']);
    expect(leaves.map(({ number, label, rule }) => [number, label, rule?.kind ?? '评分'])).toEqual([
      ['1.1.1', '产品质量合格率', 'target'],
      ['2.1.1.1', '质量（含计量、标准）目标纳入规划', 'levels'],
      ['2.1.1.2', '召开质量工作会议', '评分'],
    ]);
    expect(leaves.map(({ criterion }) => criterion)).toEqual([
      '合格率：达到目标得满分，每低1个百分点扣0.5分，扣完为止',
      '质量（含计量、标准）目标纳入规划（1分）：纳入得1分，未纳入不得分',
      '召开质量工作会议，主要领导出席（2分）：视情况给分',
    ]);
    expect(notes.map(({ kind }) => kind)).toEqual(['computed', 'computed', 'marked']);
  });

  it('says where a table lacks points, a year, or is no table', async () => {
    const [sheet] = OFFICE_TABLE.sheets;
    if (sheet === undefined) throw new Error('not there');
    const without = (row: number, column: number): Workbook => ({
      title: '',
      sheets: [
        {
          ...sheet,
          rows: sheet.rows.map((one, index) =>
            index === row ? { cells: one.cells.with(column, undefined) } : one,
          ),
        },
      ],
    });
    expect(await faultsOf(await writeWorkbook(without(7, 7)))).toEqual(['workbook-no-points 8:3']);
    expect(await faultsOf(await writeWorkbook(without(0, 0)))).toEqual(['workbook-no-year 3:3']);
    const bare = { title: '', sheets: [{ ...sheet, rows: sheet.rows.slice(0, 1), merges: [] }] };
    expect(await faultsOf(await writeWorkbook(bare))).toEqual(['workbook-no-scoring-table 1:1']);
  });
});
