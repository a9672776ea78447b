import { expect, test } from 'vitest';
import { siteVisitRecord } from '../../../src/domain/documents/kinds/site-visit-record.js';
import { indicatorsOf } from '../../../src/domain/metrics/index.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();
const [guoluo] = siteVisitRecord.build(source, 'guoluo').visits;
const itemOf = (indicator: string) => guoluo?.items.find(({ id }) => id === indicator);

test('what was found stands beside the target, the prefecture’s own figure and its self-assessment', () => {
  expect(itemOf('mfg_pass_rate')).toMatchObject({
    ...{ target: '90%', selfValue: '84.21%', selfPoints: '6.3' },
    ...{ found: '84.21%', evidence: 'GL-01' },
  });
});

test('a difference that the team did not explain is told in points', () => {
  expect(itemOf('investment')).toMatchObject({
    ...{ selfPoints: '1.5', foundPoints: '0.6', difference: '比自评低0.9分' },
  });
});

test('points stand under one another with the places of a mark', () => {
  expect(guoluo?.items.map(({ foundPoints }) => foundPoints)).toContain('0.0');
});

test('an answer of the prefecture is told by its name, a department’s count is not its own', () => {
  expect(itemOf('planning_report')?.selfValue).toBe('无');
  expect(itemOf('other_works')?.selfValue ?? '').toBe('');
});

test('the team and the talk are recorded', () => {
  expect(guoluo).toMatchObject({ date: '2015年9月8日', isBlank: false });
  expect(guoluo?.praise.length).toBeGreaterThan(0);
  expect(guoluo?.suggestions.length).toBeGreaterThan(0);
});

test('without a record the form has every indicator, with the findings left blank', () => {
  const [blank, ...more] = siteVisitRecord.build(withoutRecords(source), 'guoluo').visits;
  expect(more).toEqual([]);
  expect(blank).toMatchObject({ isBlank: true, date: null, leader: '' });
  expect(blank?.items).toHaveLength(indicatorsOf(source.set).length);
  expect(
    blank?.items.every(({ found, foundPoints }) => found === null && foundPoints === null),
  ).toBe(true);
  expect(blank?.items[0]?.selfPoints).toBe('6.3');
});

test('a record is of the prefecture that was visited alone', () => {
  const [yushu] = siteVisitRecord.build(source, 'yushu').visits;
  expect(yushu?.isBlank).toBe(true);
  expect(JSON.stringify(yushu)).not.toContain('果洛');
});
