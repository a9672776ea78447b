import { expect, test } from 'vitest';
import { appealForm, appealRuling } from '../../../src/domain/documents/kinds/appeals.js';
import type { DocumentSource } from '../../../src/domain/documents/document-source.js';
import { sampleSource, withData, withoutRecords } from './sample-source.js';

const source = await sampleSource();

/** The sample year with Guoluo’s ruling changed. */
function ruled(change: object): DocumentSource {
  const appeals = source.records.appeals.map((appeal) =>
    appeal.region === 'guoluo' && appeal.ruling !== undefined
      ? { ...appeal, ruling: { ...appeal.ruling, ...change } }
      : appeal,
  );
  return { ...source, records: { ...source.records, appeals } };
}

function effectOf(year: DocumentSource, region = 'guoluo') {
  return appealRuling.build(year, region).appeals[0]?.ruling?.effect;
}

test('an appeal is on one indicator, with what it was given and why', () => {
  expect(appealForm.build(source, 'guoluo').appeals).toMatchObject([
    {
      ...{ label: '质量投入机制运行', fullPoints: '2', points: '0.60', claimed: '1.50' },
      ...{ department: '省财政厅', date: '2015年10月12日', isBlank: false },
      marked: '质量工作经费未单列预算；支持企业质量技术改造项目偏少',
    },
  ]);
});

test('a ruling gives its points with the places of those that it is held against', () => {
  const [appeal] = appealRuling.build(source, 'guoluo').appeals;
  expect(appeal?.ruling).toMatchObject({ points: '1.20', effect: { pointsAfter: '1.20' } });
});

test('a prefecture without an appeal has one blank form', () => {
  const [form, ...more] = appealForm.build(source, 'yushu').appeals;
  expect(more).toEqual([]);
  expect(form).toMatchObject({ isBlank: true, label: '', points: '', date: null, ruling: null });
  expect(appealRuling.build(withoutRecords(source), 'guoluo').appeals[0]?.isBlank).toBe(true);
});

test('what a ruling moves is computed by the set’s own rules', () => {
  const before = source.run.regions.find(({ id }) => id === 'guoluo');
  expect(effectOf(source)).toEqual({
    ...{ pointsBefore: '0.60', pointsAfter: '1.20', isScoreMoved: true, isInRun: false },
    scoreBefore: Number(before?.score).toFixed(2),
    scoreAfter: (Number(before?.score) + 0.6).toFixed(2),
  });
});

test('a run that follows the ruling already shows the same before and after', () => {
  const [mark] = source.data.marks;
  const appeal = source.records.appeals.find(({ region }) => region === 'guoluo');
  if (mark === undefined || appeal?.ruling?.points === undefined) throw new Error('no ruling');
  const review = {
    ...mark,
    ...{ region: 'guoluo', indicator: 'investment', stage: 'review' as const },
    ...{ marker: 'conference', points: appeal.ruling.points },
  };
  const year = withData(source, { ...source.data, marks: [...source.data.marks, review] });
  expect(effectOf(year)).toEqual({ ...effectOf(source), isInRun: true });
  expect(appealForm.build(year, 'guoluo').appeals[0]?.points).toBe('0.60');
});

test('a ruling without points, or on what is computed from data, moves nothing that is made up', () => {
  expect(effectOf(ruled({ points: undefined }))).toBeNull();
  expect(effectOf(source, 'haixi')).toBeNull();
});

test('a rejected appeal is told as such', () => {
  const [appeal] = appealRuling.build(source, 'haixi').appeals;
  expect(appeal?.ruling).toMatchObject({ isRejected: true, resultText: '不予采纳', points: '' });
});

test('a ruling tells of no other prefecture, and of no rank', () => {
  const told = JSON.stringify(appealRuling.build(source, 'guoluo').appeals);
  for (const { name } of source.set.regions.assessed.filter((one) => one.id !== 'guoluo')) {
    expect(told).not.toContain(name);
  }
  expect(told).not.toMatch(/rank|名次/);
});
