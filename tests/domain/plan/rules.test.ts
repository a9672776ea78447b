import { describe, expect, test } from 'vitest';
import { pointsOf, score, setOf, type Written } from './build-set.js';

/** Points that a rule gives to one value of x, out of ten unless told otherwise. */
function scorerOf(rule: string, full = 10): (value: Written, previous?: Written) => string {
  const set = setOf(`fullPoints: ${full}
metrics:
  x: { label: 数量, type: amount, min: -1000 }
parameters:
  goal: { label: 目标, value: 90 }
indicators:
  i: { label: 指标, points: ${full}, value: x, rule: ${rule} }
`);
  return (value, previous) =>
    pointsOf(
      score(set, {
        values: { a: { x: value } },
        ...(previous === undefined ? {} : { previous: { a: { x: previous } } }),
      }),
      'i',
    )['a'] ?? '';
}

/** Points of all four regions by a rule that compares them. */
function compare(rule: string, values: readonly (Written | undefined)[]): readonly string[] {
  const set = setOf(`fullPoints: 10
metrics:
  x: { label: 数量, type: amount, min: -1000 }
indicators:
  i: { label: 指标, points: 10, value: x, rule: ${rule} }
`);
  const regions = ['a', 'b', 'c', 'd'];
  const run = score(set, {
    values: Object.fromEntries(
      values.flatMap((value, index) =>
        value === undefined ? [] : [[regions[index] ?? '', { x: value }]],
      ),
    ),
  });
  return regions.slice(0, values.length).map((region) => pointsOf(run, 'i')[region] ?? '');
}

describe('达标满分、差额扣分', () => {
  const rows: readonly (readonly [string, Written, string])[] = [
    ['{ kind: target, target: 90, minus: 0.5 }', 90, '10'],
    ['{ kind: target, target: 90, minus: 0.5 }', 95, '10'],
    ['{ kind: target, target: 90, minus: 0.5 }', '89.99', '9.995'],
    ['{ kind: target, target: 90, minus: 0.5 }', '88.5', '9.25'],
    ['{ kind: target, target: 90, minus: 0.5 }', '70', '0'],
    ['{ kind: target, target: 90, minus: 0.5 }', '70.01', '0.005'],
    ['{ kind: target, target: 90, minus: 0.5 }', '-50', '0'],
    ['{ kind: target, target: 90, minus: 0.5, floor: 4 }', '78', '4'],
    ['{ kind: target, target: 90, minus: 0.5, floor: 4 }', '78.2', '4.1'],
    ['{ kind: target, target: 90, minus: 0.5, floor: 4 }', '0', '4'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: started }', '90', '10'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: started }', '89.999', '9'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: started }', '88', '9'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: started }', '87.999', '8'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: completed }', '88.001', '10'],
    ['{ kind: target, target: 90, minus: 1, per: 2, count: completed }', '88', '9'],
    ['{ kind: target, target: 90, minus: 1, per: 0.3, count: completed }', '89.1', '7'],
    ['{ kind: target, target: 90, minus: 1, per: 0.3, count: started }', '89.1', '7'],
    ['{ kind: target, target: 2, better: lower, minus: 1 }', 2, '10'],
    ['{ kind: target, target: 2, better: lower, minus: 1 }', '1', '10'],
    ['{ kind: target, target: 2, better: lower, minus: 1 }', '2.5', '9.5'],
    ['{ kind: target, target: 2, better: lower, minus: 1 }', '12', '0'],
    ['{ kind: target, target: goal + 1, minus: 1 }', '90', '9'],
    // Ten thirds taken three times are ten: not a trace of a point is left.
    ['{ kind: target, target: 90, minus: 3, per: 3 }', 80, '0'],
  ];
  test.each(rows)('%s: %s scores %s', (rule, value, points) => {
    expect(scorerOf(rule)(value)).toBe(points);
  });
});

describe('线性得分', () => {
  const rows: readonly (readonly [string, Written, string])[] = [
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', 60, '0'],
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', 59, '0'],
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', '60.4', '0.1'],
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', 90, '7.5'],
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', 100, '10'],
    ['{ kind: linear, zeroAt: 60, fullAt: 100 }', 101, '10'],
    ['{ kind: linear, zeroAt: 8, fullAt: 2 }', 8, '0'],
    ['{ kind: linear, zeroAt: 8, fullAt: 2 }', '9', '0'],
    ['{ kind: linear, zeroAt: 8, fullAt: 2 }', '6.5', '2.5'],
    ['{ kind: linear, zeroAt: 8, fullAt: 2 }', '2', '10'],
    ['{ kind: linear, zeroAt: 8, fullAt: 2 }', '0', '10'],
    ['{ kind: linear, zeroAt: 0, fullAt: 3 }', '1', '3.33333333333333333333333333333'],
    // Posts that meet once their parameters are known leave no line.
    ['{ kind: linear, zeroAt: goal, fullAt: goal }', '90', 'missing'],
  ];
  test.each(rows)('%s: %s scores %s', (rule, value, points) => {
    expect(scorerOf(rule)(value)).toBe(points);
  });
});

describe('分档得分', () => {
  const falling =
    '{ kind: bands, bands: [{ atLeast: 95, points: 10 }, { above: 90, points: 8 }], otherwise: 1 }';
  const rising =
    '{ kind: bands, bands: [{ below: 2, points: 10 }, { atMost: 5, points: 6 }], otherwise: 0 }';
  const closed =
    '{ kind: bands, bands: [{ above: 1, atMost: 2, points: 5 }, { atLeast: 4, below: 6, points: 7 }] }';
  const rows: readonly (readonly [string, Written, string])[] = [
    [falling, 95, '10'],
    [falling, '94.999999', '8'],
    [falling, '90.000001', '8'],
    [falling, 90, '1'],
    [falling, -3, '1'],
    [rising, '1.99', '10'],
    [rising, 2, '6'],
    [rising, 5, '6'],
    [rising, '5.01', '0'],
    [closed, 1, '0'],
    [closed, '1.01', '5'],
    [closed, 2, '5'],
    [closed, '2.01', '0'],
    [closed, 4, '7'],
    [closed, '5.99', '7'],
    [closed, 6, '0'],
  ];
  test.each(rows)('%s: %s scores %s', (rule, value, points) => {
    expect(scorerOf(rule)(value)).toBe(points);
  });
});

describe('缺项扣分', () => {
  const rows: readonly (readonly [string, number, Written, string])[] = [
    ['{ kind: missingItems, minus: 0.1, of: 6 }', 1, 0, '1'],
    ['{ kind: missingItems, minus: 0.1, of: 6 }', 1, 2, '0.8'],
    ['{ kind: missingItems, minus: 0.1, of: 6 }', 1, 5, '0.5'],
    ['{ kind: missingItems, minus: 0.1, of: 6 }', 1, 6, '0'],
    ['{ kind: missingItems, minus: 0.1, of: 6, noneAtAll: 0.2 }', 1, 6, '0.2'],
    ['{ kind: missingItems, minus: 0.1, of: 6, noneAtAll: 0.2 }', 1, 7, '0.2'],
    ['{ kind: missingItems, minus: 3 }', 10, 3, '1'],
    ['{ kind: missingItems, minus: 3 }', 10, 4, '0'],
    ['{ kind: missingItems, minus: 3, floor: 2 }', 10, 2, '4'],
    ['{ kind: missingItems, minus: 3, floor: 2 }', 10, 3, '2'],
  ];
  test.each(rows)('%s of %i: %s missing scores %s', (rule, full, value, points) => {
    expect(scorerOf(rule, full)(value)).toBe(points);
  });
});

describe('基础分加成效分', () => {
  const rows: readonly (readonly [string, Written, string])[] = [
    ['{ kind: merit, base: 6, plus: 1 }', 0, '6'],
    ['{ kind: merit, base: 6, plus: 1 }', 3, '9'],
    ['{ kind: merit, base: 6, plus: 1 }', 4, '10'],
    ['{ kind: merit, base: 6, plus: 1 }', 7, '10'],
    ['{ kind: merit, base: 6, plus: 1, per: 2 }', 3, '7.5'],
    ['{ kind: merit, base: 6, plus: 1, per: 2, count: completed }', 3, '7'],
    ['{ kind: merit, base: 6, plus: 1, per: 0.1, count: completed }', '0.3', '9'],
    ['{ kind: merit, base: 6, plus: 1 }', -9, '0'],
  ];
  test.each(rows)('%s: %s scores %s', (rule, value, points) => {
    expect(scorerOf(rule)(value)).toBe(points);
  });
});

describe('比上年改善', () => {
  const rows: readonly (readonly [string, Written, Written, string])[] = [
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5 }', 96, 96, '5'],
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5 }', 97, 96, '7'],
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5 }', '95.75', 96, '4.5'],
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5 }', 99, 96, '10'],
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5 }', 90, 96, '0'],
    ['{ kind: improvement, base: 5, plus: 1, per: 0.5, floor: 2 }', 90, 96, '2'],
    ['{ kind: improvement, base: 5, plus: 1, better: lower }', 3, 5, '7'],
    ['{ kind: improvement, base: 5, plus: 1, better: lower }', 5, 3, '3'],
    ['{ kind: improvement, base: 9, plus: 3, per: 3 }', 1, 10, '0'],
  ];
  test.each(rows)('%s: %s after %s scores %s', (rule, value, previous, points) => {
    expect(scorerOf(rule)(value, previous)).toBe(points);
  });

  test('without last year there is nothing to compare with', () => {
    expect(scorerOf('{ kind: improvement, plus: 1 }')(3)).toBe('missing');
  });
});

describe('与最好的相比', () => {
  const rule = '{ kind: proportionOfBest }';
  const lower = '{ kind: proportionOfBest, better: lower }';
  const rows: readonly (readonly [string, readonly (Written | undefined)[], readonly string[]])[] =
    [
      [rule, [50, 40, 25, 0], ['10', '8', '5', '0']],
      [rule, [0, 0, 0, 0], ['missing', 'missing', 'missing', 'missing']],
      [rule, [5, -1, 2, 3], ['missing', 'missing', 'missing', 'missing']],
      [lower, [2, 4, 8, 2], ['10', '5', '2.5', '10']],
      [lower, [0, 4, 8, 0], ['10', '0', '0', '10']],
      [rule, [50, 40, 25, undefined], ['pending', 'pending', 'pending', 'missing']],
      ['{ kind: proportionOfBest, smallestField: 3 }', [50, 40, 25], ['10', '8', '5']],
    ];
  test.each(rows)('%s: %j score %j', (text, values, points) => {
    expect(compare(text, values)).toEqual(points);
  });
});

describe('按名次得分', () => {
  const rule = '{ kind: rank, points: [10, 9, 8], rest: 5 }';
  const rows: readonly (readonly [string, readonly (Written | undefined)[], readonly string[]])[] =
    [
      [rule, [4, 3, 2, 1], ['10', '9', '8', '5']],
      // 1, 2, 2, 4: equals share the better place, and the place behind them falls out.
      [rule, [4, 3, 3, 1], ['10', '9', '9', '5']],
      [rule, [4, 4, 4, 4], ['10', '10', '10', '10']],
      [
        '{ kind: rank, better: lower, points: [10, 9, 8], rest: 5 }',
        [4, 3, 2, 1],
        ['5', '8', '9', '10'],
      ],
      [rule, [4, 3, 2, undefined], ['pending', 'pending', 'pending', 'missing']],
    ];
  test.each(rows)('%s: %j score %j', (text, values, points) => {
    expect(compare(text, values)).toEqual(points);
  });
});

describe('归一化得分 is a share of full points, kept between nought and one', () => {
  const rows: readonly (readonly [string, readonly Written[], readonly string[]])[] = [
    ['method: minmax', [2, 4, 6, 10], ['0', '2.5', '5', '10']],
    ['method: minmax, better: lower', [2, 4, 6, 10], ['10', '7.5', '5', '0']],
    ['method: minmax, lower: 0.6', [2, 4, 6, 10], ['6', '7', '8', '10']],
    ['method: minmax', [5, 5, 5, 5], ['missing', 'missing', 'missing', 'missing']],
    ['method: minmax, equal: missing', [5, 5, 5, 5], ['missing', 'missing', 'missing', 'missing']],
    ['method: minmax, equal: full', [5, 5, 5, 5], ['10', '10', '10', '10']],
    ['method: minmax, equal: zero', [5, 5, 5, 5], ['0', '0', '0', '0']],
    ['method: minmax, equal: middle', [5, 5, 5, 5], ['5', '5', '5', '5']],
    ['method: minmax, lower: 0.4, equal: zero', [5, 5, 5, 5], ['4', '4', '4', '4']],
    ['method: minmax, lower: 0.4, equal: middle', [5, 5, 5, 5], ['7', '7', '7', '7']],
    ['method: minmax, equal: full', [2, 4, 6, 10], ['0', '2.5', '5', '10']],
    ['method: dist2max, equal: full', [5, 5, 5, 5], ['10', '10', '10', '10']],
    [
      'method: zscore, mean: 0.6, deviation: 0.1, equal: middle',
      [5, 5, 5, 5],
      ['6', '6', '6', '6'],
    ],
    ['method: dist2max', [2, 4, 6, 10], ['0', '2.5', '5', '10']],
    ['method: scaled, lower: 0, upper: 20', [-2, 4, 10, 30], ['0', '2', '5', '10']],
    ['method: goalposts, lower: 0, upper: 20', [-2, 4, 10, 30], ['0', '2', '5', '10']],
    [
      'method: goalposts, better: lower, lower: 0, upper: 20',
      [-2, 4, 10, 30],
      ['10', '8', '5', '0'],
    ],
    ['method: fracmax', [2, 4, 6, 10], ['2', '4', '6', '10']],
    ['method: fracmax, better: lower', [2, 4, 6, 10], ['missing', 'missing', 'missing', 'missing']],
    [
      'method: prank',
      [2, 4, 6, 10],
      ['0', '3.33333333333333333333333333333', '6.66666666666666666666666666667', '10'],
    ],
    [
      'method: borda',
      [2, 4, 6, 10],
      ['0', '3.33333333333333333333333333333', '6.66666666666666666666666666667', '10'],
    ],
    ['method: rank', [2, 4, 6, 10], ['2.5', '5', '7.5', '10']],
    ['method: rank', [2, 4, 4, 10], ['2.5', '5', '5', '10']],
    ['method: rank, better: lower', [2, 4, 6, 10], ['10', '7.5', '5', '2.5']],
    ['method: dist2ref, reference: c', [2, 4, 6, 10], ['0', '5', '10', '10']],
    ['method: dist2targ, target: 22', [2, 4, 12, 22], ['0', '1', '5', '10']],
    ['method: dist2targ, better: lower, target: 2', [2, 4, 12, 22], ['10', '9', '5', '0']],
    [
      'method: zscore, mean: 0.5, deviation: 0.25',
      [1, 1, 5, 5],
      [
        '2.83493649053890338309069',
        '2.83493649053890338309069',
        '7.16506350946109661690930',
        '7.16506350946109661690930',
      ],
    ],
    [
      'method: zscore, mean: 0.5, deviation: 0.25',
      [3, 3, 3, 3],
      ['missing', 'missing', 'missing', 'missing'],
    ],
  ];
  test.each(rows)('%s: %j score %j', (text, values, points) => {
    const found = compare(`{ kind: normalise, ${text} }`, values);
    expect(found.map((one) => one.slice(0, 25))).toEqual(points.map((one) => one.slice(0, 25)));
  });

  test('a target of one’s own is one’s own', () => {
    const set = setOf(`fullPoints: 10
metrics:
  x: { label: 数量, type: amount, target: {} }
indicators:
  i: { label: 指标, points: 10, value: x, rule: { kind: normalise, method: dist2targ, target: target(x) } }
`);
    const run = score(set, {
      values: { a: { x: 0 }, b: { x: 5 }, c: { x: 5 }, d: { x: 5 } },
      targets: { a: { x: 5 }, b: { x: 10 }, c: { x: 5 } },
    });
    expect(pointsOf(run, 'i')).toEqual({ a: '0', b: '5', c: '10', d: 'missing' });
  });
});

describe('是／部分／否 and 清单', () => {
  const set = setOf(`fullPoints: 10
metrics:
  plan: { label: 规划, type: level, levels: { area: 列入地区规划, department: 列入部门规划, none: 未列入 } }
  law: { label: 制度, type: yesNo }
  fund: { label: 经费, type: yesNo }
indicators:
  p: { label: 规划, points: 6, rule: { kind: levels, metric: plan, points: { area: 6, department: 3, none: 0 } } }
  l: { label: 保障, points: 4, rule: { kind: checklist, items: { law: 1.5, fund: 2.5 } } }
`);
  const run = score(set, {
    values: {
      a: { plan: 'area', law: 'yes', fund: 'yes' },
      b: { plan: 'department', law: 'no', fund: 'yes' },
      c: { plan: 'none', law: 'no', fund: 'no' },
      d: { law: 'yes' },
    },
  });

  test('give the points of the level that was found', () => {
    expect(pointsOf(run, 'p')).toEqual({ a: '6', b: '3', c: '0', d: 'missing' });
  });

  test('give the points of the items that are there; an item unanswered is no item missing', () => {
    expect(pointsOf(run, 'l')).toEqual({ a: '4', b: '2.5', c: '0', d: 'missing' });
  });

  test('have no value in numbers', () => {
    expect(run.regions.map((one) => one.indicators['p']?.value)).toEqual([null, null, null, null]);
  });
});

describe('an answer that was not given goes the way the set says', () => {
  const setWith = (policy: string) =>
    setOf(`fullPoints: 10
metrics:
  law: { label: 制度, type: yesNo, missing: ${policy} }
indicators:
  l: { label: 制度, points: 10, rule: { kind: levels, metric: law, points: { yes: 10, no: 2 } } }
`);
  const data = { previous: { a: { law: 'yes' }, b: { law: 'no' } } };
  test.each([
    ['refuse', { a: 'missing', b: 'missing', c: 'missing', d: 'missing' }],
    ['zero', { a: '2', b: '2', c: '2', d: '2' }],
    ['lastYear', { a: '10', b: '2', c: 'missing', d: 'missing' }],
  ])('%s', (policy, points) => {
    expect(pointsOf(score(setWith(policy), data), 'l')).toEqual(points);
  });
});
