import { expect, test } from 'vitest';
import { departmentMarks } from '../../../src/domain/documents/kinds/department-marks.js';
import { sampleSource, withData } from './sample-source.js';

const source = await sampleSource();
const variety = await sampleSource('variety-1000');

test('every department that marks or leads an indicator has a sheet of its own', () => {
  const { departments } = departmentMarks.build(source, undefined);
  expect(departments.map(({ name }) => name)).toContain('省农牧厅');
  const leaves = departments.flatMap(({ indicators }) => indicators.map(({ id }) => id));
  expect(leaves).toHaveLength(new Set(leaves).size);
  expect(departments.map(({ sheet, sheets }) => `${sheet}/${sheets}`).at(-1)).toBe('10/10');
});

test('a marked indicator shows each prefecture’s mark with its reason and evidence', () => {
  const { departments } = departmentMarks.build(source, undefined);
  const czt = departments.find(({ id }) => id === 'czt');
  const rows = czt?.indicators.find(({ id }) => id === 'investment')?.rows;
  expect(rows).toHaveLength(8);
  expect(rows?.find(({ region }) => region === 'guoluo')).toMatchObject({
    ...{ points: '0.6', basis: '财政预算批复', date: '2015-09-04' },
    reason: '质量工作经费未单列预算；支持企业质量技术改造项目偏少',
  });
});

test('marks stand under one another with the places of their step', () => {
  const { departments } = departmentMarks.build(source, undefined);
  const zjj = departments.find(({ id }) => id === 'zjj');
  const rows = zjj?.indicators.find(({ id }) => id === 'campaign')?.rows ?? [];
  expect(rows.map(({ points }) => points)).toEqual(
    expect.arrayContaining(['2.1', '2.0', '3.0', '1.5']),
  );
});

test('the sheet for one prefecture holds nothing of another', () => {
  const told = JSON.stringify(departmentMarks.build(source, 'yushu').departments);
  for (const { id, name } of source.set.regions.assessed.filter((one) => one.id !== 'yushu')) {
    expect(told).not.toContain(name);
    expect(told).not.toContain(`"${id}"`);
  }
});

test('joint marks: each department signs for its own', () => {
  const { departments } = departmentMarks.build(variety, 'city_10');
  const marking = departments.filter(({ indicators }) =>
    indicators.some(({ id, isMarked }) => id === 'coordination' && isMarked),
  );
  expect(marking.map(({ id }) => id)).toEqual(['zjj', 'fgw', 'czt']);
});

test('points that moved here are told with what they are out of', () => {
  const { departments } = departmentMarks.build(variety, 'city_10');
  const row = departments
    .flatMap(({ indicators }) => indicators)
    .find(({ isMarked, rows }) => !isMarked && rows[0]?.points?.includes('/'));
  expect(row).toBeDefined();
});

test('a mark that was not given is a blank, and the sheet counts it', () => {
  const marks = source.data.marks.filter(
    (mark) => mark.region !== 'yushu' || mark.indicator !== 'investment',
  );
  const lacking = withData(source, { ...source.data, marks });
  const { departments } = departmentMarks.build(lacking, 'yushu');
  const czt = departments.find(({ id }) => id === 'czt');
  expect(czt?.pending).toBe('1');
  expect(czt?.indicators[0]?.rows[0]).toMatchObject({ points: null, statusText: '', reason: '' });
});
