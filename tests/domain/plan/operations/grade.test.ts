import { describe, expect, test } from 'vitest';
import { placesOf } from '../../../../src/domain/plan/operations/grade.js';
import { byRegion, event, past, score, setOf, type WrittenData } from '../build-set.js';

const EIGHT = `regions:
  a: { name: 甲 }
  b: { name: 乙 }
  c: { name: 丙 }
  d: { name: 丁 }
  e: { name: 戊 }
  f: { name: 己 }
  g: { name: 庚 }
  h: { name: 辛 }
`;

/** One indicator whose value is its points, so that a test writes totals. */
function setWith(grading: string, rest = '', regions = EIGHT) {
  return setOf(
    `metrics:
  x: { label: 一, type: amount }
  y: { label: 二, type: amount, missing: zero }
indicators:
  x: { label: 一, points: 99, value: x, rule: { kind: linear, zeroAt: 0, fullAt: 99 } }
  y: { label: 二, points: 1, value: y, rule: { kind: linear, zeroAt: 0, fullAt: 1 } }
events:
  down: { label: 降一级, effect: veto, veto: { lower: 1 } }
  down_two: { label: 降两级, effect: veto, veto: { lower: 2 } }
  bar: { label: 不得优秀, effect: veto, veto: { bar: a } }
  fix: { label: 定为丙级, effect: veto, veto: { grade: c } }
  zero: { label: 一项清零, effect: veto, veto: { zero: y } }
grading: ${grading}
${rest}
`,
    regions,
  );
}

type Totals = Readonly<Record<string, string | number>>;

function dataWith(totals: Totals, more: Omit<WrittenData, 'values'> = {}): WrittenData {
  const values = Object.fromEntries(Object.entries(totals).map(([region, x]) => [region, { x }]));
  return { values, ...more };
}

/** Grades of the regions in the order of their ids, as one word; a dash where there is none. */
function grades(
  grading: string,
  totals: Totals,
  more: Omit<WrittenData, 'values'> = {},
  rest = '',
  regions = EIGHT,
): string {
  const run = score(setWith(grading, rest, regions), dataWith(totals, more));
  return Object.values(byRegion(run, (one) => one.grade ?? '-')).join('');
}

const CUTS = `{ grades: { a: { label: 优秀, atLeast: 90 }, b: { label: 良好, atLeast: 80 }, c: { label: 合格, atLeast: 60 }, d: { label: 不合格 } } }`;
const DOWN = { a: 99, b: 90, c: 85, d: 80, e: 70, f: 60, g: 59, h: 0 };

describe('固定分数线', () => {
  test('a grade goes to those at or above its line', () => {
    expect(grades(CUTS, DOWN)).toBe('aabbccdd');
  });

  test('89.995 prints 90.00 and is 优秀; 89.994 prints 89.99 and is not', () => {
    expect(grades(CUTS, { a: '89.995', b: '89.994', c: '59.995', d: '59.994' })).toBe('abcd----');
  });

  test('by the exact total where the set says so', () => {
    const exact = CUTS.replace('{ grades', '{ from: exact, grades');
    expect(grades(exact, { a: '89.995', b: '90' })).toBe('ba------');
  });

  test('a region without a total has none', () => {
    expect(grades(CUTS, { a: 'pending' })).toBe('--------');
  });
});

describe('名额 (quota)', () => {
  const quota = (first: string, more = '') =>
    `{ ${more} grades: { a: { label: 优秀, ${first} }, b: { label: 良好, atLeast: 80 }, c: { label: 合格, atLeast: 60 }, d: { label: 不合格 } } }`;

  test('a number of places, for the best', () => {
    expect(grades(quota('quota: { count: 2 }'), DOWN)).toBe('aabbccdd');
    expect(grades(quota('quota: { count: 3 }'), DOWN)).toBe('aaabccdd');
    expect(grades(quota('quota: { count: 0 }'), DOWN)).toBe('bbbbccdd');
  });

  test('together with a line and without a veto', () => {
    const all = 'atLeast: 90, quota: { count: 3 }, noVeto: true';
    expect(grades(quota(all), DOWN)).toBe('aabbccdd');
    const vetoed = { events: [event('a', 'zero')] };
    expect(grades(quota(all), DOWN, vetoed)).toBe('babbccdd');
  });

  test('rankAtMost lets the first few in', () => {
    expect(grades(quota('rankAtMost: 1'), DOWN)).toBe('abbbccdd');
    expect(grades(quota('rankAtMost: 2'), { ...DOWN, c: 90 })).toBe('aaabccdd');
  });

  test.each([
    ['down', 0, 8, '30', 2],
    ['halfUp', 0, 8, '30', 2],
    ['up', 0, 8, '30', 3],
    ['halfUp', 0, 5, '30', 2],
    ['down', 0, 5, '20', 1],
    ['up', 0, 5, '20', 1],
    ['down', 1, 3, '30', 1],
    ['down', 2, 3, '30', 2],
    ['up', 0, 333, '15', 50],
    ['down', 0, 3, '33.334', 1],
    ['down', 0, 3, '33.333', 0],
    ['up', 0, 1000, '12.3456', 124],
    ['up', 0, 100, '29', 29],
    ['down', 0, 100, '29', 29],
  ] as const)(
    'rounds %s, at least %i: of %i regions %s percent are %i',
    (rounding, minimum, size, percent, places) => {
      expect(placesOf({ count: null, percent, rounding, minimum }, size)).toBe(places);
    },
  );

  describe('a tie across the line', () => {
    const tie = { a: 95, b: 90, c: 90, d: 80, e: 70 };
    const withTies = (ties: string) => quota('quota: { count: 2 }', `ties: ${ties},`);
    test('allIn: all in', () => {
      expect(grades(withTies('allIn'), tie)).toBe('aaabc---');
    });
    test('allOut: all out', () => {
      expect(grades(withTies('allOut'), tie)).toBe('abbbc---');
    });
    test('tieBreak: by the ranking’s items', () => {
      const broken = { a: { x: 95 }, b: { x: 90 }, c: { x: 89, y: 1 }, d: { x: 80 } };
      const run = score(setWith(withTies('tieBreak'), 'ranking: { tieBreak: [y] }'), {
        values: broken,
      });
      expect(byRegion(run, (one) => one.grade)).toMatchObject({ a: 'a', b: 'b', c: 'a', d: 'b' });
    });
    test('tieBreak that leaves them equal: no grade until a decision is recorded', () => {
      expect(grades(withTies('tieBreak'), tie, {}, 'ranking: { tieBreak: [y] }')).toBe('a--bc---');
    });
    test('decision: no grade until it is recorded, then by it', () => {
      const set = withTies('decision');
      expect(grades(set, tie)).toBe('a--bc---');
      expect(grades(set, tie, { decisions: [['c', 'b']] })).toBe('ababc---');
    });
    test('equals that are all within the line are no tie', () => {
      expect(grades(withTies('decision'), { a: 90, b: 90, c: 85 })).toBe('aab-----');
    });
    test('leaves no place over for the next grade before it is decided', () => {
      const both = `{ ties: decision, unfilled: passOn, grades: { a: { label: 优, quota: { count: 1 } }, b: { label: 良, quota: { count: 1 } }, c: { label: 差 } } }`;
      expect(grades(both, { a: 90, b: 90, c: 80, d: 70 })).toBe('--bc----');
    });
  });

  describe('places that nobody took', () => {
    const set = (unfilled: string) =>
      `{ unfilled: ${unfilled}, grades: { a: { label: 优秀, atLeast: 90, quota: { count: 3 } }, b: { label: 良好, quota: { count: 2 } }, c: { label: 合格 } } }`;
    test('lapse', () => {
      expect(grades(set('lapse'), DOWN)).toBe('aabbcccc');
    });
    test('or pass on to the next grade', () => {
      expect(grades(set('passOn'), DOWN)).toBe('aabbbccc');
    });
  });

  test('within groups', () => {
    const regions = `groups: { one: 一组, two: 二组 }
regions:
  a: { name: 甲, group: one }
  b: { name: 乙, group: one }
  c: { name: 丙, group: two }
  d: { name: 丁, group: two }
`;
    const set = quota('quota: { count: 1 }', 'within: group,');
    expect(grades(set, { a: 95, b: 94, c: 70, d: 60 }, {}, '', regions)).toBe('abac');
  });
});

describe('否决与降级', () => {
  test.each([
    ['down', 'a', 'b'],
    ['down', 'h', 'd'],
    ['down_two', 'a', 'c'],
    ['bar', 'a', 'b'],
    ['bar', 'c', 'b'],
    ['fix', 'a', 'c'],
  ])('%s on region %s gives %s', (kind, region, grade) => {
    const run = score(setWith(CUTS), dataWith(DOWN, { events: [event(region, kind)] }));
    const result = run.regions.find((one) => one.id === region);
    expect(result?.grade).toBe(grade);
    expect(result?.gradeBeforeVeto).toBe(region === 'h' ? 'd' : region === 'c' ? 'b' : 'a');
  });

  test('several add up, and the harshest limit holds', () => {
    const events = [event('a', 'down'), event('a', 'down'), event('b', 'down'), event('b', 'fix')];
    expect(grades(CUTS, DOWN, { events })).toBe('ccbbccdd');
  });

  test('one matter lowers once', () => {
    const events = [
      event('a', 'down', { matter: '同一事' }),
      event('a', 'down', { matter: '同一事' }),
    ];
    expect(grades(CUTS, DOWN, { events })).toBe('babbccdd');
  });

  test('a grade that is fixed is not a better one than was earned', () => {
    expect(grades(CUTS, DOWN, { events: [event('h', 'fix')] })).toBe('aabbccdd');
  });

  const one = `{ grades: { a: { label: 优, quota: { count: 1 } }, b: { label: 良, quota: { count: 2 } }, c: { label: 差 } } }`;
  test('its place lapses', () => {
    expect(grades(one, DOWN, { events: [event('a', 'down')] })).toBe('bbbccccc');
  });
  test('or passes on to the next, and so down the list', () => {
    const rest = 'adjustments: { vetoedPlace: passesOn }';
    expect(grades(one, DOWN, { events: [event('a', 'down')] }, rest)).toBe('babccccc');
  });

  test('a vetoed region in an undecided tie gets no grade, least of all the best', () => {
    const ties = `{ ties: decision, grades: { a: { label: 优, quota: { count: 1 } }, b: { label: 良 }, c: { label: 差 } } }`;
    expect(grades(ties, { a: 90, b: 90, c: 80 }, { events: [event('a', 'down')] })).toBe(
      '--b-----',
    );
  });
});

describe('结果运用 (consequences)', () => {
  const follow = (when: string, data: WrittenData): string => {
    const set = setWith(
      CUTS,
      `consequences: { one: { label: 后果, text: 后果, when: [${when}] } }`,
    );
    const run = score(set, data);
    return Object.entries(byRegion(run, (result) => result.consequences.length))
      .filter(([, count]) => count > 0)
      .map(([region]) => region)
      .join('');
  };
  test.each([
    ['{ grades: [d] }', 'gh'],
    ['{ grades: [a, b] }', 'abcd'],
    ['{ rankAtMost: 2 }', 'ab'],
    ['{ bottom: 3 }', 'fgh'],
    ['{ bottom: 3, grades: [d] }', 'gh'],
    ['{ rankAtMost: 1 }, { bottom: 1 }', 'ah'],
    ['{ vetoed: true }', 'c'],
    ['{ vetoed: false, grades: [b] }', 'd'],
  ])('%s holds for %s', (when, regions) => {
    expect(follow(when, dataWith(DOWN, { events: [event('c', 'zero')] }))).toBe(regions);
  });

  test('equals at the end are all among the last', () => {
    expect(follow('{ bottom: 1 }', dataWith({ ...DOWN, g: 0 }))).toBe('gh');
    expect(follow('{ bottom: 2 }', dataWith({ ...DOWN, f: 59 }))).toBe('fgh');
  });

  test('regions without a rank are not among the last', () => {
    expect(follow('{ bottom: 2 }', dataWith({ ...DOWN, h: 'pending' }))).toBe('fg');
  });

  test('years running need every year', () => {
    const history = [
      past('g', '2023', { grade: 'd', rank: 8 }),
      past('g', '2022', { grade: 'd', rank: 7 }),
      past('h', '2023', { grade: 'd', rank: 7 }),
      past('h', '2022', { grade: 'c', rank: 6 }),
      past('a', '2022', { grade: 'a', rank: 1 }),
    ];
    expect(follow('{ grades: [d], years: 2 }', dataWith(DOWN, { history }))).toBe('gh');
    expect(follow('{ grades: [d], years: 3 }', dataWith(DOWN, { history }))).toBe('g');
    expect(follow('{ grades: [a], years: 2 }', dataWith(DOWN, { history }))).toBe('');
    expect(follow('{ bottom: 2, years: 2 }', dataWith(DOWN, { history }))).toBe('gh');
  });

  test('years running follow a region that was renamed', () => {
    const regions = `regions:
  old: { name: 海东地区, until: 2024-01-31 }
  now: { name: 海东市, since: 2024-02-01, follows: [old], by: rename }
`;
    const set = setWith(
      CUTS,
      'consequences: { one: { label: 后果, text: 后果, when: [{ grades: [d], years: 2 }] } }',
      regions,
    );
    const data = dataWith({ now: 10 }, { history: [past('old', '2023', { grade: 'd', rank: 1 })] });
    expect(byRegion(score(set, data), (one) => one.consequences)).toEqual({ now: ['one'] });
  });
});
