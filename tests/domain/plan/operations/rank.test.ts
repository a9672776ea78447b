import { describe, expect, test } from 'vitest';
import { byRegion, event, score, setOf } from '../build-set.js';

const LINEAR = 'rule: { kind: linear, zeroAt: 0, fullAt: 50 }';

function setWith(rest: string, regions?: string) {
  return setOf(
    `metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount }
indicators:
  x: { label: 一, points: 50, value: x, ${LINEAR} }
  y: { label: 二, points: 50, value: y, ${LINEAR} }
events:
  scandal: { label: 造假, effect: veto, veto: { lower: 1 } }
${rest}
`,
    regions,
  );
}

/** Totals 90, 80, 80, 70 with different ways to the 80. */
const values = {
  a: { x: 50, y: 40 },
  b: { x: 40, y: 40 },
  c: { x: 30, y: 50 },
  d: { x: 35, y: 35 },
};

function ranks(rest: string, data: Parameters<typeof score>[1] = { values }) {
  return byRegion(score(setWith(rest), data), (one) => one.rank);
}

describe('名次', () => {
  test('equals share a place: 1, 2, 2, 4', () => {
    expect(ranks('')).toEqual({ a: 1, b: 2, c: 2, d: 4 });
  });

  test('or 1, 2, 2, 3 where the set says dense', () => {
    expect(ranks('ranking: { ties: dense }')).toEqual({ a: 1, b: 2, c: 2, d: 3 });
  });

  test('equals are told apart by the items that the set names, in their order', () => {
    expect(ranks('ranking: { tieBreak: [x] }')).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    expect(ranks('ranking: { tieBreak: [y, x] }')).toEqual({ a: 1, b: 3, c: 2, d: 4 });
  });

  test('then by a recorded decision, which decides nothing between unequals', () => {
    expect(ranks('', { values, decisions: [['c', 'b']] })).toEqual({ a: 1, b: 3, c: 2, d: 4 });
    expect(ranks('', { values, decisions: [['d', 'c', 'b', 'a']] })).toEqual({
      a: 1,
      b: 3,
      c: 2,
      d: 4,
    });
  });

  test('a decision that leaves one of the equals out decides nothing', () => {
    const same = { x: 40, y: 40 };
    const equals = { a: same, b: same, c: same, d: { x: 0, y: 0 } };
    for (const decision of [
      ['b', 'a'],
      ['c', 'b'],
      ['c', 'a'],
    ]) {
      expect(ranks('', { values: equals, decisions: [decision] })).toEqual({
        a: 1,
        b: 1,
        c: 1,
        d: 4,
      });
    }
    expect(ranks('', { values: equals, decisions: [['c', 'a', 'b']] })).toEqual({
      a: 2,
      b: 3,
      c: 1,
      d: 4,
    });
  });

  test('go by the printed total, unless the set says exact', () => {
    const close = { a: { x: '40.004', y: 40 }, b: { x: '40.001', y: 40 }, c: { x: 0, y: 0 } };
    const rest = (from: string) => `grading: { from: ${from}, grades: { only: { label: 合格 } } }`;
    expect(ranks(rest('printed'), { values: close })).toEqual({ a: 1, b: 1, c: 3, d: null });
    expect(ranks(rest('exact'), { values: close })).toEqual({ a: 1, b: 2, c: 3, d: null });
  });

  test('a region without a total has none, and takes no place', () => {
    expect(ranks('', { values: { ...values, a: { x: 50, y: 'pending' } } })).toEqual({
      a: null,
      b: 1,
      c: 1,
      d: 3,
    });
  });

  test.each([
    ['keep', { a: 1, b: 2, c: 2, d: 4 }],
    ['last', { a: 4, b: 1, c: 1, d: 3 }],
    ['unranked', { a: null, b: 1, c: 1, d: 3 }],
  ])('of a vetoed region: %s', (vetoedRank, places) => {
    const rest = `grading: { grades: { a: { label: 优, atLeast: 90 }, b: { label: 良 } } }
adjustments: { vetoedRank: ${vetoedRank} }`;
    expect(ranks(rest, { values, events: [event('a', 'scandal')] })).toEqual(places);
  });

  test('within groups stand beside those of all', () => {
    const set = setWith(
      '',
      `groups: { one: 一组, two: 二组 }
regions:
  a: { name: 甲, group: one }
  b: { name: 乙, group: two }
  c: { name: 丙, group: one }
  d: { name: 丁 }
`,
    );
    const run = score(set, { values });
    expect(byRegion(run, (one) => one.rank)).toEqual({ a: 1, b: 2, c: 2, d: 4 });
    expect(byRegion(run, (one) => one.groupRank)).toEqual({ a: 1, b: 1, c: 2, d: null });
  });

  test('a tie is broken by an item below a mean as by any other', () => {
    const set = setOf(`metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount }
indicators:
  m:
    label: 均值
    points: 100
    aggregate: arithmeticMean
    children:
      x: { label: 一, value: x, ${LINEAR} }
      y: { label: 二, value: y, ${LINEAR} }
ranking: { tieBreak: [y] }
`);
    const run = score(set, { values: { a: { x: 50, y: 40 }, b: { x: 40, y: 50 } } });
    expect(byRegion(run, (one) => one.rank)).toMatchObject({ a: 2, b: 1 });
  });
});
