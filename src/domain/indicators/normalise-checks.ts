import type { Check, Metric } from './indicator-set.js';
import type { SetContext } from './set-context.js';
import type { SetInput } from './set.schema.js';

type CheckInput = NonNullable<SetInput['checks']>[string];

/** The checks of data, each with just the keys that its kind needs. */
export function normaliseChecks(
  context: SetContext,
  metrics: ReadonlyMap<string, Metric>,
): readonly Check[] {
  return Object.entries(context.input.checks ?? {}).flatMap(([id, given]) => {
    const rule = checkRule(context, id, given, metrics);
    return rule === undefined
      ? []
      : [{ id, label: given.label ?? id, level: given.level ?? 'warning', rule }];
  });
}

function checkRule(
  context: SetContext,
  id: string,
  given: CheckInput,
  metrics: ReadonlyMap<string, Metric>,
): Check['rule'] | undefined {
  const path = ['checks', id];
  const missing = (key: string): undefined => {
    context.reporter.fault('check-incomplete', path, { id, key }, 'key');
    return undefined;
  };
  const isKnown = (key: 'metric' | 'stated' | 'parts', name: string): boolean => {
    if (metrics.has(name)) return true;
    context.reporter.fault('check-metric-unknown', [...path, key], { id: name });
    return false;
  };
  const { kind, metric, stated, parts, tolerance } = given;
  if (kind === undefined) return missing('kind');
  switch (kind) {
    case 'regionsTotal':
      if (metric === undefined) return missing('metric');
      return isKnown('metric', metric)
        ? { kind, metric, tolerance: tolerance ?? '0' }
        : undefined;
    case 'parts':
      if (metric === undefined) return missing('metric');
      if (parts === undefined || parts.length === 0) return missing('parts');
      return [...parts.map((part) => isKnown('parts', part)), isKnown('metric', metric)].every(Boolean)
        ? { kind, metric, parts, tolerance: tolerance ?? '0' }
        : undefined;
    case 'statedRate': {
      if (stated === undefined) return missing('stated');
      if (given.computed === undefined) return missing('computed');
      const computed = context.formula([...path, 'computed'], given.computed, 'number');
      return isKnown('stated', stated) && computed !== undefined
        ? { kind, stated, computed, tolerance }
        : undefined;
    }
    case 'sample':
      if (metric === undefined) return missing('metric');
      if (given.atLeast === undefined) return missing('atLeast');
      return isKnown('metric', metric) ? { kind, metric, atLeast: given.atLeast } : undefined;
    case 'jump':
      if (metric === undefined) return missing('metric');
      if (given.percent === undefined && given.by === undefined) return missing('percent');
      return isKnown('metric', metric)
        ? { kind, metric, percent: given.percent, by: given.by }
        : undefined;
    case 'relation': {
      if (given.that === undefined) return missing('that');
      const that = context.formula([...path, 'that'], given.that, 'truth');
      return that === undefined ? undefined : { kind, that };
    }
  }
}
