import { expect, it } from 'vitest';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { examineYearData } from '../../../src/domain/metrics/index.js';
import { departmentWorkbook, readForm } from '../../../src/domain/workbooks/index.js';
import { fillForm, type Answers } from '../../domain/workbooks/fill-form.js';
import { shippedSet } from '../../domain/metrics/read-example.js';

const set = shippedSet('variety-1000');
const options = { digest: 'x', period: '2020', past: () => undefined };

/** What a department's answer about one metric of 示例十一州 comes to. */
async function readOf(department: string, metric: string, answers: Answers) {
  const region = set.regions.assessed.find(({ id }) => id === 'city_11')?.name;
  const filled = fillForm(departmentWorkbook(set, department, options), (_, row) =>
    row.get('代号') === metric && row.get('地区') === region ? answers : {},
  );
  const raw = readWorkbook(await writeWorkbook(filled));
  if (!raw.ok) throw new Error(raw.error.code);
  const form = readForm(raw.value, '表.xlsx');
  if (!form.ok) throw new Error(JSON.stringify(form.error));
  const { data, faults } = examineYearData([form.value], set);
  expect(faults).toEqual([]);
  return data.values.map(({ status, provenance }) => [status, provenance.verifier]);
}

it('the lead department grants 不适用 by writing it with a reason in its own form', async () => {
  const asked = { 数值: '不适用', 说明: '当年没有竣工的工程' };
  expect(await readOf('zjt', 'works_completed', asked)).toEqual([['notApplicable', 'zjt']]);
});

it('it only asks where it gives no reason, or where the scheme does not allow it', async () => {
  expect(await readOf('zjt', 'works_completed', { 数值: '不适用' })).toEqual([
    ['pending', undefined],
  ]);
  const forbidden = { 数值: '不适用', 说明: '没有抽样' };
  expect(await readOf('zjj', 'mfg_sampled', forbidden)).toEqual([['pending', undefined]]);
});
