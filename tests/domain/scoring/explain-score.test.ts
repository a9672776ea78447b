import { describe, expect, test } from 'vitest';
import { explainScore, type IndicatorDerivation } from '../../../src/domain/scoring/index.js';
import { event, mark, score, setOf } from '../plan/build-set.js';

const SET = setOf(`disclaimer: 示例数据，非真实考核结果
departments: { zjj: 省质监局, nmt: 省农牧厅 }
parameters:
  goal: { label: 纲要目标, value: 96 }
metrics:
  sampled: { label: 抽检批次, type: count, unit: 批次 }
  passed: { label: 合格批次, type: count, unit: 批次 }
  farm: { label: 农产品合格率, type: rate, unit: '%', target: { atLeast: goal, notFiled: goal } }
  works: { label: 竣工工程, type: count, missing: exclude }
  good: { label: 合格工程, type: count, missing: exclude }
  plan: { label: 质量规划, type: level, levels: { area: 列入地区规划, none: 未列入 }, missing: zero }
indicators:
  goals:
    label: 质量目标
    children:
      products:
        label: 产品质量合格率
        points: 20
        unit: '%'
        value: rate(passed, sampled)
        sample: { metric: sampled, atLeast: 30, below: missing }
        rule: { kind: target, target: 90, minus: 0.5 }
        lead: zjj
        clauses: [（一）]
        source: { kind: official, document: 国办发〔2013〕47号, clause: 第四条 }
      farming:
        label: 农产品质量合格率
        points: 20
        unit: '%'
        value: farm
        rule: { kind: target, target: target(farm), minus: 1 }
        lead: nmt
        source: { kind: example, note: 每低一个百分点扣1分 }
      building:
        label: 工程质量合格率
        points: 10
        unit: '%'
        value: rate(good, works)
        zeroDenominator: notApplicable
        rule: { kind: linear, zeroAt: 60, fullAt: 100 }
        source: { kind: unverified }
  mechanism: { label: 机制建设, points: 30, lead: zjj, marks: { step: 0.5 } }
  planning:
    label: 规划
    points: 20
    rule: { kind: levels, metric: plan, points: { area: 20, none: 0 } }
events:
  award: { label: 质量奖, effect: bonus, points: { national: 5 } }
  late: { label: 迟报, effect: penalty, points: { one: 3 }, target: farming }
  scandal: { label: 弄虚作假, effect: veto, veto: { zero: planning } }
grading: { grades: { a: { label: 优秀, atLeast: 90 }, b: { label: 合格 } } }
consequences: { praise: { label: 表扬, text: 予以通报表扬, when: [{ rankAtMost: 1 }] } }
`);

const FULL = { sampled: 300, passed: 297, farm: '97.5', works: 8, good: 8, plan: 'area' };

const RUN = score(SET, {
  values: {
    a: { ...FULL, passed: 250, farm: 95 },
    b: { sampled: 20, passed: 20, farm: 95, works: 0, good: 0, plan: 'none' },
    c: { sampled: 300, farm: 97, works: 5, good: 4 },
    d: FULL,
  },
  targets: { a: { farm: 95 }, d: { farm: 97 } },
  marks: [
    mark('a', 'mechanism', 'department', 'zjj', 27, '2025-02-01'),
    mark('a', 'mechanism', 'self', 'a', 30),
    mark('b', 'mechanism', 'department', 'zjj', 30),
    mark('d', 'mechanism', 'department', 'zjj', '28.5'),
    mark('d', 'mechanism', 'review', 'zjj', 30, '2025-03-01'),
  ],
  events: [
    event('a', 'late', { id: 'e1' }),
    event('a', 'scandal', { id: 'e2' }),
    event('d', 'award', { id: 'e3', level: 'national', document: '国质检〔2024〕1号' }),
  ],
});

function explained(region: string, indicator: string): IndicatorDerivation {
  const [one] = explainScore(SET, RUN, region, indicator).indicators;
  if (one === undefined) throw new Error('nothing explained');
  return one;
}

/** Everything that a derivation says of one indicator, line by line. */
function text(region: string, indicator: string): string {
  const one = explained(region, indicator);
  return [
    [one.number, one.label, one.status, one.points, one.fullPoints, one.lead, one.source].join(' '),
    ...one.inputs.map((input) => Object.values(input).join(' ')),
    ...one.steps.map((step) => Object.values(step).join(' | ')),
  ].join('\n');
}

function total(region: string): string {
  return explainScore(SET, RUN, region)
    .total.map((step) => Object.values(step).join(' | '))
    .join('\n');
}

describe('得分推导 of a scored indicator', () => {
  test('tells the formula in words, the numbers, sources, verifiers, the rule and the result', () => {
    const one = explained('a', 'products');
    expect(one).toMatchObject({
      number: '1.1',
      label: '产品质量合格率',
      status: 'scored',
      fullPoints: '20',
      lead: '省质监局',
      clauses: ['（一）'],
      source: '国办发〔2013〕47号，第四条',
    });
    expect(one.inputs).toEqual([
      { label: '合格批次', period: '2024', value: '250批次', source: '统计公报', verifier: '省局' },
      { label: '抽检批次', period: '2024', value: '300批次', source: '统计公报', verifier: '省局' },
    ]);
    const [value, points] = one.steps;
    expect(value?.words).toBe('产品质量合格率＝合格批次÷抽检批次×100%');
    expect(value?.numbers).toContain('250');
    expect(value?.numbers).toContain('300');
    expect(value?.result).toBe('约83.333333%');
    expect(points?.words).toBe('达到90%得满分20分；每低1个百分点扣0.5分，不足的按比例，扣完为止');
    expect(points?.result).toBe('约16.666667分');
  });

  test('tells what a filed target came to', () => {
    expect(text('a', 'farming')).toContain('95%，低于规定的下限，取96%');
    expect(text('d', 'farming')).toContain('农产品合格率的备案目标 2024 97%');
    expect(text('c', 'farming')).toContain('未备案，按规定取96%');
    expect(explained('a', 'farming').source).toContain('示例');
  });

  test('tells an answer in its own words, and what was taken where none was given', () => {
    expect(explained('a', 'planning').inputs[0]?.value).toBe('列入地区规划');
    expect(text('a', 'planning')).toContain('“列入地区规划”得20分，“未列入”得0分');
    expect(text('c', 'planning')).toContain('缺报，按规定作零');
  });
});

describe('得分推导 of one that is not scored', () => {
  test('缺报: names what is missing', () => {
    const one = explained('c', 'products');
    expect(one).toMatchObject({ status: 'missing', points: null });
    expect(one.inputs.find((input) => input.label === '合格批次')).toMatchObject({
      value: '缺报',
      source: null,
    });
    expect(text('c', 'products')).toContain('填报数据缺报，指标值缺报');
  });

  test('a sample too small: tells how small, and how large it has to be', () => {
    expect(explained('b', 'products').status).toBe('missing');
    expect(text('b', 'products')).toContain('抽检批次20，不足最小样本量30，不计分，作缺报');
  });

  test('不适用: tells why, and where its points went', () => {
    const one = explained('b', 'building');
    expect(one).toMatchObject({ status: 'notApplicable', points: null, fullPoints: '0' });
    expect(text('b', 'building')).toContain('算不出（分母为零）');
    expect(text('b', 'building')).not.toContain('缺报');
    expect(text('b', 'building')).toContain('分母为零，按规定作不适用');
    expect(text('b', 'building')).toContain('10分按规定转入同级指标');
  });

  test('待定: a mark that was not given', () => {
    const one = explained('c', 'mechanism');
    expect(one).toMatchObject({ status: 'pending', points: null });
    expect(text('c', 'mechanism')).toContain('待定：应评的分还没有评');
  });
});

describe('得分推导 of what happened to the points afterwards', () => {
  test('points that came from what does not apply', () => {
    expect(explained('b', 'farming')).toMatchObject({ fullPoints: '25', points: '23.75' });
    expect(text('b', 'farming')).toContain('本指标分值由20分调整为25分');
    expect(text('b', 'farming')).toContain('19×25÷20');
  });

  test('an event on the item, and a veto', () => {
    expect(explained('a', 'farming')).toMatchObject({ points: '19' });
    expect(text('a', 'farming')).toContain('19 → 16');
    expect(explained('a', 'planning')).toMatchObject({ points: '0', status: 'scored' });
    expect(text('a', 'planning')).toContain('20 → 0');
  });

  test('marks: who gave how many at which stage, and that the ruling counts', () => {
    expect(text('a', 'mechanism')).toMatch(/自评 \| 甲市评30分[^]*部门评分 \| 省质监局评27分/);
    expect(text('d', 'mechanism')).toContain('以复核意见为准');
    expect(explained('d', 'mechanism').points).toBe('30');
  });
});

describe('得分推导 of the total', () => {
  test('adds up the blocks, tells events with their documents, rounding, rank and grade', () => {
    const said = total('d');
    expect(said).toContain('合计');
    expect(said).toContain('质量奖');
    expect(said).toContain('国质检〔2024〕1号');
    expect(said).toContain('四舍五入到2位小数');
    expect(said).toContain('第1名');
    expect(said).toContain('优秀');
    expect(said).toContain('予以通报表扬');
  });

  test('tells that there is none while something is missing', () => {
    expect(total('c')).toContain('有指标缺报或待定，不能得出总分，不排名次');
  });

  test('tells what a bonus could not add', () => {
    expect(total('d')).toContain('受上限或满分限制');
    expect(RUN.regions.find((one) => one.id === 'd')).toMatchObject({ score: '100', bonus: '0' });
  });
});

test('every derivation carries what it can be checked by', () => {
  const derivation = explainScore(SET, RUN, 'a');
  expect(derivation).toMatchObject({
    region: { id: 'a', name: '甲市' },
    set: { id: 'test', version: '1.0.0' },
    runHash: RUN.runHash,
    period: '2024',
    disclaimer: '示例数据，非真实考核结果',
  });
  expect(derivation.runHash).toMatch(/^[0-9a-f]{64}$/);
  expect(derivation.indicators).toHaveLength(5);
});

test('a region or an indicator that is not there is the caller’s mistake', () => {
  expect(() => explainScore(SET, RUN, 'x')).toThrow(RangeError);
  expect(() => explainScore(SET, RUN, 'a', 'goals')).toThrow(RangeError);
});

test('no derivation holds what is no word: undefined, NaN or an empty sentence', () => {
  for (const region of ['a', 'b', 'c', 'd']) {
    const said = JSON.stringify(explainScore(SET, RUN, region));
    expect(said).not.toMatch(/undefined|NaN|\[object|"words":""/);
  }
});
