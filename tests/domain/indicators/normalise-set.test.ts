import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLoops } from '../../../src/domain/indicators/find-loops.js';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';
import { faultsOf, soundSet } from './written-set.js';

const sound = soundSet({ set: SOUND_SET, regions: SOUND_REGIONS }).set;

/** Keys that say what holds anyway. */
const DEFAULTS: readonly (readonly [from: string, to: string])[] = [
  ['fullPoints: 100\n', ''],
  ['type: count, min: 0', 'type: count, supplier: region, missing: refuse, min: 0'],
  [
    'target: goal, minus: 1 }',
    'target: goal, minus: 1, better: higher, per: 1, count: exact, floor: 0 }',
  ],
  ['    label: 工作\n', '    label: 工作\n    points: 40\n    aggregate: sum\n    weight: 1\n'],
  [
    '        lead: market\n        co:',
    '        zeroDenominator: missing\n        lead: market\n        co:',
  ],
  ['marks: { step: 0.5 }', 'marks: { step: 0.5, joint: lead, unvisited: department }'],
  ['group: honour, cap: 3', 'group: honour, once: true, cap: 3'],
  [
    '{ bonusCap: 5,',
    '{ order: [bonus], dateCounts: occurred, vetoedRank: keep, vetoedPlace: lapses, mayPassFullPoints: false, bonusCap: 5,',
  ],
  [
    'grading:\n',
    'score: { round: 2 }\ngrading:\n  within: all\n  from: printed\n  ties: allIn\n  unfilled: lapse\n',
  ],
  ['{ percent: 30 }', '{ percent: 30, rounding: down, minimum: 0 }'],
  ['tieBreak: [pass] }', 'ties: competition, tieBreak: [pass] }'],
  ['that: failed', 'level: warning, that: failed'],
];

describe('a normalised set', () => {
  it('is the same however often it is read', () => {
    expect(soundSet({ set: SOUND_SET, regions: SOUND_REGIONS }).set).toEqual(sound);
  });

  it.each(DEFAULTS)('does not change when a default is written out: %s', (from, to) => {
    const written = SOUND_SET.replace(from, to);

    expect(soundSet({ set: written, regions: SOUND_REGIONS }).set).toEqual(sound);
  });

  it('has a parent before its children, and each child once', () => {
    const order = [...sound.nodes.keys()];
    const children = [...sound.nodes.values()].flatMap((node) =>
      node.kind === 'block' ? node.children : [],
    );

    expect([...sound.roots, ...children].sort()).toEqual(order.toSorted());
    for (const node of sound.nodes.values()) {
      if (node.parent !== undefined) {
        expect(order.indexOf(node.parent)).toBeLessThan(order.indexOf(node.id));
      }
    }
  });

  it('numbers its nodes by their places, and knows the block of each', () => {
    expect([...sound.nodes.values()].map((node) => `${node.number} ${node.block}`)).toEqual([
      '1 product',
      '1.1 product',
      '1.2 product',
      '1.3 product',
      '1.3.1 product',
      '1.3.2 product',
      '2 work',
      '2.1 work',
      '2.2 work',
      '2.3 work',
      '2.4 work',
    ]);
  });

  it('takes the value of a parameter that holds on the last day of the year', () => {
    const dated =
      'values: [{ from: 2016-01-01, value: 9 }, { from: 2015-12-31, value: 7 }, { from: 2014-01-01, value: 5 }]';
    const { set } = soundSet({
      set: SOUND_SET.replace('values: [{ from: 2015-01-01, value: 5 }]', dated),
      regions: SOUND_REGIONS,
    });

    expect(set.parameters.get('dated')?.value).toBe('7');
  });

  it('adds up points that no float could', () => {
    const set = SOUND_SET.replace(
      'opened: { label: 公开, points: 10',
      'opened: { label: 公开, points: 9.7',
    )
      .replace('covered: { label: 覆盖, points: 10', 'covered: { label: 覆盖, points: 10.1')
      .replace('listed: { label: 清单, points: 10', 'listed: { label: 清单, points: 10.2')
      .replaceAll('yes: 10', 'yes: 9.7');

    expect(faultsOf({ set, regions: SOUND_REGIONS })).toEqual([]);
  });
});

describe('bands', () => {
  /** The codes of what is wrong with two bands. */
  const codesOf = (first: string, second: string): readonly string[] =>
    faultsOf({
      set: SOUND_SET.replace('{ atLeast: 1, points: 20 }', `{ ${first}, points: 20 }`).replace(
        '{ atLeast: 0.9, points: 10 }',
        `{ ${second}, points: 10 }`,
      ),
      regions: SOUND_REGIONS,
    }).map((fault) => fault.code);

  it.each([
    ['atLeast: 90', 'atLeast: 80'],
    ['above: 90', 'atLeast: 90'],
    ['atLeast: 90', 'atMost: 50'],
    ['atLeast: 90, below: 95', 'atLeast: 92'],
    ['atLeast: goal', 'atLeast: 99'],
    ['atLeast: -1', 'atLeast: -2'],
  ])('may follow each other: %s, then %s', (first, second) => {
    expect(codesOf(first, second)).toEqual([]);
  });

  it.each([
    ['atLeast: 90', 'atLeast: 90'],
    ['atLeast: 90', 'above: 90'],
    ['atLeast: 80', 'atLeast: 90'],
    ['atLeast: -2', 'atLeast: -1'],
  ])('cannot be reached: %s, then %s', (first, second) => {
    expect(codesOf(first, second)).toEqual(['rule-band-unreachable']);
  });

  it('with a number that is none are refused, not crashed on', () => {
    expect(codesOf('atLeast: 1.2.3', 'atLeast: 0.9')).toEqual(['formula-number']);
  });
});

describe('loops', () => {
  it('are found in no order of numbers, where each looks at smaller ones only', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 20 }), (graph) => {
        const next = (id: string): readonly string[] =>
          (graph[Number(id)] ?? []).filter((other) => other < Number(id)).map(String);

        expect(findLoops(Object.keys(graph), next)).toEqual([]);
      }),
    );
  });

  it('begin and end with the same, and each step is one of the graph', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 10 }), (graph) => {
        const next = (id: string): readonly string[] => (graph[Number(id)] ?? []).map(String);
        for (const loop of findLoops(Object.keys(graph), next)) {
          expect(loop.at(-1)).toBe(loop[0]);
          loop.slice(1).forEach((id, index) => expect(next(loop[index] ?? '')).toContain(id));
        }
      }),
    );
  });

  it('are told whole', () => {
    expect(findLoops(['a', 'b'], (id) => (id === 'a' ? ['b'] : ['a']))).toEqual([['a', 'b', 'a']]);
  });
});
