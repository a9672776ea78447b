import { describe, expect, test } from 'vitest';
import { byRegion, pointsOf, resultOf, score, setOf } from '../build-set.js';

const LINEAR = '{ kind: linear, zeroAt: 0, fullAt: 100 }';

function statusOf(run: ReturnType<typeof score>, indicator: string): Record<string, string> {
  return byRegion(run, (result) => result.indicators[indicator]?.status ?? 'absent');
}

describe('缺报 (impute)', () => {
  const setWith = (policy: string) =>
    setOf(`metrics:
  x: { label: 数量, type: amount, missing: ${policy} }
  y: { label: 其他, type: amount }
indicators:
  i: { label: 指标, points: 40, value: x, rule: ${LINEAR} }
  j: { label: 其他, points: 60, value: y, rule: ${LINEAR} }
`);
  const y = { y: 50 };
  const data = {
    values: { a: { x: 50, ...y }, b: { ...y }, c: { x: 0, ...y }, d: { x: 'n/a', ...y } },
    previous: { b: { x: 80 } },
  };

  test('refuse: what is missing gives no points, no total and no rank; nought is a number', () => {
    const run = score(setWith('refuse'), data);
    expect(statusOf(run, 'i')).toEqual({
      a: 'scored',
      b: 'missing',
      c: 'scored',
      d: 'notApplicable',
    });
    expect(byRegion(run, (one) => one.score)).toEqual({ a: '50', b: null, c: '30', d: '50' });
    expect(byRegion(run, (one) => one.rank)).toEqual({ a: 1, b: null, c: 3, d: 1 });
  });

  test('zero: what is missing counts nought', () => {
    expect(pointsOf(score(setWith('zero'), data), 'i')['b']).toBe('0');
  });

  test('exclude: the points go to the others, and the item still reads 缺报', () => {
    const run = score(setWith('exclude'), data);
    expect(statusOf(run, 'i')).toEqual({
      a: 'scored',
      b: 'missing',
      c: 'scored',
      d: 'notApplicable',
    });
    expect(resultOf(run, 'b').score).toBe('50');
    expect(resultOf(run, 'b').indicators['j']?.fullPoints).toBe('100');
  });

  test('lastYear: last year’s value stands in, and where there is none it is missing', () => {
    const run = score(setWith('lastYear'), data);
    expect(pointsOf(run, 'i')['b']).toBe('32');
    expect(statusOf(score(setWith('lastYear'), { values: data.values }), 'i')['b']).toBe('missing');
  });

  test('不适用 that was asked for and not granted is pending, whatever the policy', () => {
    for (const policy of ['refuse', 'zero', 'exclude', 'lastYear']) {
      const run = score(setWith(policy), { values: { a: { x: 'pending', ...y } } });
      expect(statusOf(run, 'i')['a']).toBe('pending');
      expect(resultOf(run, 'a').score).toBeNull();
    }
  });

  test('exclude reaches through computed metrics, last year’s value and the rule’s own formulas', () => {
    const set = setOf(`metrics:
  x: { label: 数量, type: amount, missing: exclude }
  y: { label: 其他, type: amount }
  double: { label: 两倍, type: computed, formula: x * 2 }
indicators:
  i: { label: 算出, points: 30, value: double, rule: ${LINEAR} }
  k: { label: 改善, points: 30, value: x, rule: { kind: improvement, base: 10, plus: 1 } }
  t: { label: 目标, points: 20, value: y, rule: { kind: target, target: previous(x), minus: 1 } }
  j: { label: 其他, points: 20, value: y, rule: ${LINEAR} }
`);
    const run = score(set, {
      values: { a: { y: 50 }, b: { x: 5, y: 50 }, c: { x: 5, y: 50 } },
      previous: { c: { x: 5 } },
    });
    for (const indicator of ['i', 'k', 't']) {
      expect([indicator, statusOf(run, indicator)['a']]).toEqual([indicator, 'missing']);
    }
    expect(statusOf(run, 'k')).toMatchObject({ b: 'missing', c: 'scored' });
    expect(statusOf(run, 't')).toMatchObject({ b: 'missing', c: 'scored' });
    expect(resultOf(run, 'b').score).not.toBeNull();
  });
});

describe('上年值 follows the region', () => {
  const setOver = (regions: string) =>
    setOf(
      `metrics:
  x: { label: 数量, type: amount }
indicators:
  i: { label: 指标, points: 100, value: x, rule: { kind: improvement, base: 50, plus: 1 } }
`,
      regions,
    );
  const previous = { old: { x: 10 }, other: { x: 30 } };
  const values = { now: { x: 50 } };

  test('after a rename', () => {
    const set = setOver(`regions:
  old: { name: 海东地区, until: 2024-01-31 }
  now: { name: 海东市, since: 2024-02-01, follows: [old], by: rename }
`);
    expect(pointsOf(score(set, { values, previous }), 'i')).toEqual({ now: '90' });
  });

  test('its own value of last year before its predecessor’s', () => {
    const set = setOver(`regions:
  old: { name: 海东地区, until: 2024-01-31 }
  now: { name: 海东市, since: 2024-02-01, follows: [old], by: rename }
`);
    const run = score(set, { values, previous: { ...previous, now: { x: 40 } } });
    expect(pointsOf(run, 'i')).toEqual({ now: '60' });
  });

  test.each(['split', 'merger'])('not after a %s, unless the set says to take the sum', (by) => {
    const regions = (lastYear: string) => `regions:
  old: { name: 甲县, until: 2024-01-31 }
  other: { name: 乙县, until: 2024-01-31 }
  now: { name: 甲乙市, since: 2024-02-01, follows: [old, other], by: ${by}, lastYear: ${lastYear} }
`;
    expect(pointsOf(score(setOver(regions('missing')), { values, previous }), 'i')).toEqual({
      now: 'missing',
    });
    expect(pointsOf(score(setOver(regions('sum')), { values, previous }), 'i')).toEqual({
      now: '60',
    });
    const half = { old: { x: 10 } };
    expect(pointsOf(score(setOver(regions('sum')), { values, previous: half }), 'i')).toEqual({
      now: 'missing',
    });
  });
});

describe('目标备案 (target)', () => {
  const setWith = (target: string) =>
    setOf(`parameters:
  outline: { label: 纲要目标, value: 90 }
metrics:
  x: { label: 合格率, type: rate, target: ${target} }
indicators:
  i: { label: 指标, points: 100, value: x, rule: { kind: target, target: target(x), minus: 10 } }
`);
  const values = { a: { x: 88 }, b: { x: 88 }, c: { x: 88 }, d: { x: 88 } };
  const targets = { a: { x: 92 }, b: { x: 85 } };

  test('counts at least what the set demands, and what it says where none was filed', () => {
    const run = score(setWith('{ atLeast: outline, notFiled: outline + 5 }'), { values, targets });
    expect(pointsOf(run, 'i')).toEqual({ a: '60', b: '80', c: '30', d: '30' });
  });

  test('stands as filed where the set demands nothing; not filed is missing', () => {
    const run = score(setWith('{}'), { values, targets });
    expect(pointsOf(run, 'i')).toEqual({ a: '60', b: '100', c: 'missing', d: 'missing' });
  });

  test('may be demanded to be no less than last year’s result', () => {
    const run = score(setWith('{ atLeast: previous(x) }'), {
      values,
      targets,
      previous: { a: { x: 91 }, b: { x: 89 } },
    });
    expect(pointsOf(run, 'i')).toMatchObject({ a: '60', b: '90' });
  });
});

describe('指标值 (value)', () => {
  const setWith = (zero: string, metrics = '', value = 'rate(passed, sampled)') =>
    setOf(`metrics:
  sampled: { label: 抽检批次, type: count }
  passed: { label: 合格批次, type: count }
  extra: { label: 附加, type: amount }
${metrics}
indicators:
  i: { label: 合格率, points: 40, value: '${value}', zeroDenominator: ${zero}, rule: ${LINEAR} }
  j: { label: 其他, points: 60, value: extra, rule: ${LINEAR} }
`);
  const values = {
    a: { sampled: 0, passed: 0, extra: 5 },
    b: { sampled: 10, passed: 9, extra: 5 },
  };

  test('divided by nought is missing or does not apply, as the set says', () => {
    expect(statusOf(score(setWith('missing'), { values }), 'i')).toMatchObject({
      a: 'missing',
      b: 'scored',
    });
    expect(statusOf(score(setWith('notApplicable'), { values }), 'i')).toMatchObject({
      a: 'notApplicable',
      b: 'scored',
    });
  });

  test('also where the division stands in a computed metric', () => {
    const computed = `  share: { label: 份额, type: computed, formula: 'passed / sampled' }
  percent: { label: 百分数, type: computed, formula: share * 100 }`;
    const run = score(setWith('notApplicable', computed, 'percent'), { values });
    expect(statusOf(run, 'i')).toMatchObject({ a: 'notApplicable', b: 'scored' });
    expect(pointsOf(run, 'i')['b']).toBe('36');
  });

  test('a number that is missing is missing, although another was divided by nought', () => {
    const computed = `  share: { label: 份额, type: computed, formula: 'passed / sampled' }
  late: { label: 迟报, type: amount }`;
    const run = score(setWith('notApplicable', computed, 'share * 100 - late'), { values });
    expect(statusOf(run, 'i')).toMatchObject({ a: 'missing', b: 'missing' });
  });

  test('is rounded only where the set says, half up, before it is scored', () => {
    const round = (places: string) =>
      setOf(`metrics:
  x: { label: 数量, type: amount }
indicators:
  i: { label: 指标, points: 100, value: x / 3, ${places} rule: { kind: bands, bands: [{ atLeast: 33.34, points: 100 }], otherwise: 0 } }
`);
    const at = { values: { a: { x: '100.005' }, b: { x: '100.004' } } };
    expect(pointsOf(score(round('round: 2,'), at), 'i')).toMatchObject({ a: '100', b: '0' });
    expect(pointsOf(score(round(''), at), 'i')).toMatchObject({ a: '0', b: '0' });
    expect(resultOf(score(round('round: 2,'), at), 'a').indicators['i']?.value).toBe('33.34');
  });

  test('1/3*3 reaches a target of 1', () => {
    const set = setOf(`metrics:
  x: { label: 数量, type: amount }
indicators:
  i: { label: 指标, points: 100, value: x / 3 * 3, rule: { kind: bands, bands: [{ atLeast: 1, points: 100 }] } }
`);
    expect(pointsOf(score(set, { values: { a: { x: 1 } } }), 'i')['a']).toBe('100');
  });
});

describe('筛查 (screen)', () => {
  const setWith = (below: string, zero = 'missing', policy = 'refuse') =>
    setOf(`metrics:
  sampled: { label: 抽检批次, type: count, missing: ${policy} }
  passed: { label: 合格批次, type: count, missing: ${policy} }
  y: { label: 其他, type: amount }
indicators:
  i:
    label: 合格率
    points: 40
    value: rate(passed, sampled)
    sample: { metric: sampled, atLeast: 30, below: ${below} }
    zeroDenominator: ${zero}
    notApplicable: { regions: { d: 无此行业 } }
    rule: ${LINEAR}
  j: { label: 其他, points: 60, value: y, rule: ${LINEAR} }
`);
  const y = { y: 50 };
  const values = {
    a: { sampled: 30, passed: 30, ...y },
    b: { sampled: 29, passed: 29, ...y },
    c: { sampled: 0, passed: 0, ...y },
    d: { ...y },
  };

  test('too small a sample is missing or does not apply, as the set says', () => {
    expect(statusOf(score(setWith('missing'), { values }), 'i')).toEqual({
      a: 'scored',
      b: 'missing',
      c: 'missing',
      d: 'notApplicable',
    });
    expect(statusOf(score(setWith('notApplicable'), { values }), 'i')).toEqual({
      a: 'scored',
      b: 'notApplicable',
      c: 'notApplicable',
      d: 'notApplicable',
    });
  });

  test('what does not apply for want of a denominator is no small sample', () => {
    const run = score(setWith('missing', 'notApplicable'), { values });
    expect(statusOf(run, 'i')['c']).toBe('notApplicable');
  });

  test('a region to which it does not apply by rule needs no data, whatever the policy', () => {
    for (const policy of ['refuse', 'zero', 'exclude', 'lastYear']) {
      const run = score(setWith('missing', 'missing', policy), { values });
      expect([policy, statusOf(run, 'i')['d']]).toEqual([policy, 'notApplicable']);
    }
  });

  test('a sample that nobody stated proves nothing: leaving it out wins no points', () => {
    const set = setOf(`metrics:
  n: { label: 样本量, type: count }
  x: { label: 满意度, type: published }
indicators:
  i: { label: 满意度, points: 100, value: x, sample: { metric: n, atLeast: 30 }, rule: ${LINEAR} }
`);
    const run = score(set, {
      values: {
        a: { x: 90, n: 30 },
        b: { x: 90 },
        c: { x: 90, n: 'pending' },
        d: { x: 90, n: 'n/a' },
      },
    });
    expect(statusOf(run, 'i')).toEqual({ a: 'scored', b: 'missing', c: 'pending', d: 'scored' });
  });
});
