import type { Indicator, IndicatorSet } from '../indicators/index.js';
import type { Derivation, IndicatorDerivation } from './derivation.js';
import { explainIndicator } from './explain-indicator.js';
import { explainTotal } from './explain-total.js';
import type { Run } from './run.js';

/**
 * 得分推导: explains how a region's points came about, to the last number, from a run and its set.
 * Nothing is stored for it: the run's columns and inputs hold everything.
 *
 * @param indicator one leaf, or all of them and the total when left out
 * @throws RangeError when the region is not assessed or the indicator is no leaf: callers check names
 */
export function explainScore(
  set: IndicatorSet,
  run: Run,
  regionId: string,
  indicator?: string,
): Derivation {
  const region = set.regions.assessed.find((one) => one.id === regionId);
  const result = run.regions.find((one) => one.id === regionId);
  if (region === undefined || result === undefined) throw new RangeError(`no region ${regionId}`);
  const leaves = [...set.nodes.values()].filter(
    (node): node is Indicator => node.kind === 'indicator',
  );
  const wanted = indicator === undefined ? leaves : leaves.filter((leaf) => leaf.id === indicator);
  if (wanted.length === 0) throw new RangeError(`no indicator ${String(indicator)}`);
  return {
    region: { id: region.id, name: region.name, code: region.code ?? null },
    set: { ...run.set, title: set.title },
    engine: run.engine,
    runHash: run.runHash,
    period: run.plan.period,
    disclaimer: set.disclaimer ?? null,
    indicators: wanted.map((leaf): IndicatorDerivation =>
      explainIndicator(set, run, leaf, regionId),
    ),
    total: indicator === undefined ? explainTotal(set, run, result) : [],
  };
}
