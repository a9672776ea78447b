import { describe, expect, it } from 'vitest';
import {
  SET_FAULT_CODES,
  SET_WARNING_CODES,
  type SetFaultCode,
  type SetWarningCode,
} from '../../../src/domain/indicators/index.js';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';
import { faultsOf, soundSet, unmark } from './written-set.js';

/** A code, what is changed in the sound set, and into what; ‸ stands where the fault is to be. */
type Mutation<Code> = readonly [code: Code, from: string, to: string];

const IN_SET: readonly Mutation<SetFaultCode>[] = [
  ['set-unknown-key', 'title: 无误', '‸titel: 无误'],
  ['set-missing-key', 'language: 1\nid: sound\n', '‸language: 1\n'],
  ['set-wrong-type', 'fullPoints: 100\n', 'fullPoints: 100\nbasis: ‸依据\n'],
  ['set-bad-value', 'year: 2015', 'year: ‸二〇一五'],
  ['set-number-outside', 'atLeast: 30 }\n        lead', 'atLeast: ‸-1 }\n        lead'],
  ['set-number-outside', 'group: honour, cap: 3', 'group: honour, cap: ‸-3'],
  ['set-number-outside', 'points: { grave: 5 }', 'points: { grave: ‸-5 }'],
  ['set-number-outside', 'bonusCap: 5', 'bonusCap: ‸-5'],
  ['set-number-outside', '{ honour: 4 }', '{ honour: ‸-4 }'],
  ['set-number-outside', 'percent: 50', 'percent: ‸-50'],
  ['set-remove-unknown', 'metrics:\n', 'metrics:\n  ‸gone: { remove: true }\n'],
  [
    'set-issued-without-document',
    'status: issued\nissued: { document: 示例〔2015〕1号, date: 2015-01-30 }\n',
    'status: ‸issued\n',
  ],
  ['set-dates-backwards', 'to: 2015-12-31', 'to: ‸2014-12-31'],
  ['set-full-points-differ', 'fullPoints: 100', 'fullPoints: ‸1000'],
  ['set-name-taken', 'metrics:\n', 'metrics:\n  ‸goal: { label: 目标, type: count }\n'],
  ['set-name-reserved', 'parameters:\n', 'parameters:\n  ‸sum: { value: 1 }\n'],
  ['set-name-reserved', 'metrics:\n', 'metrics:\n  ‸min: { label: 最少, type: count }\n'],
  ['set-amendment-unknown', 'touches: [pass]', 'touches: [pass, ‸gone]'],

  ['parameter-no-value', 'goal: { label: 目标, value: 97 }', '‸goal: { label: 目标 }'],
  [
    'parameter-not-yet',
    '  dated: { label: 按期, values: [{ from: 2015-01-01',
    '  ‸dated: { label: 按期, values: [{ from: 2016-01-01',
  ],
  ['metric-no-label', 'open: { label: 是否公开, type', '‸open: { type'],
  ['metric-no-type', 'sampled: { label: 抽检批次, type: count,', '‸sampled: { label: 抽检批次,'],
  ['metric-bounds-backwards', 'min: 0, max: 9999', 'min: ‸10000, max: 9999'],
  [
    'metric-formula-missing',
    'passed: { label: 合格批次, type: computed, formula: sampled - failed }',
    '‸passed: { label: 合格批次, type: computed }',
  ],
  ['metric-formula-unwanted', 'min: 0, max: 9999', 'formula: ‸2 * failed'],
  [
    'metric-levels-missing',
    '  depth: { label: 覆盖, type: level, levels: { full: 全面, part: 部分 } }',
    '  ‸depth: { label: 覆盖, type: level }',
  ],
  [
    'metric-levels-unwanted',
    'open: { label: 是否公开, type: yesNo',
    'open: { label: 是否公开, type: yesNo, levels: ‸{ full: 全面 }',
  ],
  ['metric-part-unknown', 'partOf: sampled', 'partOf: ‸sampeld'],
  ['metric-part-loop', 'min: 0, max: 9999', 'partOf: ‸failed'],
  ['metric-department-unknown', 'department: market', 'department: ‸markte'],
  ['metric-retired-unknown', 'old_failed: failed', 'old_failed: ‸faild'],
  ['metric-retired-alive', 'old_failed: failed', '‸open: failed'],
  ['metric-cycle', 'formula: sampled - failed', 'formula: ‸sampled - passed'],
  [
    'metric-cycle',
    'target: { atLeast: previous(output), notFiled: 1 }',
    'target: ‸{ atLeast: target(output) * 1.1 }',
  ],
  ['metric-target-missing', 'value: output / target(output)', 'value: ‸output / target(failed)'],

  ['node-no-label', '      pass:\n        label: 合格率\n', '      ‸pass:\n'],
  ['node-id-taken', '          two: { label: 乙', '          ‸pass: { label: 乙'],
  [
    'node-empty',
    '      marked:\n        label: 组织领导\n        points: 10\n        marks: { step: 0.5 }\n',
    '      ‸marked:\n        label: 组织领导\n        points: 10\n',
  ],
  ['node-block-scores', '    label: 工作\n', '    label: 工作\n    ‸lead: market\n'],
  [
    'node-leaf-aggregates',
    '        marks: { step: 0.5 }\n',
    '        marks: { step: 0.5 }\n        ‸aggregate: sum\n',
  ],
  [
    'node-leaf-aggregates',
    '        marks: { step: 0.5 }\n',
    '        marks: { step: 0.5 }\n        ‸power: 2\n',
  ],
  [
    'node-two-methods',
    '        lead: market\n        co: [health]\n',
    '        lead: market\n        co: [health]\n        ‸marks: {}\n',
  ],
  ['node-no-points', 'opened: { label: 公开, points: 10,', '‸opened: { label: 公开,'],
  [
    'node-points-not-positive',
    'covered: { label: 覆盖, points: 10',
    'covered: { label: 覆盖, points: ‸0',
  ],
  ['node-points-differ', 'points: 60', 'points: ‸61'],
  ['node-weight-not-positive', 'weight: 2', 'weight: ‸-2'],
  [
    'node-power-missing',
    '      mean:\n        label: 平均\n        points: 20\n        aggregate: arithmeticMean',
    '      ‸mean:\n        label: 平均\n        points: 20\n        aggregate: powerMean',
  ],
  ['node-department-unknown', 'co: [health]', 'co: [‸helath]'],
  ['node-metric-unknown', 'sample: { metric: sampled', 'sample: { metric: ‸sample'],
  ['node-metric-unknown', 'items: { open: 10 }', 'items: { ‸opne: 10 }'],
  ['node-region-unknown', 'regions: { yushu: 未设机构 }', 'regions: { ‸yusu: 未设机构 }'],

  ['rule-no-value', '        value: rate(passed, sampled)\n        rule: {', '        rule: ‸{'],
  [
    'rule-value-unwanted',
    '        marks: { step: 0.5 }\n',
    '        marks: { step: 0.5 }\n        ‸value: sampled\n',
  ],
  ['rule-value-not-number', 'value: rate(passed, sampled)', 'value: ‸passed <= sampled'],
  ['rule-not-positive', 'minus: 1', 'minus: ‸-1'],
  ['rule-amount-unknown', 'minus: 1', 'minus: ‸gaol'],
  ['rule-points-outside', '{ atLeast: 1, points: 20 }', '{ atLeast: 1, points: ‸21 }'],
  ['rule-points-outside', 'points: { yes: 10, no: 0 }', 'points: { yes: 10, no: ‸-1 }'],
  ['rule-goalposts-equal', 'zeroAt: 0, fullAt: 100', 'zeroAt: 100.0, fullAt: ‸100'],
  ['rule-goalposts-equal', 'lower: 0, upper: 9', 'lower: 9, upper: ‸9'],
  ['rule-band-bounds', '{ atLeast: 0.9, points: 10 }', '‸{ points: 10 }'],
  ['rule-band-unreachable', '{ atLeast: 0.9, points: 10 }', '‸{ atLeast: 1.1, points: 10 }'],
  ['rule-band-unreachable', '{ atLeast: 0.9, points: 10 }', '‸{ above: 1, points: 10 }'],
  [
    'rule-level-unknown',
    'points: { full: 10, part: 5 }',
    'points: { full: 10, part: 5, ‸none: 0 }',
  ],
  ['rule-level-missing', 'points: { full: 10, part: 5 }', 'points: ‸{ full: 10 }'],
  ['rule-metric-type', 'kind: levels, metric: open', 'kind: levels, metric: ‸failed'],
  ['rule-metric-type', 'items: { open: 10 }', 'items: { ‸failed: 10 }'],
  [
    'rule-parameter-missing',
    'rule: { kind: normalise, method: goalposts, lower: 0, upper: 9 }',
    'rule: ‸{ kind: normalise, method: goalposts, lower: 0 }',
  ],
  [
    'rule-reference-unknown',
    'method: goalposts, lower: 0, upper: 9',
    'method: dist2ref, reference: ‸xinning',
  ],
  [
    'marking-sum',
    'stages: { department: 0.7, siteVisit: 0.3 }',
    'stages: ‸{ department: 0.7, siteVisit: 0.2 }',
  ],
  [
    'marking-sum',
    'marks: { step: 0.5 }',
    'marks: { step: 0.5, joint: shares, shares: ‸{ market: 0.9 } }',
  ],
  [
    'marking-share-unknown',
    'marks: { step: 0.5 }',
    'marks: { joint: shares, shares: { market: 0.5, ‸mraket: 0.5 } }',
  ],
  [
    'marking-share-outsider',
    '        marks: { step: 0.5 }',
    '        ‸marks: { joint: shares, shares: { market: 0.5, health: 0.5 } }',
  ],
  [
    'marking-nobody',
    '        marks: { step: 0.5 }\n        lead: market\n',
    '        ‸marks: { joint: mean }\n',
  ],
  [
    'marking-trim',
    'marks: { step: 0.5 }',
    'marks: { raters: ‸{ combine: trimmedMean, atLeast: 2 } }',
  ],
  ['marking-step', 'marks: { step: 0.5 }', 'marks: { step: ‸0.3 }'],
  [
    'marking-step',
    '        points: 10\n        marks: { step: 0.5 }',
    '        points: 10.05\n        ‸marks: {}',
  ],

  [
    'event-incomplete',
    'accident: { label: 质量事故, effect: penalty, points: { grave: 5 }',
    '‸accident: { label: 质量事故, effect: penalty',
  ],
  [
    'event-incomplete',
    'forged: { label: 弄虚作假, effect: veto, veto: { bar: b } }',
    '‸forged: { label: 弄虚作假, effect: veto, veto: { bar: b, lower: 1 } }',
  ],
  ['event-unwanted-key', 'points: { grave: 5 }', '‸veto: { lower: 1 }, points: { grave: 5 }'],
  [
    'event-unwanted-key',
    'effect: veto, veto: { bar: b }',
    'effect: veto, veto: { bar: b }, ‸cap: 3',
  ],
  ['event-unknown-level', 'points: { grave: 5 }', 'points: { grave: 5 }, levels: { ‸grvae: 严重 }'],
  ['event-unknown-target', 'target: pass }', 'target: ‸paas }'],
  ['event-unknown-target', 'veto: { bar: b }', 'veto: { zero: ‸paas }'],
  ['event-target-in-mean', 'target: pass }', 'target: ‸one }'],
  ['event-target-in-mean', 'veto: { bar: b }', 'veto: { zero: ‸two }'],
  ['event-unknown-grade', 'veto: { bar: b }', 'veto: { bar: ‸bb }'],
  ['event-bars-last', 'veto: { bar: b }', 'veto: { bar: ‸c }'],
  ['event-unknown-group', 'group: honour', 'group: ‸honor'],
  ['grade-order', 'b: { label: B, atLeast: 80 }', 'b: { label: B, atLeast: ‸90 }'],
  ['grade-last-conditional', '    c: { label: C }', '    ‸c: { label: C, atLeast: 60 }'],
  ['grade-quota', 'quota: { percent: 30 }', 'quota: ‸{ percent: 30, count: 2 }'],
  ['grade-quota-percent', 'percent: 30', 'percent: ‸130'],
  ['grade-quota-percent', 'percent: 30', 'percent: ‸33.333'],
  [
    'grade-tie-break-missing',
    '    c: { label: C }\nranking: { tieBreak: [pass] }\n',
    '    c: { label: C }\n  ties: ‸tieBreak\n',
  ],
  ['ranking-unknown-node', 'tieBreak: [pass]', 'tieBreak: [pass, ‸grwth_rate]'],
  [
    'consequence-incomplete',
    'praise: { label: 表扬, kind: praise, text: 通报表扬,',
    '‸praise: { label: 表扬, kind: praise,',
  ],
  [
    'consequence-incomplete',
    'praise: { label: 表扬, kind: praise, text: 通报表扬, when: [{ grades: [a] }] }',
    '‸praise: { label: 表扬, kind: praise, text: 通报表扬, when: [{ years: 2 }] }',
  ],
  ['consequence-unknown-grade', 'grades: [a]', 'grades: [a, ‸d]'],

  [
    'check-incomplete',
    'parts: { kind: parts, metric: sampled, parts: [passed, failed] }',
    '‸parts: { kind: parts, metric: sampled }',
  ],
  [
    'check-incomplete',
    'jump: { kind: jump, metric: sampled, percent: 50 }',
    '‸jump: { kind: jump, metric: sampled }',
  ],
  [
    'check-incomplete',
    'less: { kind: relation, that: failed <= sampled }',
    '‸less: { label: 少于 }',
  ],
  ['check-unwanted-key', 'percent: 50', 'percent: 50, ‸tolerance: 1'],
  ['check-metric-unknown', 'parts: [passed, failed]', 'parts: [passed, ‸faild]'],
  ['check-formula-type', 'that: failed <= sampled', 'that: ‸failed - sampled'],
  [
    'rule-equal-unwanted',
    'method: goalposts, lower: 0, upper: 9',
    'method: goalposts, lower: 0, upper: 9, equal: ‸full',
  ],
];

const IN_REGIONS: readonly Mutation<SetFaultCode>[] = [
  ['set-unknown-key', 'total:', '‸totals:'],
  ['set-bad-value', 'code: 630100', 'code: ‸63010'],
  ['region-no-name', '  yushu: { name: 玉树州, code', '  ‸yushu: { code'],
  [
    'region-group-unknown',
    '玉树州, code: 632700, group: south',
    '玉树州, code: 632700, group: ‸sotuh',
  ],
  [
    'region-code-taken',
    '  yushu: { name: 玉树州, code: 632700',
    '  yushu: { name: 玉树州, code: ‸630100',
  ],
  ['region-follows-unknown', 'code: 632700,', 'code: 632700, follows: [‸yusu],'],
  ['region-follows-loop', 'code: 632700,', 'code: 632700, follows: ‸[yushu],'],
  ['region-rename-several', 'code: 632700,', 'code: 632700, ‸follows: [xining, haidong],'],
  [
    'region-names-clash',
    '    names:\n      - { name: 海东地区, code: 632100, group: east }\n      - { from: 2013-02-08, ',
    '    ‸names:\n      - { name: 海东地区, code: 632100, group: east }\n      - { ',
  ],
  [
    'region-dates-backwards',
    'code: 632700,',
    'code: 632700, since: 2010-01-01, until: ‸2009-12-31,',
  ],
  ['region-total-taken', 'id: qinghai', 'id: ‸xining'],
];

const WARNINGS: readonly Mutation<SetWarningCode>[] = [
  [
    'rule-small-field',
    'method: goalposts, lower: 0, upper: 9',
    'method: minmax, equal: full, smallestField: ‸3',
  ],
  ['rule-equal-undeclared', 'method: goalposts, lower: 0, upper: 9', 'method: ‸dist2max'],
  ['node-mean-of-nought', 'aggregate: arithmeticMean', 'aggregate: ‸geometricMean'],
  ['node-mean-of-nought', 'aggregate: arithmeticMean', 'aggregate: ‸powerMean\n        power: -1'],
  ['grade-from-exact', 'grading:\n', 'grading:\n  from: ‸exact\n'],
  ['grade-cut-finer-than-print', 'atLeast: 80', 'atLeast: ‸79.995'],
];

/** Codes that need more than one change of the sound set: each has a test of its own. */
const RAISED_BELOW: readonly SetFaultCode[] = [
  'grade-groups-missing',
  'region-none',
  'set-no-indicators',
  'check-no-total',
  'set-base-differs',
];

/** Codes that a set's own text cannot raise: its folder and its base decide. */
const RAISED_BY_THE_LOADER = ['set-base-not-found', 'set-extends-loop', 'set-id-not-folder'];

function mutate(text: string, from: string, to: string) {
  const at = text.indexOf(from);
  if (at < 0 || text.includes(from, at + 1)) throw new Error(`not there just once: ${from}`);
  const { text: changed, place } = unmark(text.slice(0, at) + to + text.slice(at + from.length));
  if (place === undefined) throw new Error(`no place is marked in ${to}`);
  return { text: changed, place };
}

describe('a sound set', () => {
  it('has neither faults nor warnings', () => {
    expect(soundSet({ set: SOUND_SET, regions: SOUND_REGIONS }).warnings).toEqual([]);
  });
});

describe('a set with one fault', () => {
  it.each(IN_SET)('is refused with %s where it stands', (code, from, to) => {
    const { text, place } = mutate(SOUND_SET, from, to);
    const faults = faultsOf({ set: text, regions: SOUND_REGIONS });

    expect(faults).toContainEqual(expect.objectContaining({ code, file: 'set.yaml', ...place }));
  });

  it.each(IN_REGIONS)('among its regions is refused with %s where it stands', (code, from, to) => {
    const { text, place } = mutate(SOUND_REGIONS, from, to);
    const faults = faultsOf({ set: SOUND_SET, regions: text });

    expect(faults).toContainEqual(
      expect.objectContaining({ code, file: 'regions.yaml', ...place }),
    );
  });

  it.each(WARNINGS)('is allowed with the warning %s', (code, from, to) => {
    const { text, place } = mutate(SOUND_SET, from, to);
    const { warnings } = soundSet({ set: text, regions: SOUND_REGIONS });

    expect(warnings).toEqual([expect.objectContaining({ code, file: 'set.yaml', ...place })]);
  });
});

describe('regions without a group', () => {
  it('are named where grades are given within groups', () => {
    const { text, place } = mutate(SOUND_SET, 'grading:\n', 'grading:\n  within: ‸group\n');
    const regions = SOUND_REGIONS.replaceAll(', group: south', '').replace(', group: east }', ' }');

    expect(faultsOf({ set: text, regions })).toEqual([
      {
        code: 'grade-groups-missing',
        file: 'set.yaml',
        ...place,
        facts: { path: 'grading.within', region: '西宁市、玉树州' },
      },
    ]);
  });
});

describe('a set without regions', () => {
  it('is refused where regions.yaml is not there', () => {
    expect(faultsOf({ set: SOUND_SET })).toContainEqual(
      expect.objectContaining({ code: 'region-none', file: 'set.yaml', line: 1, column: 1 }),
    );
  });

  it('is refused where none of them exists at the end of the year', () => {
    const { text, place } = unmark('‸regions:\n  past: { name: 旧州, until: 2014-12-31 }\n');

    expect(faultsOf({ set: SOUND_SET, regions: text })).toContainEqual(
      expect.objectContaining({ code: 'region-none', file: 'regions.yaml', ...place }),
    );
  });
});

describe('a set without indicators', () => {
  it('is refused at its empty tree', () => {
    const { text, place } = unmark(`language: 1
id: bare
version: 1.0.0
title: 空的体系
status: draft
year: 2015
window: { from: 2015-01-01, to: 2015-12-31 }
‸indicators: {}
`);

    expect(faultsOf({ set: text, regions: SOUND_REGIONS })).toEqual([
      {
        code: 'set-no-indicators',
        file: 'set.yaml',
        ...place,
        facts: { path: 'indicators' },
      },
    ]);
  });
});

describe('a set that needs a total', () => {
  it('is refused where the regions have none', () => {
    const regions = SOUND_REGIONS.replace(/^total.*\n/, '');
    const { text, place } = mutate(SOUND_SET, 'checks:\n  total: {', 'checks:\n  ‸total: {');

    expect(faultsOf({ set: text, regions })).toEqual([
      expect.objectContaining({ code: 'check-no-total', file: 'set.yaml', ...place }),
    ]);
  });
});

describe('several faults', () => {
  it('come together, in the order of the files and their lines', () => {
    const set = SOUND_SET.replace('value: 97', 'value: 97, vlaue: 1')
      .replace('minus: 1 }', 'minus: 一分 }')
      .replace('2015-12-31', '2015-02-30');
    const regions = SOUND_REGIONS.replace('630100', '6301');
    const faults = faultsOf({ set, regions });

    expect(faults.map(({ code, file, line }) => [code, file, line])).toEqual([
      ['set-bad-value', 'regions.yaml', 4],
      ['set-bad-value', 'set.yaml', 8],
      ['set-unknown-key', 'set.yaml', 16],
      ['set-bad-value', 'set.yaml', 36],
    ]);
  });

  it('of shape do not hide those of meaning, and bring no others with them', () => {
    const set = SOUND_SET.replace('minus: 1 }', 'minus: 一分 }')
      .replace('year: 2015', 'year: 二〇一五')
      .replace('label: 乙, weight', 'lable: 乙, weight')
      .replace('lead: market\n        notApplicable', 'lead: markte\n        notApplicable')
      .replace('opened: { label: 公开, points: 10', 'opened: { label: 公开, points: ten')
      .replace('tieBreak: [pass]', 'tieBreak: [pass, nowhere]')
      .replace('that: failed <= sampled', 'that: failed <= sampeld');

    expect(faultsOf({ set, regions: SOUND_REGIONS }).map((fault) => fault.code)).toEqual([
      'set-bad-value',
      'set-bad-value',
      'set-unknown-key',
      'set-bad-value',
      'node-department-unknown',
      'ranking-unknown-node',
      'formula-unknown-name',
    ]);
  });

  it('of a file that lacks a whole part are those of its shape alone', () => {
    const set = SOUND_SET.replace('metrics:', 'metrcis:').replace('[pass]', '[nowhere]');

    expect(faultsOf({ set, regions: SOUND_REGIONS }).map((fault) => fault.code)).toEqual([
      'set-unknown-key',
    ]);
  });

  it('of references, rules and regions come together too', () => {
    const set = SOUND_SET.replace('[health]', '[helth]').replace('bar: b', 'bar: z');
    const regions = SOUND_REGIONS.replace('group: south', 'group: west');

    expect(faultsOf({ set, regions }).map((fault) => fault.code)).toEqual([
      'region-group-unknown',
      'node-department-unknown',
      'event-unknown-grade',
    ]);
  });

  it('in one place for several indicators are told once', () => {
    const set = SOUND_SET.replace('siteVisit: 0.3', 'siteVisit: 0.4').replace(
      '      marked:\n',
      '      marked_too: { label: 又一项, points: 10, marks: {} }\n      marked:\n',
    );
    const faults = faultsOf({ set, regions: SOUND_REGIONS });

    expect(faults.filter((fault) => fault.code === 'marking-sum')).toHaveLength(1);
  });
});

describe('a name that is not there', () => {
  it('is answered with the nearest', () => {
    const set = SOUND_SET.replace('partOf: sampled', 'partOf: sampeld');

    expect(faultsOf({ set, regions: SOUND_REGIONS })[0]?.facts).toMatchObject({
      id: 'sampeld',
      near: 'sampled',
    });
  });
});

describe('a loop', () => {
  it('is told whole and in order', () => {
    const set = SOUND_SET.replace(
      'formula: sampled - failed }',
      'formula: sampled - other }\n  other: { label: 其他, type: computed, formula: passed + 1 }',
    );
    const [fault] = faultsOf({ set, regions: SOUND_REGIONS });

    expect(fault?.facts['loop']).toBe('passed → other → passed');
  });
});

describe('the catalogue of codes', () => {
  it('has no code that nothing raises', () => {
    const raised = new Set<string>([
      ...[...IN_SET, ...IN_REGIONS, ...WARNINGS].map(([code]) => code),
      ...RAISED_BELOW,
    ]);
    const codes = [...SET_FAULT_CODES, ...SET_WARNING_CODES].filter((code) => !raised.has(code));

    expect(codes.sort()).toEqual(RAISED_BY_THE_LOADER.toSorted());
  });
});
