import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { decimal } from '../../../src/domain/kernel/decimal.js';
import {
  compilePlan,
  DECIMAL_KERNEL,
  FLOAT_KERNEL,
  runPlan,
} from '../../../src/domain/plan/index.js';
import { explainScore, scoreYear } from '../../../src/domain/scoring/index.js';
import { differences } from '../plan/field-differences.js';
import { shippedYears } from './shipped-years.js';

const years = await shippedYears();

describe.each(years)('$name', ({ set, data }) => {
  const run = scoreYear(set, data, sha256);

  test('keeps points within bounds, and ranks in the order of totals', () => {
    for (const region of run.regions) {
      for (const result of [...Object.values(region.indicators), ...Object.values(region.blocks)]) {
        if (result.points === null) continue;
        expect(decimal(result.points).greaterThanOrEqualTo(0)).toBe(true);
        expect(decimal(result.points).lessThanOrEqualTo(decimal(result.fullPoints))).toBe(true);
      }
    }
    expect(run.regions.length).toBe(set.regions.assessed.length);
  });

  test('explains every number of every region', () => {
    for (const region of run.regions) {
      const said = JSON.stringify(explainScore(set, run, region.id));
      expect(said).not.toMatch(/undefined|NaN|\[object|"words":""/);
    }
  });

  test('computes in floats what it computes in decimals', () => {
    const plan = compilePlan(set, data.period);
    const exact = runPlan(plan, data, DECIMAL_KERNEL);
    const fast = runPlan(plan, data, FLOAT_KERNEL);
    expect(differences(set, exact, fast)).toEqual([]);
  });

  test('gives the same run again', () => {
    expect(scoreYear(set, data, sha256).runHash).toBe(run.runHash);
  });
});
