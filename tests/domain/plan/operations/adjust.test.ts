import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../../src/domain/metrics/year-data.js';
import type { RegionResult } from '../../../../src/domain/scoring/index.js';
import { event, resultOf, score, setOf } from '../build-set.js';

const LINEAR = 'rule: { kind: linear, zeroAt: 0, fullAt: 100 }';

/** Two blocks: 目标 with leaves u and v of 20 each, 措施 with w of 60; values are percentages. */
function setWith(events: string, adjustments = '{}') {
  return setOf(`metrics:
  u: { label: 一, type: amount }
  v: { label: 二, type: amount }
  w: { label: 三, type: amount }
indicators:
  goals:
    label: 目标
    children:
      u: { label: 一, points: 20, value: u, ${LINEAR} }
      v: { label: 二, points: 20, value: v, ${LINEAR} }
  w: { label: 三, points: 60, value: w, ${LINEAR} }
events:
${events}
adjustments: ${adjustments}
`);
}

const EVENTS = `  award: { label: 获奖, effect: bonus, points: { national: 5, provincial: 2 } }
  pilot: { label: 试点, effect: bonus, points: { one: 2 }, cap: 3 }
  honour: { label: 荣誉, effect: bonus, points: { one: 2 }, group: honours }
  title: { label: 称号, effect: bonus, points: { one: 2 }, group: honours }
  local: { label: 特色, effect: bonus, points: { one: 4 }, target: u }
  incident: { label: 事件, effect: penalty, points: { one: 4 } }
  late: { label: 迟报, effect: penalty, points: { one: 3 }, target: v }
  block_late: { label: 迟报, effect: penalty, points: { one: 15 }, target: goals }
  fraud: { label: 造假, effect: veto, veto: { zero: u } }
  collapse: { label: 失守, effect: veto, veto: { zero: goals } }`;

/** 80 of 100: 16, 16 and 48. */
const BASE = { a: { u: 80, v: 80, w: 80 } };

function run(
  events: readonly EventRecord[],
  adjustments = '{ groupCaps: { honours: 3 } }',
  values: Readonly<Record<string, Readonly<Record<string, string | number>>>> = BASE,
): RegionResult {
  return resultOf(score(setWith(EVENTS, adjustments), { values, events }), 'a');
}

/** How each event counted: id, points and why. */
function counted(result: RegionResult): readonly string[] {
  return result.events.map((one) => `${one.id} ${one.counted} ${one.reason}`);
}

describe('加分 (bonus)', () => {
  test('gives the points of its level', () => {
    expect(run([event('a', 'award', { level: 'national' })])).toMatchObject({
      baseScore: '80',
      bonus: '5',
      score: '85',
    });
  });

  test('counts the region’s share', () => {
    expect(run([event('a', 'award', { level: 'national', share: '0.3' })]).score).toBe('81.5');
  });

  test('of another region counts nothing here', () => {
    expect(run([event('b', 'award', { level: 'national' })])).toMatchObject({
      score: '80',
      events: [],
    });
  });

  test('for one matter counts once, the highest', () => {
    const result = run([
      event('a', 'award', { id: 'e1', level: 'provincial', matter: '桥梁奖' }),
      event('a', 'award', { id: 'e2', level: 'national', matter: '桥梁奖' }),
      event('a', 'award', { id: 'e3', level: 'provincial', matter: '另一奖' }),
    ]);
    expect(counted(result)).toEqual(['e1 0 sameMatter', 'e2 5 full', 'e3 2 full']);
    expect(result.score).toBe('87');
  });

  test('of one matter and level counts the earlier, whichever comes first in the file', () => {
    const events = [
      event('a', 'award', { id: 'e1', level: 'national', matter: '奖', occurred: '2024-09-01' }),
      event('a', 'award', { id: 'e2', level: 'national', matter: '奖', occurred: '2024-03-01' }),
    ];
    const wanted = ['e2 5 full', 'e1 0 sameMatter'];
    expect(counted(run(events))).toEqual(wanted);
    expect(counted(run([...events].reverse()))).toEqual(wanted);
  });

  test('is capped for its kind, its group and in all; the cap cuts the later one', () => {
    const pilots = ['1', '2'].map((n) =>
      event('a', 'pilot', { id: `p${n}`, occurred: `2024-0${n}-01` }),
    );
    expect(counted(run(pilots))).toEqual(['p1 2 full', 'p2 1 cap']);
    const honours = [event('a', 'honour', { id: 'h' }), event('a', 'title', { id: 't' })];
    expect(counted(run(honours))).toEqual(['h 2 full', 't 1 cap']);
    const all = run([...pilots, ...honours], '{ groupCaps: { honours: 3 }, bonusCap: 5 }');
    expect(counted(all)).toEqual(['p1 2 full', 'p2 1 cap', 'h 2 full', 't 0 cap']);
    expect(all).toMatchObject({ bonus: '5', score: '85' });
  });

  test('does not lift the total above the full mark, and counts only what it lifted', () => {
    const full = { a: { u: 100, v: 100, w: 95 } };
    const result = run([event('a', 'award', { id: 'e1', level: 'national' })], undefined, full);
    expect(result).toMatchObject({ baseScore: '97', bonus: '3', score: '100' });
    expect(counted(result)).toEqual(['e1 3 cap']);
  });

  test('does where the set allows it', () => {
    const full = { a: { u: 100, v: 100, w: 100 } };
    const events = [event('a', 'award', { level: 'national' })];
    const result = run(events, '{ groupCaps: { honours: 3 }, mayPassFullPoints: true }', full);
    expect(result).toMatchObject({ baseScore: '100', bonus: '5', score: '105' });
  });

  test('on an item fills it and its block up, and no more', () => {
    const result = run([
      event('a', 'local', { id: 'l1', occurred: '2024-01-01' }),
      event('a', 'local', { id: 'l2', occurred: '2024-02-01' }),
    ]);
    expect(counted(result)).toEqual(['l1 4 full', 'l2 0 floor']);
    // The item keeps its own points; what it was given stands in the bonus.
    expect(result.indicators['u']?.points).toBe('16');
    expect(result).toMatchObject({ baseScore: '80', bonus: '4', score: '84' });
  });
});

describe('扣分 (penalty)', () => {
  test('comes off the total, which does not go below nought', () => {
    expect(run([event('a', 'incident')])).toMatchObject({ penalty: '4', score: '76' });
    const low = { a: { u: 0, v: 0, w: 5 } };
    expect(run([event('a', 'incident')], undefined, low)).toMatchObject({
      penalty: '3',
      score: '0',
    });
  });

  test('is capped in all', () => {
    const three = [event('a', 'incident'), event('a', 'incident'), event('a', 'incident')];
    expect(run(three, '{ groupCaps: { honours: 3 }, penaltyCap: 10 }').score).toBe('70');
  });

  test('on an item takes no more than the item has', () => {
    const late = Array.from({ length: 6 }, (_, n) => event('a', 'late', { id: `l${n}` }));
    const result = run(late);
    expect(counted(result).slice(4)).toEqual(['l4 3 full', 'l5 1 floor']);
    expect(result).toMatchObject({ baseScore: '80', penalty: '16', score: '64' });
    expect(result.indicators['v']?.points).toBe('16');
  });

  test('on a block and then on its item does not take the same points twice', () => {
    const events = [
      event('a', 'block_late', { id: 'b1' }),
      event('a', 'block_late', { id: 'b2' }),
      event('a', 'late', { id: 'l1' }),
    ];
    const result = run(events);
    expect(result).toMatchObject({ baseScore: '80', penalty: '32', score: '48' });
  });
});

describe('哪一年的事 (window)', () => {
  const at = (occurred: string | undefined, found: string | undefined) =>
    event('a', 'incident', { id: 'e', occurred, found });
  test.each([
    ['occurred', '2024-01-01', '2025-02-01', 'full'],
    ['occurred', '2024-12-31', '2025-02-01', 'full'],
    ['occurred', '2023-12-31', '2024-02-01', 'otherYear'],
    ['occurred', '2025-01-01', undefined, 'otherYear'],
    ['occurred', undefined, '2024-02-01', 'full'],
    ['found', '2023-12-31', '2024-02-01', 'full'],
    ['found', '2024-12-31', '2025-02-01', 'otherYear'],
    ['found', '2024-06-01', undefined, 'full'],
  ] as const)('%s counts: occurred %s, found %s: %s', (dateCounts, occurred, found, reason) => {
    const result = run(
      [at(occurred, found)],
      `{ groupCaps: { honours: 3 }, dateCounts: ${dateCounts} }`,
    );
    expect(result.events.map((one) => one.reason)).toEqual([reason]);
    expect(result.score).toBe(reason === 'full' ? '76' : '80');
  });
});

describe('一票否决 that zeroes (veto)', () => {
  test('an item', () => {
    const result = run([event('a', 'fraud', { id: 'f' })]);
    expect(result.indicators['u']?.points).toBe('0');
    expect(result.blocks['goals']?.points).toBe('16');
    expect(result).toMatchObject({ score: '64', vetoes: ['f'], penalty: '0' });
  });

  test('a block with everything in it', () => {
    const result = run([event('a', 'collapse')]);
    expect(result.blocks['goals']?.points).toBe('0');
    expect([result.indicators['u']?.points, result.indicators['v']?.points]).toEqual(['0', '0']);
    expect(result.score).toBe('48');
  });

  test('a block and one of its items, once', () => {
    for (const order of ['{ order: [veto, bonus, penalty] }', '{}']) {
      const adjustments = order.replace('{', '{ groupCaps: { honours: 3 },');
      const result = run(
        [event('a', 'collapse'), event('a', 'fraud'), event('a', 'late')],
        adjustments,
      );
      expect(result.blocks['goals']?.points).toBe('0');
      expect(result.score).toBe('48');
    }
  });

  test('of another year does not count', () => {
    const result = run([event('a', 'fraud', { occurred: '2023-06-01' })]);
    expect(result).toMatchObject({ score: '80', vetoes: [] });
  });
});

describe('先后次序 (order)', () => {
  const events = [event('a', 'award', { level: 'national' }), event('a', 'incident')];
  const high = { a: { u: 100, v: 100, w: 95 } };
  test.each([
    ['bonus, penalty, veto', '96', '3', '4'],
    ['penalty, bonus, veto', '98', '5', '4'],
  ])('%s: 97 with plus 5 and minus 4 is %s', (order, total, bonus, penalty) => {
    const adjustments = `{ groupCaps: { honours: 3 }, order: [${order}] }`;
    expect(run(events, adjustments, high)).toMatchObject({ score: total, bonus, penalty });
  });

  test('what is printed adds up: base plus bonus minus penalty is the total', () => {
    for (const values of [BASE, high, { a: { u: 0, v: 0, w: 1 } }]) {
      const result = run([...events, event('a', 'local'), event('a', 'late')], undefined, values);
      const sum = Number(result.baseScore) + Number(result.bonus) - Number(result.penalty);
      expect(sum).toBeCloseTo(Number(result.score), 9);
    }
  });
});

describe('总分', () => {
  test('thirds of several items make a whole: 89.995 prints 90.00', () => {
    const set = setOf(`metrics:
  x: { label: 一, type: amount }
indicators:
  u: { label: 一, points: 30, value: x / 3, rule: { kind: linear, zeroAt: 0, fullAt: 30 } }
  v: { label: 二, points: 30, value: x / 3, rule: { kind: linear, zeroAt: 0, fullAt: 30 } }
  w: { label: 三, points: 40, value: x / 3, rule: { kind: linear, zeroAt: 0, fullAt: 40 } }
grading: { grades: { a: { label: 优秀, atLeast: 90 }, b: { label: 良好 } } }
`);
    const data = { values: { a: { x: '89.995' }, b: { x: '89.9949' } } };
    expect(resultOf(score(set, data), 'a')).toMatchObject({
      baseScore: '89.995',
      score: '90',
      grade: 'a',
    });
    expect(resultOf(score(set, data), 'b')).toMatchObject({ score: '89.99', grade: 'b' });
  });

  test('is not there while an item is missing or pending, events or not', () => {
    const result = run([event('a', 'award', { level: 'national' })], undefined, {
      a: { u: 1, v: 1 },
    });
    expect(result).toMatchObject({ baseScore: null, score: null, rank: null, bonus: '5' });
  });
});
