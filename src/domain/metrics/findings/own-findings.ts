import { decimal, decimalText } from '../../kernel/decimal.js';
import { metricUses } from '../metric-uses.js';
import type { Finding } from '../year-data.js';
import { engineFinding, type CheckContext } from './check-context.js';

/** 不适用 that was asked for and not granted: an indicator that needs it stays pending. */
export function findPendingRequests(context: CheckContext): readonly Finding[] {
  const uses = metricUses(context.set);
  return context.data.values.flatMap(({ region, metric, period, status, reason }) => {
    if (status !== 'pending' || period !== context.data.period) return [];
    const indicators = uses.get(metric) ?? [];
    return engineFinding(context, {
      level: indicators.length > 0 ? 'error' : 'note',
      code: 'data-not-applicable-pending',
      region,
      metric,
      facts: {
        indicators: indicators.map(({ label }) => label).join('、'),
        ...(reason === undefined ? {} : { reason }),
      },
    });
  });
}

/** A published statistic that does not say where it was published. */
export function findUnsourcedStatistics(context: CheckContext): readonly Finding[] {
  return context.data.values.flatMap(({ region, metric, period, status, provenance }) => {
    const isPublished = context.set.metrics.get(metric)?.type === 'published';
    const isSourced = provenance.source !== undefined;
    const isOfYear = status === 'present' && period === context.data.period;
    if (!isPublished || isSourced || !isOfYear) return [];
    const code = 'data-published-without-source';
    return engineFinding(context, { level: 'warning', code, region, metric, facts: {} });
  });
}

/** Values of metrics that the set has dropped: one finding a metric. */
export function findDroppedMetrics(context: CheckContext): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { metric } of context.data.skipped ?? []) {
    counts.set(metric, (counts.get(metric) ?? 0) + 1);
  }
  return [...counts].map(([metric, count]) =>
    engineFinding(context, {
      level: 'note',
      code: 'data-metric-dropped',
      region: undefined,
      metric,
      facts: { count: String(count) },
    }),
  );
}

/** A filed target below what the set demands; the set's own value counts then. */
export function findLowTargets(context: CheckContext): readonly Finding[] {
  return context.data.targets.flatMap(({ region, metric, value }) => {
    const atLeast = context.set.metrics.get(metric)?.target?.atLeast;
    if (atLeast === undefined) return [];
    const minimum = context.values.evaluate(atLeast.expression, region);
    if (minimum.status !== 'present' || decimal(value).greaterThanOrEqualTo(minimum.value)) {
      return [];
    }
    return engineFinding(context, {
      level: 'warning',
      code: 'data-target-below-minimum',
      region,
      metric,
      facts: { target: value, atLeast: decimalText(minimum.value) },
    });
  });
}
