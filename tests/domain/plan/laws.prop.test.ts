import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndicatorSet } from '../../../src/domain/indicators/index.js';
import { decimal } from '../../../src/domain/kernel/decimal.js';
import {
  compilePlan,
  DECIMAL_KERNEL,
  FLOAT_KERNEL,
  runPlan,
} from '../../../src/domain/plan/index.js';
import { scoreYear, type Run } from '../../../src/domain/scoring/index.js';
import { dataOf, setOf, sha256 } from './build-set.js';
import { differences } from './field-differences.js';
import { randomYear, type RandomYear } from './random-set.js';

const RUNS = { numRuns: 40 };

function runOf({ set, regions, data }: RandomYear): {
  readonly set: IndicatorSet;
  readonly run: Run;
} {
  const read = setOf(set, regions);
  return { set: read, run: scoreYear(read, dataOf(data), sha256) };
}

describe('laws of every run', () => {
  test('points lie within 0 and full points, the total within 0 and the full mark', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        const { set, run } = runOf(year);
        for (const region of run.regions) {
          for (const result of [
            ...Object.values(region.indicators),
            ...Object.values(region.blocks),
          ]) {
            if (result.points === null) continue;
            expect(decimal(result.points).greaterThanOrEqualTo(0)).toBe(true);
            expect(decimal(result.points).lessThanOrEqualTo(decimal(result.fullPoints))).toBe(true);
          }
          if (region.score === null) continue;
          expect(decimal(region.score).greaterThanOrEqualTo(0)).toBe(true);
          expect(decimal(region.score).lessThanOrEqualTo(decimal(set.fullPoints))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('what is printed adds up: base plus bonus minus penalty is the total, vetoes or not', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        for (const region of runOf(year).run.regions) {
          if (region.score === null || region.baseScore === null) continue;
          const sum = decimal(region.baseScore)
            .plus(decimal(region.bonus))
            .minus(decimal(region.penalty));
          expect(sum.minus(decimal(region.score)).abs().lessThanOrEqualTo('0.005')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('ranks are a permutation with ties, in the order of the printed totals', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        const { run } = runOf(year);
        const ranked = run.regions.filter((one) => one.rank !== null);
        expect(ranked.length).toBe(run.regions.filter((one) => one.score !== null).length);
        for (const one of ranked) {
          const better = ranked.filter((other) =>
            decimal(other.score ?? '0').greaterThan(decimal(one.score ?? '0')),
          );
          expect(one.rank).toBe(better.length + 1);
        }
      }),
      RUNS,
    );
  });

  test('an item that is not there has no points, and full points are never assumed', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        for (const region of runOf(year).run.regions) {
          const results = Object.values(region.indicators);
          for (const result of results) {
            expect(result.points === null).toBe(result.status !== 'scored');
          }
          if (results.some((one) => one.status === 'pending')) expect(region.score).toBeNull();
        }
      }),
      RUNS,
    );
  });

  test('full points of what applies make the full mark, unless they rest or nothing applies', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        const { set, run } = runOf({ ...year, set: year.set.replaceAll(': rest', ': whole') });
        for (const region of run.regions) {
          const sum = set.roots
            .map((root) =>
              decimal((region.blocks[root] ?? region.indicators[root])?.fullPoints ?? '0'),
            )
            .reduce((one, other) => one.plus(other));
          if (!sum.isZero()) expect(sum.minus(set.fullPoints).abs().lessThan('1e-20')).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('same set, same data: the same bytes, whatever the order of the input', () => {
    fc.assert(
      fc.property(randomYear(), fc.infiniteStream(fc.nat()), (year, stream) => {
        const { set, run } = runOf(year);
        const data = dataOf(year.data);
        const shuffled = <T>(items: readonly T[]): readonly T[] =>
          items
            .map((item) => ({ item, key: Number(stream.next().value) }))
            .sort((one, other) => one.key - other.key)
            .map(({ item }) => item);
        const again = scoreYear(
          set,
          { ...data, values: shuffled(data.values), events: shuffled(data.events) },
          sha256,
        );
        expect(again.regions).toEqual(run.regions);
        expect(again.runHash).toBe(run.runHash);
        expect(again.sourceHash).toBe(run.sourceHash);
      }),
      RUNS,
    );
  });

  test('a region without data changes no absolute score', () => {
    fc.assert(
      fc.property(randomYear({ comparing: true }), (year) => {
        const { run } = runOf(year);
        const wider = runOf({ ...year, regions: `${year.regions}  z: { name: 无数据 }\n` }).run;
        const scores = (one: Run) =>
          Object.fromEntries(
            one.regions
              .filter((region) => region.id !== 'z')
              .map((region) => [region.id, [region.score, region.indicators, region.events]]),
          );
        expect(scores(wider)).toEqual(scores(run));
      }),
      RUNS,
    );
  });

  test('an edit without effect changes nothing: words, labels and notes are no part of the run', () => {
    fc.assert(
      fc.property(randomYear(), (year) => {
        const { run } = runOf(year);
        const edited = runOf({
          ...year,
          set: `${year.set.replaceAll('指标', '考核指标').replaceAll('label: 块', 'note: 说明, label: 块').replaceAll('    note: 说明, label: 块', '    note: 说明\n    label: 块')}# 注释\n`,
        }).run;
        expect(edited.runHash).toBe(run.runHash);
        expect(edited.set.digest).not.toBe(run.set.digest);
      }),
      RUNS,
    );
  });
});

test('the float kernel of every operation holds to the decimal one', () => {
  fc.assert(
    fc.property(randomYear(), (year) => {
      const set = setOf(year.set, year.regions);
      const plan = compilePlan(set);
      const data = dataOf(year.data);
      const exact = runPlan(plan, data, DECIMAL_KERNEL);
      const fast = runPlan(plan, data, FLOAT_KERNEL);
      expect(differences(set, exact, fast)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
