import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DECIMALS } from '../../../src/domain/kernel/arithmetic.js';
import { decimal, type Decimal } from '../../../src/domain/kernel/decimal.js';
import { MISSING, present } from '../../../src/domain/kernel/status.js';
import { ruleKindOf, type Edge, type Probe, type Side } from '../../../src/domain/plan/index.js';
import type { PlanRule } from '../../../src/domain/plan/plan.js';
import type { RuleKind, Situation } from '../../../src/domain/plan/rules/index.js';

const FULL = '10';
const STEP = decimal('0.01');

/** A number of tenths as text. */
const tenths = (min: number, max: number) =>
  fc.integer({ min, max }).map((count) => String(count / 10));

const number = (text: string) => ({ kind: 'number', text }) as const;

const target: fc.Arbitrary<PlanRule> = fc
  .record({
    better: fc.constantFrom('higher' as const, 'lower' as const),
    target: tenths(-500, 500),
    minus: tenths(1, 120),
    per: fc.oneof(tenths(1, 50), fc.constant('0.001')),
    count: fc.constantFrom('exact' as const, 'started' as const, 'completed' as const),
    floor: tenths(0, 100),
  })
  .map((rule) => ({ kind: 'target', ...rule, formulas: { target: number(rule.target) } }));

const linear: fc.Arbitrary<PlanRule> = fc
  .tuple(tenths(-500, 500), tenths(-500, 500))
  .filter(([zeroAt, fullAt]) => zeroAt !== fullAt)
  .map(([zeroAt, fullAt]) => ({
    kind: 'linear',
    zeroAt,
    fullAt,
    formulas: { zeroAt: number(zeroAt), fullAt: number(fullAt) },
  }));

const bound = fc.option(tenths(0, 100), { nil: undefined });
const bands: fc.Arbitrary<PlanRule> = fc
  .array(
    fc
      .record({
        atLeast: bound,
        above: bound,
        atMost: bound,
        below: bound,
        points: tenths(0, 100),
      })
      .filter((one) =>
        [one.atLeast, one.above, one.atMost, one.below].some((edge) => edge !== undefined),
      ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => ({
    kind: 'bands',
    bands: list,
    otherwise: '0',
    formulas: Object.fromEntries(
      list.flatMap((band, index) =>
        (['atLeast', 'above', 'atMost', 'below'] as const).flatMap((key) => {
          const text = band[key];
          return text === undefined ? [] : [[`${index}.${key}`, number(text)]];
        }),
      ),
    ),
  }));

const missingItems: fc.Arbitrary<PlanRule> = fc
  .record({
    minus: tenths(1, 120),
    of: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    noneAtAll: tenths(0, 100),
    floor: tenths(0, 100),
  })
  .map((rule) => ({ kind: 'missingItems', ...rule, formulas: {} }));

const merit: fc.Arbitrary<PlanRule> = fc
  .record({
    base: tenths(0, 100),
    plus: tenths(1, 50),
    per: tenths(1, 50),
    count: fc.constantFrom('exact' as const, 'completed' as const),
  })
  .map((rule) => ({ kind: 'merit', ...rule, formulas: {} }));

const improvement: fc.Arbitrary<PlanRule> = fc
  .record({
    base: tenths(0, 100),
    plus: tenths(1, 50),
    per: tenths(1, 50),
    better: fc.constantFrom('higher' as const, 'lower' as const),
    floor: tenths(0, 100),
  })
  .map((rule) => ({ kind: 'improvement', ...rule, formulas: {} }));

const KINDS = { target, linear, bands, missingItems, merit, improvement };

function kindOf(rule: PlanRule): RuleKind<PlanRule> {
  return ruleKindOf(rule);
}

function situation(rule: PlanRule, value: Decimal): Situation<Decimal> {
  return {
    arithmetic: DECIMALS,
    full: decimal(FULL),
    value,
    previous: present(decimal('20')),
    normalised: MISSING,
    formula(key) {
      const found = rule.formulas[key];
      return found?.kind === 'number' ? present(decimal(found.text)) : MISSING;
    },
    answer: () => undefined,
  };
}

function sidesOf(rule: PlanRule, value: Decimal): Readonly<Record<string, Side>> {
  const scored = kindOf(rule).score(rule, situation(rule, value));
  if (scored.status !== 'present') throw new Error(`no points: ${scored.status}`);
  return scored.sides;
}

function edgesOf(rule: PlanRule): readonly Edge[] {
  return kindOf(rule).edges(rule, FULL);
}

function probesOf(rule: PlanRule): readonly Probe[] {
  return kindOf(rule).probes(rule, situation(rule, decimal('0')), STEP);
}

describe.each(Object.entries(KINDS))('of %s', (_kind, arbitrary) => {
  test('points stay between nought and full, at every probe and anywhere', () => {
    fc.assert(
      fc.property(arbitrary, tenths(-900, 900), (rule, value) => {
        for (const at of [decimal(value), ...probesOf(rule).map((probe) => probe.value)]) {
          const scored = kindOf(rule).score(rule, situation(rule, at));
          if (scored.status !== 'present') throw new Error('no points');
          expect(scored.value.greaterThanOrEqualTo(0)).toBe(true);
          expect(scored.value.lessThanOrEqualTo(FULL)).toBe(true);
        }
      }),
    );
  });

  test('a probe falls on the side that it says', () => {
    fc.assert(
      fc.property(arbitrary, (rule) => {
        for (const probe of probesOf(rule)) {
          expect({ ...probe, side: sidesOf(rule, probe.value)[probe.edge] }).toEqual(probe);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every side that tests must stand on has a probe, so that it can be stood on', () => {
    fc.assert(
      fc.property(arbitrary, (rule) => {
        const wanted = edgesOf(rule).flatMap((edge) =>
          edge.sides.map((side) => `${edge.id} ${side}`),
        );
        const found = probesOf(rule).map((probe) => `${probe.edge} ${probe.side}`);
        expect([...new Set(found)].sort()).toEqual([...new Set(wanted)].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('no value stands on a side of an edge that the rule does not name', () => {
    fc.assert(
      fc.property(arbitrary, tenths(-900, 900), (rule, value) => {
        const sides = sidesOf(rule, decimal(value));
        for (const edge of edgesOf(rule)) {
          const side = sides[edge.id];
          if (side !== undefined) expect(edge.sides).toContain(side);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test.each(Object.entries({ target, linear, merit, improvement, missingItems }))(
  'a better value never scores less: %s',
  (_kind, arbitrary) => {
    const pointsAt = (rule: PlanRule, value: string): Decimal => {
      const scored = kindOf(rule).score(rule, situation(rule, decimal(value)));
      if (scored.status !== 'present') throw new Error('no points');
      return scored.value;
    };
    const isLowerBetter = (rule: PlanRule): boolean =>
      rule.kind === 'linear'
        ? Number(rule.fullAt) < Number(rule.zeroAt)
        : rule.kind === 'missingItems' || ('better' in rule && rule.better === 'lower');
    fc.assert(
      fc.property(
        // Points for none at all are set by hand, and may be more than the floor.
        arbitrary.filter((rule) => rule.kind !== 'missingItems' || rule.of === undefined),
        tenths(-900, 900),
        tenths(-900, 900),
        (rule, one, other) => {
          const [low, high] = Number(one) < Number(other) ? [one, other] : [other, one];
          const [worse, better] = isLowerBetter(rule) ? [high, low] : [low, high];
          expect(pointsAt(rule, better).greaterThanOrEqualTo(pointsAt(rule, worse))).toBe(true);
        },
      ),
    );
  },
);

test('a band that the one above it takes over asks for no test beyond it', () => {
  const rule: PlanRule = {
    kind: 'bands',
    bands: [
      { atLeast: '90', points: '10' },
      { atLeast: '80', below: '90', points: '8' },
    ],
    otherwise: '0',
    formulas: {
      '0.atLeast': number('90'),
      '1.atLeast': number('80'),
      '1.below': number('90'),
    },
  };
  expect(edgesOf(rule).map((edge) => [edge.id, edge.sides])).toEqual([
    ['0.atLeast', ['below', 'reached']],
    ['1.atLeast', ['below', 'reached']],
    ['1.below', ['below']],
  ]);
});
