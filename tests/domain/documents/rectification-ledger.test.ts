import { expect, test } from 'vitest';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { rectificationLedger } from '../../../src/domain/documents/kinds/rectification-ledger.js';
import { sampleSource, withoutRecords } from './sample-source.js';

const source = await sampleSource();

/** The sample year with a ledger of another day. */
function onDay(date: string | undefined): DocumentSource {
  const paper = source.records.papers['rectification-ledger'];
  if (paper === undefined) throw new Error('no ledger');
  const papers = { ...source.records.papers, 'rectification-ledger': { ...paper, date } };
  return { ...source, records: { ...source.records, papers } };
}

const statusOf = (year: DocumentSource, indicator: string): string | undefined =>
  rectificationLedger.build(year, 'guoluo').rows.find((row) => row.indicator === indicator)
    ?.statusText;

test('an item stands with its points, owner, measures, deadline and review', () => {
  const { rows } = rectificationLedger.build(source, 'guoluo');
  expect(rows.find(({ indicator }) => indicator === 'standards')).toMatchObject({
    ...{ name: '果洛州', pointsLost: '1.20', owner: '示例：州质监局', deadline: '2015年12月20日' },
    ...{ statusText: '已销号', reviewedOn: '2015年12月25日', isCandidate: false },
  });
});

test.each([
  ['2015-12-30', '整改中'],
  ['2015-12-31', '整改中'],
  ['2016-01-01', '逾期'],
  [undefined, '整改中'],
])('on %s what was due on 31 December is %s', (day, status) => {
  expect(statusOf(onDay(day), 'planning_report')).toBe(status);
});

test('what was done in time is not overdue, however late the ledger', () => {
  expect(statusOf(onDay('2020-01-01'), 'standards')).toBe('已销号');
});

test('a prefecture without records shows the points that it lost, still to be decided', () => {
  const { rows, undecided } = rectificationLedger.build(source, 'yushu');
  expect(rows.length).toBeGreaterThan(0);
  expect(undecided).toBe(rows.length);
  expect(rows.every((row) => row.statusText === '待定' && row.deadline === null)).toBe(true);
  expect(rows.every(({ problem, pointsLost }) => problem !== '' && pointsLost !== '')).toBe(true);
});

test('all prefectures follow one another by their codes, and the items are counted', () => {
  const ledger = rectificationLedger.build(source, undefined);
  expect([...new Set(ledger.rows.map(({ name }) => name))]).toEqual(
    source.set.regions.assessed
      .toSorted((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1))
      .map(({ name }) => name),
  );
  const { open, overdue, done, reviewed, undecided, count } = ledger;
  expect(open + overdue + done + reviewed + undecided).toBe(count);
  expect([open, overdue, done, reviewed]).toEqual([2, 1, 2, 2]);
});

test('the ledger of one prefecture names no other', () => {
  const told = JSON.stringify(rectificationLedger.build(source, 'guoluo').rows);
  for (const { name } of source.set.regions.assessed.filter((one) => one.id !== 'guoluo')) {
    expect(told).not.toContain(name);
  }
});

test('a ledger without records is one of candidates alone', () => {
  const ledger = rectificationLedger.build(withoutRecords(source), 'guoluo');
  expect(ledger).toMatchObject({ asOf: null, undecided: ledger.count });
});
