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
  [{ finding, level: '错误', message: '=1+1' }],
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

  it('keeps a message a text', () => {
    expect(sheets.get('核对意见')?.cells.find(({ text }) => text === '=1+1')?.kind).toBe('text');
  });
});
