import { expect, test } from 'vitest';
import { readPapers } from '../../../src/adapters/html/read-papers.js';
import { paperWorkbook, type Workbook } from '../../../src/domain/workbooks/index.js';
import { filledWith, NOTICE } from '../../adapters/docx/drafts.js';

function workbookOf(body: string, disclaimer: string | null = null): Workbook | undefined {
  const papers = readPapers(filledWith(body));
  if (!papers.ok) throw new Error(JSON.stringify(papers.error));
  return paperWorkbook({ title: '考核结果通报', disclaimer }, papers.value);
}

const book = workbookOf(NOTICE);
const [scores, points] = book?.sheets ?? [];

test('each table of a notice is a sheet, called by its caption or the heading above it', () => {
  expect(book?.sheets.map(({ name }) => name)).toEqual(['得分表', '方法']);
});

test('two tables below one heading have names of their own, without what Excel forbids', () => {
  const table = '<table><tbody><tr><td>1</td></tr></tbody></table>';
  const two = workbookOf(`<main><h2>得分/名次</h2>${table}${table}</main>`);
  expect(two?.sheets.map(({ name }) => name)).toEqual(['得分名次', '得分名次（2）']);
});

test('heads that span keep their areas', () => {
  expect(scores?.merges).toEqual([
    [1, 1, 1, 4],
    [2, 1, 3, 1],
    [2, 2, 3, 2],
    [2, 3, 2, 4],
  ]);
  expect(scores?.headRow).toBe(3);
});

test('an amount is a number as it is printed, a number of a row is a name', () => {
  const row = scores?.rows[3]?.cells;
  expect(row?.[0]).toMatchObject({ text: '1.10' });
  expect(row?.[2]).toMatchObject({ number: '98.95', format: '0.00' });
  expect(row?.[3]).toMatchObject({ number: '97.74', format: '0.00" %"' });
  expect(points?.rows[2]?.cells[1]).toMatchObject({ number: '4.00', format: '0.00' });
});

test('a text that looks like a formula stays a text, a dash is no number, a minus is', () => {
  const row = scores?.rows[4]?.cells;
  expect(row?.[1]).toMatchObject({ text: '=1+1' });
  expect(row?.[1]?.formula).toBeUndefined();
  expect(row?.[2]).toMatchObject({ text: '—' });
  expect(row?.[3]).toMatchObject({ number: '-3.50' });
});

test('what is no official document says so on every sheet, and its heads stand a row lower', () => {
  const sheets = workbookOf(NOTICE, '示例数据，非真实考核结果')?.sheets ?? [];
  for (const { rows } of sheets) {
    expect(rows[1]?.cells).toEqual([{ look: 'hint', text: '【示例数据，非真实考核结果】' }]);
  }
  expect(sheets[0]?.headRow).toBe(4);
  expect(sheets[0]?.merges).toEqual([
    [1, 1, 1, 4],
    [2, 1, 2, 4],
    [3, 1, 4, 1],
    [3, 2, 4, 2],
    [3, 3, 3, 4],
  ]);
});

test('a document without a table is no workbook', () => {
  expect(workbookOf('<main><p>无。</p></main>')).toBeUndefined();
});
