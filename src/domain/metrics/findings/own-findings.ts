import { decimal, decimalText } from '../../kernel/decimal.js';
import { metricUses } from '../metric-uses.js';
import type { FiledTarget, Finding, SkippedValue, SubmittedValue } from '../year-data.js';
import { engineFinding, type CheckContext } from './check-context.js';

/** What is found in one value by itself. */
export function findInValue(context: CheckContext, value: SubmittedValue): readonly Finding[] {
  return [...findPendingRequest(context, value), ...findUnsourcedStatistic(context, value)];
}

/** 不适用 that was asked for and not granted: an indicator that needs it stays pending. */
function findPendingRequest(
  context: CheckContext,
  { region, metric, period, status, reason }: SubmittedValue,
): readonly Finding[] {
  if (status !== 'pending' || period !== context.period) return [];
  const indicators = metricUses(context.set).get(metric) ?? [];
  return [
    engineFinding(context, {
      level: indicators.length > 0 ? 'error' : 'note',
      code: 'data-not-applicable-pending',
      region,
      metric,
      facts: {
        indicators: indicators.map(({ label }) => label).join('、'),
        ...(reason === undefined ? {} : { reason }),
      },
    }),
  ];
}

const PUBLICATION = ['issuer', 'document', 'date'] as const;

/**
 * A published statistic that does not say where it was published: neither by issuer, document and
 * date, nor in a text of its own.
 */
function findUnsourcedStatistic(
  context: CheckContext,
  { region, metric, period, status, provenance }: SubmittedValue,
): readonly Finding[] {
  const isPublished = context.set.metrics.get(metric)?.type === 'published';
  const { source, isSourceAssumed, publication } = provenance;
  const missing = PUBLICATION.filter((key) => publication?.[key] === undefined);
  const isSourceStated = source !== undefined && isSourceAssumed !== true;
  const isSourced = publication === undefined ? isSourceStated : missing.length === 0;
  const isOfYear = status === 'present' && period === context.period;
  if (!isPublished || isSourced || !isOfYear) return [];
  const code = 'data-published-without-source';
  const facts = publication === undefined ? {} : { missing: missing.join(' ') };
  return [engineFinding(context, { level: 'warning', code, region, metric, facts })];
}

/** Values of metrics that the set has dropped: one finding a metric. */
export function findDroppedMetrics(
  context: CheckContext,
  skipped: readonly SkippedValue[],
): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { metric } of skipped) counts.set(metric, (counts.get(metric) ?? 0) + 1);
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
export function findLowTarget(
  context: CheckContext,
  { region, metric, value }: FiledTarget,
): readonly Finding[] {
  const atLeast = context.set.metrics.get(metric)?.target?.atLeast;
  if (atLeast === undefined) return [];
  const minimum = context.values.evaluate(atLeast.expression, region);
  if (minimum.status !== 'present' || decimal(value).greaterThanOrEqualTo(minimum.value)) return [];
  return [
    engineFinding(context, {
      level: 'warning',
      code: 'data-target-below-minimum',
      region,
      metric,
      facts: { target: value, atLeast: decimalText(minimum.value) },
    }),
  ];
}
