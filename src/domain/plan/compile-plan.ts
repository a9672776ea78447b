import type { IndicatorSet, Region } from '../indicators/index.js';
import { periodYearsBack } from '../kernel/period.js';
import { leafOperations } from './compile-leaf.js';
import { readOperations } from './compile-reading.js';
import { treeOperations } from './compile-tree.js';
import { verdictOperations } from './compile-verdicts.js';
import type { Operation, Plan, PlanRegion } from './plan.js';

/**
 * Compiles a set for one period into an ordered list of column operations.
 *
 * @param period the period whose data are assessed; the set's year unless told otherwise
 */
export function compilePlan(set: IndicatorSet, period: string = set.year): Plan {
  const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
  const scoring = leaves.flatMap((leaf) => leafOperations(leaf));
  const reading = readOperations(set, scoring);
  const operations: readonly Operation[] = [
    ...reading,
    ...scoring,
    ...treeOperations(set),
    ...verdictOperations(set),
  ];
  const back = Math.max(
    0,
    ...reading.map((one) => (one.op === 'impute' ? one.yearsBack + 1 : 0)),
    ...set.consequences.flatMap((one) => one.when.map((condition) => (condition.years ?? 1) - 1)),
  );
  return {
    language: 1,
    period,
    periods: Array.from({ length: back + 1 }, (_, years) => periodYearsBack(period, years)),
    regions: set.regions.assessed.map(planRegion),
    parameters: Object.fromEntries(
      [...set.parameters.values()].map((parameter) => [parameter.id, parameter.value]),
    ),
    operations,
  };
}

function planRegion(region: Region): PlanRegion {
  return {
    id: region.id,
    group: region.group ?? null,
    past: region.follows,
    pastBy:
      region.by === 'rename' || region.by === undefined
        ? 'same'
        : region.lastYear === 'sum'
          ? 'sum'
          : 'missing',
  };
}
