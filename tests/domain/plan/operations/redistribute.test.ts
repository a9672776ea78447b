import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECIMALS } from '../../../../src/domain/kernel/arithmetic.js';
import { decimal, sumDecimals } from '../../../../src/domain/kernel/decimal.js';
import { sharePoints } from '../../../../src/domain/plan/operations/redistribute.js';
import type { ShareUnit } from '../../../../src/domain/plan/plan.js';
import { byRegion, resultOf, score, setOf } from '../build-set.js';

const LINEAR = 'rule: { kind: linear, zeroAt: 0, fullAt: 10 }';

/** Two blocks: 质量目标 with 10, 20 and 10 points, 质量措施 with 20 and 40. */
function treeWith(policy: string) {
  return setOf(`metrics:
  p: { label: 产品, type: amount }
  q: { label: 农产品, type: amount }
  r: { label: 工程, type: amount }
  s: { label: 机制, type: amount }
  t: { label: 基础, type: amount }
notApplicable: { redistribute: ${policy} }
indicators:
  goals:
    label: 质量目标
    children:
      products:
        label: 产品
        children:
          product: { label: 产品, points: 10, value: p, ${LINEAR} }
          farm: { label: 农产品, points: 20, value: q, ${LINEAR} }
      works: { label: 工程, points: 10, value: r, ${LINEAR} }
  measures:
    label: 质量措施
    children:
      mechanism: { label: 机制, points: 20, value: s, ${LINEAR} }
      base: { label: 基础, points: 40, value: t, ${LINEAR} }
`);
}

const ALL = { p: 5, q: 10, r: 10, s: 5, t: 5 };

/** Full points of every leaf of one region whose named metrics do not apply. */
function fullWithout(policy: string, ...names: readonly string[]) {
  const values = { a: { ...ALL, ...Object.fromEntries(names.map((name) => [name, 'n/a'])) } };
  const result = resultOf(score(treeWith(policy), { values }), 'a');
  const full = Object.fromEntries(
    Object.entries(result.indicators).map(([id, one]) => [id, one.fullPoints]),
  );
  return { full, score: result.score };
}

describe('分值转移 (redistribute)', () => {
  test('nothing moves where everything applies', () => {
    expect(fullWithout('siblings')).toEqual({
      full: { product: '10', farm: '20', works: '10', mechanism: '20', base: '40' },
      score: '65',
    });
  });

  test('siblings: to the siblings, in proportion to their points', () => {
    expect(fullWithout('siblings', 'p')).toEqual({
      full: { product: '0', farm: '30', works: '10', mechanism: '20', base: '40' },
      score: '70',
    });
    expect(fullWithout('siblings', 's').full).toEqual({
      product: '10',
      farm: '20',
      works: '10',
      mechanism: '0',
      base: '60',
    });
  });

  test('siblings: up the tree where no sibling applies', () => {
    expect(fullWithout('siblings', 'p', 'q').full).toEqual({
      product: '0',
      farm: '0',
      works: '40',
      mechanism: '20',
      base: '40',
    });
    expect(fullWithout('siblings', 'p', 'q', 'r').full).toMatchObject({
      mechanism: '33.3333333333333333333333333333',
      base: '66.6666666666666666666666666667',
    });
  });

  test('block: to the first-level indicator, and beyond where none of it applies', () => {
    expect(fullWithout('block', 'p').full).toEqual({
      product: '0',
      farm: '26.6666666666666666666666666667',
      works: '13.3333333333333333333333333333',
      mechanism: '20',
      base: '40',
    });
    expect(fullWithout('block', 's', 't').full).toMatchObject({ farm: '50', works: '25' });
  });

  test('whole: to everything else', () => {
    expect(fullWithout('whole', 's').full).toEqual({
      product: '12.5',
      farm: '25',
      works: '12.5',
      mechanism: '0',
      base: '50',
    });
  });

  test('rest: nowhere; the total is scaled to the full mark', () => {
    expect(fullWithout('rest', 's', 't')).toEqual({
      full: { product: '10', farm: '20', works: '10', mechanism: '0', base: '0' },
      score: '87.5',
    });
  });

  test('where nothing applies there is no score', () => {
    for (const policy of ['siblings', 'block', 'whole', 'rest']) {
      expect(fullWithout(policy, 'p', 'q', 'r', 's', 't').score).toBeNull();
    }
  });

  test('thirds that move make the whole again: full marks are full, and 89.995 prints 90.00', () => {
    const set = setOf(`metrics:
  x: { label: 不适用项, type: amount }
  u: { label: 一, type: amount }
  v: { label: 二, type: amount }
  w: { label: 三, type: amount }
  y: { label: 其余, type: amount }
indicators:
  block:
    label: 块
    children:
      x: { label: 不适用项, points: 10, value: x, ${LINEAR} }
      u: { label: 一, points: 10, value: u, ${LINEAR} }
      v: { label: 二, points: 20, value: v, ${LINEAR} }
      w: { label: 三, points: 30, value: w, ${LINEAR} }
  y: { label: 其余, points: 30, value: y, ${LINEAR} }
`);
    const run = score(set, {
      values: {
        a: { x: 'n/a', u: 10, v: 10, w: 10, y: 10 },
        c: { x: 'n/a', u: 1, v: 4, w: '8.142', y: 10 },
      },
    });
    expect(byRegion(run, (one) => one.baseScore)).toMatchObject({ a: '100', c: '68.997' });
    expect(resultOf(run, 'a').blocks['block']).toMatchObject({ points: '70', fullPoints: '70' });
  });
});

/** Random trees of blocks and units with random policies. */
const units: fc.Arbitrary<readonly ShareUnit[]> = fc
  .array(
    fc.record({
      points: fc.integer({ min: 1, max: 400 }),
      top: fc.constantFrom('one', 'two'),
      inner: fc.constantFrom('x', 'y', undefined),
      redistribute: fc.constantFrom('siblings' as const, 'block' as const, 'whole' as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((list) =>
    list.map(({ points, top, inner, redistribute }, index) => ({
      id: `u${index}`,
      fullPoints: String(points / 4),
      above: inner === undefined ? [top] : [`${top}.${inner}`, top],
      redistribute,
    })),
  );

test('points are conserved: what does not apply goes to what does, unless nothing does', () => {
  fc.assert(
    fc.property(units, fc.infiniteStream(fc.boolean()), (list, stream) => {
      const applies = list.map(() => stream.next().value === true);
      const full = sharePoints(DECIMALS, list, applies);
      const whole = sumDecimals(list.map((unit) => decimal(unit.fullPoints)));
      const shared = sumDecimals(full);
      full.forEach((points, index) => {
        const base = decimal(list[index]?.fullPoints ?? '0');
        if (applies[index] === true) expect(points.greaterThanOrEqualTo(base)).toBe(true);
        else expect(points.isZero()).toBe(true);
      });
      const expected = applies.includes(true) ? whole : decimal('0');
      expect(DECIMALS.settle(shared).equals(expected)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
