import type { Path } from '../kernel/fault.js';
import type { Check, Metric } from './indicator-set.js';
import { checkNotNegative, reportUnknown, type SetContext } from './set-context.js';
import type { SetInput } from './set.schema.js';

type CheckInput = NonNullable<SetInput['checks']>[string];

const KIND_KEYS = [
  'metric',
  'parts',
  'stated',
  'computed',
  'tolerance',
  'atLeast',
  'percent',
  'by',
  'that',
] as const;

/** What each kind of check can use. */
const KEYS_OF: Readonly<Record<Check['rule']['kind'], readonly (typeof KIND_KEYS)[number][]>> = {
  regionsTotal: ['metric', 'tolerance'],
  parts: ['metric', 'parts', 'tolerance'],
  statedRate: ['stated', 'computed', 'tolerance'],
  sample: ['metric', 'atLeast'],
  jump: ['metric', 'percent', 'by'],
  relation: ['that'],
};

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
  const isKnown = (name: string, ...key: Path): boolean => {
    if (metrics.has(name)) return true;
    const at = [...path, ...key];
    reportUnknown(context.reporter, 'check-metric-unknown', at, name, metrics.keys());
    return false;
  };
  const { kind, metric, stated, parts, tolerance } = given;
  if (kind === undefined) return missing('kind');
  for (const key of KIND_KEYS) {
    if (given[key] !== undefined && !KEYS_OF[kind].includes(key)) {
      context.reporter.fault('check-unwanted-key', [...path, key], { id, key, kind }, 'key');
    }
  }
  for (const key of ['tolerance', 'atLeast', 'percent', 'by'] as const) {
    checkNotNegative(context, [...path, key], given[key]);
  }
  switch (kind) {
    case 'regionsTotal':
      if (metric === undefined) return missing('metric');
      return isKnown(metric, 'metric') ? { kind, metric, tolerance: tolerance ?? '0' } : undefined;
    case 'parts':
      if (metric === undefined) return missing('metric');
      if (parts === undefined || parts.length === 0) return missing('parts');
      return [
        isKnown(metric, 'metric'),
        ...parts.map((part, index) => isKnown(part, 'parts', index)),
      ].every(Boolean)
        ? { kind, metric, parts, tolerance: tolerance ?? '0' }
        : undefined;
    case 'statedRate': {
      if (stated === undefined) return missing('stated');
      if (given.computed === undefined) return missing('computed');
      const computed = context.formula([...path, 'computed'], given.computed, 'number');
      return isKnown(stated, 'stated') && computed !== undefined
        ? { kind, stated, computed, tolerance }
        : undefined;
    }
    case 'sample':
      if (metric === undefined) return missing('metric');
      if (given.atLeast === undefined) return missing('atLeast');
      return isKnown(metric, 'metric') ? { kind, metric, atLeast: given.atLeast } : undefined;
    case 'jump':
      if (metric === undefined) return missing('metric');
      if (given.percent === undefined && given.by === undefined) return missing('percent');
      return isKnown(metric, 'metric')
        ? { kind, metric, percent: given.percent, by: given.by }
        : undefined;
    case 'relation': {
      if (given.that === undefined) return missing('that');
      const that = context.formula([...path, 'that'], given.that, 'truth');
      return that === undefined ? undefined : { kind, that };
    }
  }
}
