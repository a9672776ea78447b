import { metricsRead, type IndicatorSet } from '../../indicators/index.js';

/**
 * The rates that prefectures state themselves and that are only held against the counts of these
 * metrics: what a self-assessment says, where the score is computed from a department's counts.
 *
 * @param counts ids of metrics, those behind computed ones too
 */
export function statedMetrics(set: IndicatorSet, counts: readonly string[]): readonly string[] {
  const known = new Set(counts);
  return set.checks.flatMap(({ rule }) => {
    if (rule.kind !== 'statedRate') return [];
    const read = metricsRead(rule.computed, set.metrics);
    const isOfThem = read.length > 0 && read.every((id) => known.has(id));
    return isOfThem ? [rule.stated] : [];
  });
}
