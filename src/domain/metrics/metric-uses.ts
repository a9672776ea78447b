import {
  metricsRead,
  type Formula,
  type Indicator,
  type IndicatorSet,
} from '../indicators/index.js';

/**
 * The metrics that an indicator is computed from, those behind computed ones too, sorted.
 *
 * @example for 合格率 = rate(passed, sampled) with a sample check on sampled
 * // ['passed', 'sampled']
 */
export function metricsOfIndicator(indicator: Indicator, set: IndicatorSet): readonly string[] {
  const formulas: Formula[] = [];
  const named: string[] = [];
  if (indicator.value !== undefined) formulas.push(indicator.value);
  if (indicator.sample !== undefined) named.push(indicator.sample.metric);
  const { rule } = indicator;
  if (rule !== undefined) {
    formulas.push(...Object.values<Formula>(rule.formulas));
    if (rule.kind === 'levels') named.push(rule.metric);
    if (rule.kind === 'checklist') named.push(...Object.keys(rule.items));
  }
  const read = formulas.flatMap((formula) => metricsRead(formula, set.metrics));
  return [...new Set([...named, ...read])].sort();
}

/** The leaves of a set in its order. */
export function indicatorsOf(set: IndicatorSet): readonly Indicator[] {
  return [...set.nodes.values()].flatMap((node) => (node.kind === 'indicator' ? [node] : []));
}

/** A set is never changed: its uses are found once, however many data are read against it. */
const FOUND = new WeakMap<IndicatorSet, ReadonlyMap<string, readonly Indicator[]>>();

/** For each metric the indicators that are computed from it. */
export function metricUses(set: IndicatorSet): ReadonlyMap<string, readonly Indicator[]> {
  const known = FOUND.get(set);
  if (known !== undefined) return known;
  const uses = findUses(set);
  FOUND.set(set, uses);
  return uses;
}

function findUses(set: IndicatorSet): ReadonlyMap<string, readonly Indicator[]> {
  const uses = new Map<string, Indicator[]>();
  for (const indicator of indicatorsOf(set)) {
    for (const metric of metricsOfIndicator(indicator, set)) {
      const users = uses.get(metric);
      if (users === undefined) uses.set(metric, [indicator]);
      else users.push(indicator);
    }
  }
  return uses;
}
