import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../../src/domain/metrics/year-data.js';
import { mark, pointsOf, resultOf, score, setOf } from '../build-set.js';

/** What the marks of one region give under one way of marking. */
function combined(marking: string, marks: readonly Mark[], rest = ''): string {
  const set = setOf(`fullPoints: 10
departments: { zjj: 省质监局, nmt: 省农牧厅, swt: 省商务厅 }
indicators:
  m: { label: 机制建设, points: 10, lead: zjj, co: [nmt], marks: ${marking} ${rest} }
`);
  return pointsOf(score(set, { marks }), 'm')['a'] ?? '';
}

const department = (marker: string, points: number | string) =>
  mark('a', 'm', 'department', marker, points);
const visit = (marker: string, points: number | string) =>
  mark('a', 'm', 'siteVisit', marker, points);

describe('评分 (marks)', () => {
  test('not given, an item is pending: full points are never assumed', () => {
    expect(combined('{}', [])).toBe('pending');
    const set = setOf(`fullPoints: 10
indicators:
  m: { label: 机制建设, points: 10, marks: {} }
`);
    const result = resultOf(score(set, {}), 'a');
    expect([result.score, result.rank, result.indicators['m']?.points]).toEqual([null, null, null]);
  });

  test('a self-assessment scores nothing, and stands beside the result', () => {
    const set = setOf(`fullPoints: 10
departments: { zjj: 省质监局 }
indicators:
  m: { label: 机制建设, points: 10, lead: zjj, marks: {} }
`);
    const self = mark('a', 'm', 'self', 'a', 10);
    expect(resultOf(score(set, { marks: [self] }), 'a').indicators['m']).toMatchObject({
      status: 'pending',
      points: null,
      selfPoints: '10',
    });
    const run = score(set, { marks: [department('zjj', '7.5'), self] });
    expect(resultOf(run, 'a').indicators['m']).toMatchObject({ points: '7.5', selfPoints: '10' });
  });

  describe('by lead and co-departments', () => {
    const both = [department('nmt', 6), department('zjj', 8)];
    const rows: readonly (readonly [string, string, readonly Mark[], string])[] = [
      ['lead: the lead’s mark counts, whoever else marked', '{}', both, '8'],
      ['lead: another’s mark does not stand in for it', '{}', [department('nmt', 6)], 'pending'],
      ['mean of lead and co', '{ joint: mean }', both, '7'],
      ['mean: all have to be there', '{ joint: mean }', [department('zjj', 8)], 'pending'],
      ['shares', '{ joint: shares, shares: { zjj: 0.7, nmt: 0.3 } }', both, '7.4'],
      [
        'shares: all have to be there',
        '{ joint: shares, shares: { zjj: 0.7, nmt: 0.3 } }',
        [department('zjj', 8)],
        'pending',
      ],
      [
        'shares: who has none does not count',
        '{ joint: shares, shares: { zjj: 1 } }',
        [...both, department('swt', 1)],
        '8',
      ],
    ];
    test.each(rows)('%s', (_title, marking, marks, points) => {
      expect(combined(marking, marks)).toBe(points);
    });

    test('several marks without a lead cannot be put together, and none is picked', () => {
      const set = setOf(`fullPoints: 10
departments: { zjj: 省质监局, nmt: 省农牧厅 }
indicators:
  m: { label: 机制建设, points: 10, marks: {} }
`);
      expect(pointsOf(score(set, { marks: [department('zjj', 8)] }), 'm')['a']).toBe('8');
      expect(pointsOf(score(set, { marks: both }), 'm')['a']).toBe('pending');
    });
  });

  describe('by several raters', () => {
    const four = [department('p', 10), department('q', 4), department('r', 7), department('s', 8)];
    const rows: readonly (readonly [string, string, readonly Mark[], string])[] = [
      ['mean', '{ raters: { combine: mean } }', four, '7.25'],
      ['trimmed mean', '{ raters: { combine: trimmedMean, atLeast: 3 } }', four, '7.5'],
      ['too few raters', '{ raters: { combine: mean, atLeast: 5 } }', four, 'pending'],
      ['none', '{ raters: { combine: mean } }', [], 'pending'],
    ];
    test.each(rows)('%s', (_title, marking, marks, points) => {
      expect(combined(marking, marks)).toBe(points);
    });
  });

  describe('by stages', () => {
    const mix = '{ stages: { department: 0.7, siteVisit: 0.3 } }';
    const waiting = '{ stages: { department: 0.7, siteVisit: 0.3 }, unvisited: pending }';
    const rows: readonly (readonly [string, string, readonly Mark[], string])[] = [
      ['in the mix', mix, [department('zjj', 8), visit('team', 6)], '7.4'],
      ['not visited: the department’s mark is kept', mix, [department('zjj', 8)], '8'],
      ['not visited: pending, where the set says so', waiting, [department('zjj', 8)], 'pending'],
      ['visited without a desk review: pending', mix, [visit('team', 6)], 'pending'],
      [
        'the site visit alone',
        '{ stages: { siteVisit: 1 } }',
        [department('zjj', 8), visit('team', 6)],
        '6',
      ],
      [
        'the site visit alone, not visited',
        '{ stages: { siteVisit: 1 } }',
        [department('zjj', 8)],
        'pending',
      ],
      [
        'several of the team: their mean, whoever leads',
        mix,
        [department('zjj', 8), visit('nmt', 2), visit('zjj', 6)],
        '6.8',
      ],
      [
        'the team’s mark, where departments’ marks are averaged',
        '{ stages: { department: 0.7, siteVisit: 0.3 }, joint: mean }',
        [department('zjj', 8), department('nmt', 6), visit('team', 6)],
        '6.7',
      ],
    ];
    test.each(rows)('%s', (_title, marking, marks, points) => {
      expect(combined(marking, marks)).toBe(points);
    });
  });

  test('a ruling on an appeal stands in place of everything; the latest of several', () => {
    const ruling = (marker: string, points: number, date?: string) =>
      mark('a', 'm', 'review', marker, points, date);
    expect(combined('{}', [department('zjj', 8), ruling('office', 9)])).toBe('9');
    expect(combined('{}', [ruling('office', 9)])).toBe('9');
    const both = [ruling('a_office', 9, '2025-03-01'), ruling('b_office', 7, '2025-02-01')];
    expect(combined('{}', [department('zjj', 8), ...both])).toBe('9');
  });

  test('does not apply where the set says so, marks or not', () => {
    const rest = ', notApplicable: { regions: { a: 无此行业 } }';
    expect(combined('{}', [department('zjj', 8)], rest)).toBe('notApplicable');
  });
});
