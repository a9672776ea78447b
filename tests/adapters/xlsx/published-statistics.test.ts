import { expect, it } from 'vitest';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { examineYearData } from '../../../src/domain/metrics/index.js';
import {
  departmentWorkbook,
  readForm,
  regionWorkbook,
  type Workbook,
} from '../../../src/domain/workbooks/index.js';
import { fillForm } from '../../domain/workbooks/fill-form.js';
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

it('what is written there is what YAML and CSV say of a publication', async () => {
  const filled = fillForm(departmentWorkbook(set, undefined, options), (_, row) =>
    row.get('代号') === 'production_services' && row.get('地区') === '海东市'
      ? {
          数值: 80.5,
          发布单位: '省统计局',
          发布文件: '2015年统计公报',
          发布日期: '2016年3月1日',
          样本量: 1200,
        }
      : {},
  );
  const raw = readWorkbook(await writeWorkbook(filled));
  if (!raw.ok) throw new Error(raw.error.code);
  const form = readForm(raw.value, '考核办公室.xlsx');
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const { data, faults } = examineYearData([form.value], set);
  expect(faults).toEqual([]);
  expect(data.values.map(({ metric, provenance }) => [metric, provenance.publication])).toEqual([
    [
      'production_services',
      { issuer: '省统计局', document: '2015年统计公报', date: '2016-03-01', sample: '1200' },
    ],
  ]);
});
