import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { readYearData } from '../../../src/domain/metrics/index.js';
import { scoreYear } from '../../../src/domain/scoring/index.js';
import { resultWorkbook } from '../../../src/domain/workbooks/index.js';
import { filesIn, shippedSet, soundData } from '../metrics/read-example.js';

const set = shippedSet('qinghai-2015');
const data = soundData(readYearData(filesIn('indicators/qinghai-2015/data'), set));
const run = scoreYear(set, data, sha256);
const finding = {
  level: 'error' as const,
  code: 'x',
  check: undefined,
  region: 'xining',
  metric: undefined,
  facts: {},
};
const workbook = resultWorkbook(
  set,
  run,
  [{ finding, level: '错误', message: '=1+1', where: '西宁市.xlsx 填报数据!G6' }],
  ['四舍五入'],
);
const read = readWorkbook(await writeWorkbook(workbook));
if (!read.ok) throw new Error(read.error.code);
const sheets = new Map(read.value.sheets.map((sheet) => [sheet.name, sheet]));

describe('the result workbook', () => {
  it('has ranking, score sheet, findings and method', () => {
    expect([...sheets.keys()]).toEqual(['排名', '得分表', '核对意见', '方法']);
  });

  it('ranks every region, its score a number', () => {
    const cells = sheets.get('排名')?.cells ?? [];

    const row = cells.filter((cell) => cell.row === 4);

    expect(row.map(({ text }) => text).slice(0, 4)).toEqual(['1', '西宁市', '630100', '93.30']);
    expect(row.find(({ column }) => column === 4)?.kind).toBe('number');
    expect(cells.filter(({ column, row: at }) => column === 1 && at > 3)).toHaveLength(8);
  });

  it('gives every indicator of every region, or why there are no points', () => {
    const cells = sheets.get('得分表')?.cells ?? [];
    const leaf = run.regions.findIndex(({ id }) => id === 'guoluo');
    const name = cells.find(({ text }) => text.trim() === '大中型工程一次验收合格率');
    const works = cells.find(({ row, column }) => row === name?.row && column === 4 + leaf);

    expect(works?.text).toBe('不适用');
    expect(new Set(cells.map(({ row }) => row)).size).toBe(set.nodes.size + 3);
  });

  it('says of which year it is, that its set is not issued yet, and where a finding stands', () => {
    for (const name of ['排名', '得分表', '核对意见']) {
      const said = sheets.get(name)?.cells.find(({ row }) => row === 2)?.text;
      expect(said).toBe(
        '考核年度：2015年度（2014-07-01至2015-06-30）　　指标体系尚未印发，结果不能作正式结果　　【示例数据，非真实考核结果】',
      );
    }
    const places = (sheets.get('核对意见')?.cells ?? []).filter(({ column }) => column === 4);
    expect(places.map(({ text }) => text)).toEqual(['位置', '西宁市.xlsx 填报数据!G6']);
  });

  it('keeps names in view beside many regions, and gives a long title room', () => {
    const [ranking, points, , method] = workbook.sheets;
    expect([ranking?.fixedColumns, points?.fixedColumns]).toEqual([2, 3]);
    const short = resultWorkbook({ ...set, title: '某市' }, run, [], ['四舍五入']);
    expect(short.sheets[3]?.rows[0]?.height).toBe(30);
    expect(method?.rows[0]?.height).toBeGreaterThan(45);
  });

  it('keeps a message a text', () => {
    expect(sheets.get('核对意见')?.cells.find(({ text }) => text === '=1+1')?.kind).toBe('text');
  });
});
