import { expect, it } from 'vitest';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { examineYearData, findFindings } from '../../../src/domain/metrics/index.js';
import { statedFigures } from '../../../src/domain/preview/index.js';
import {
  departmentWorkbook,
  placeFindings,
  readForm,
  regionWorkbook,
  type Workbook,
} from '../../../src/domain/workbooks/index.js';
import { fillForm, type Answers } from '../../domain/workbooks/fill-form.js';
import { sampleYear } from '../../domain/preview/sample-year.js';

const { set } = await sampleYear('qinghai-2015');
const options = { digest: 'x', period: '2015', past: () => undefined };
const HEADS = ['发布单位', '发布文件', '发布日期', '样本量'];

function headsOf(workbook: Workbook, name: string): readonly string[] {
  const sheet = workbook.sheets.find((one) => one.name === name);
  return (sheet?.rows[(sheet.headRow ?? 1) - 1]?.cells ?? []).map((cell) => cell?.text ?? '');
}

it('a form asks where a statistic was published, in the rows of such statistics alone', () => {
  const office = departmentWorkbook(set, undefined, options);
  expect(headsOf(office, '提供数据')).toEqual(expect.arrayContaining(HEADS));
  const sheet = office.sheets.find(({ name }) => name === '提供数据');
  const rows = sheet?.rows.slice(sheet.headRow) ?? [];
  for (const { cells } of rows) {
    const isPublished = set.metrics.get(cells[0]?.text ?? '')?.type === 'published';
    expect(cells.slice(-4).every((cell) => cell?.look.startsWith('input') === isPublished)).toBe(
      true,
    );
  }
  // Nothing that this region states is published by anybody.
  const [region] = set.regions.assessed;
  if (region === undefined) throw new Error('no region');
  expect(headsOf(regionWorkbook(set, region, options), '填报数据')).not.toContain('发布单位');
});

/** What is found in the office's form when one statistic is filled in, and the cell of it. */
async function foundIn(answers: Answers) {
  const filled = fillForm(departmentWorkbook(set, undefined, options), (_, row) =>
    row.get('代号') === 'production_services' && row.get('地区') === '海东市' ? answers : {},
  );
  const raw = readWorkbook(await writeWorkbook(filled));
  if (!raw.ok) throw new Error(raw.error.code);
  const form = readForm(raw.value, '考核办公室.xlsx');
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const { data, faults } = examineYearData([form.value], set);
  expect(faults).toEqual([]);
  const findings = placeFindings(findFindings(data, set), data, [form.value], set)
    .filter(({ code }) => code === 'data-published-without-source')
    .map(({ facts, place }) => [facts['missing'], place?.sheet, place?.column]);
  return { data, findings, file: form.value };
}

it('what is written there is what YAML and CSV say of a publication', async () => {
  const { data, findings } = await foundIn({
    数值: 80.5,
    发布单位: '省统计局',
    发布文件: '2015年统计公报',
    发布日期: '2016年3月1日',
    样本量: 1200,
  });
  expect(findings).toEqual([]);
  expect(data.values.map(({ metric, provenance }) => [metric, provenance.publication])).toEqual([
    [
      'production_services',
      { issuer: '省统计局', document: '2015年统计公报', date: '2016-03-01', sample: '1200' },
    ],
  ]);
});

it('that an office filled in its form is no publication: who says nothing of it is told so', async () => {
  expect((await foundIn({ 数值: 80.5 })).findings).toEqual([[undefined, '提供数据', 7]]);
  expect((await foundIn({ 数值: 80.5, 来源文件: '2015年统计公报' })).findings).toEqual([]);
  expect((await foundIn({ 数值: 80.5, 发布单位: '省统计局' })).findings).toEqual([
    ['document date', '提供数据', 7],
  ]);
});

it('nor is it one once the form was read into the page', async () => {
  const { file } = await foundIn({ 数值: 80.5 });
  const { input } = statedFigures([file], set);
  expect(input.metrics?.['2015']?.['production_services']).toEqual({ value: '80.5' });
});

it('the derivation still says whose form a number comes from', async () => {
  const { data } = await foundIn({ 数值: 80.5 });
  expect(data.values.map(({ provenance }) => provenance.source)).toEqual(['考核办公室填报']);
});
