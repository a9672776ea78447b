import { isReservedName, referencesOf } from '../formula/index.js';
import { decimal } from '../kernel/decimal.js';
import type { Metric, Parameter } from './indicator-set.js';
import { sourceOf, type SetContext } from './set-context.js';
import type { SetInput } from './set.schema.js';

type MetricInput = NonNullable<SetInput['metrics']>[string];

const YES_NO = new Map([
  ['yes', '是'],
  ['no', '否'],
]);

/** Parameters with the value in force on the last day of the assessment year. */
export function normaliseParameters(context: SetContext): ReadonlyMap<string, Parameter> {
  const { input, reporter } = context;
  const parameters = new Map<string, Parameter>();
  for (const [id, parameter] of Object.entries(input.parameters ?? {})) {
    const path = ['parameters', id];
    if (isReservedName(id)) reporter.fault('set-name-reserved', path, { id }, 'key');
    if (parameter.value === undefined && parameter.values === undefined) {
      reporter.fault('parameter-no-value', path, { id }, 'key');
    }
    const dated = [...(parameter.values ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
    const inForce = dated.filter((one) => one.from <= input.window.to).at(-1)?.value;
    const value = inForce ?? parameter.value;
    if (value === undefined && parameter.values !== undefined) {
      reporter.fault('parameter-not-yet', path, { id, date: input.window.to }, 'key');
    }
    parameters.set(id, {
      id,
      label: parameter.label ?? id,
      unit: parameter.unit,
      value: value ?? '0',
      source: sourceOf(parameter.source),
    });
  }
  return parameters;
}

/** 填报数据 with defaults filled, and the loops among computed ones found. */
export function normaliseMetrics(context: SetContext): ReadonlyMap<string, Metric> {
  const { input, reporter } = context;
  const metrics = new Map<string, Metric>();
  for (const [id, metric] of Object.entries(input.metrics ?? {})) {
    if (isReservedName(id)) reporter.fault('set-name-reserved', ['metrics', id], { id }, 'key');
    if (Object.hasOwn(input.parameters ?? {}, id)) {
      reporter.fault('set-name-taken', ['metrics', id], { id }, 'key');
    }
    metrics.set(id, normaliseMetric(context, id, metric));
  }
  reportCycles(context, metrics);
  for (const [old, now] of Object.entries(input.retired ?? {})) {
    if (metrics.has(old)) reporter.fault('metric-retired-alive', ['retired', old], { id: old }, 'key');
    if (now !== '' && !metrics.has(now)) {
      reporter.fault('metric-retired-unknown', ['retired', old], { id: now });
    }
  }
  return metrics;
}

function normaliseMetric(context: SetContext, id: string, metric: MetricInput): Metric {
  const { input, reporter } = context;
  const path = ['metrics', id];
  const { type = 'count' } = metric;
  if (metric.label === undefined) reporter.fault('metric-no-label', path, { id }, 'key');
  if (metric.type === undefined) reporter.fault('metric-no-type', path, { id }, 'key');
  if (metric.min !== undefined && metric.max !== undefined) {
    if (decimal(metric.min).greaterThan(decimal(metric.max))) {
      reporter.fault('metric-bounds-backwards', [...path, 'min'], {
        min: metric.min,
        max: metric.max,
      });
    }
  }
  if (type === 'computed' && metric.formula === undefined) {
    reporter.fault('metric-formula-missing', path, { id }, 'key');
  }
  if (type !== 'computed' && metric.formula !== undefined) {
    reporter.fault('metric-formula-unwanted', [...path, 'formula'], { id, type });
  }
  if (type === 'level' && metric.levels === undefined) {
    reporter.fault('metric-levels-missing', path, { id }, 'key');
  }
  if (type !== 'level' && metric.levels !== undefined) {
    reporter.fault('metric-levels-unwanted', [...path, 'levels'], { id, type });
  }
  if (metric.partOf !== undefined && !Object.hasOwn(input.metrics ?? {}, metric.partOf)) {
    reporter.fault('metric-part-unknown', [...path, 'partOf'], { id: metric.partOf });
  }
  if (metric.department !== undefined && !Object.hasOwn(input.departments ?? {}, metric.department)) {
    reporter.fault('metric-department-unknown', [...path, 'department'], { id: metric.department });
  }
  const compile = (key: 'atLeast' | 'notFiled') => {
    const text = metric.target?.[key];
    return text === undefined ? undefined : context.formula([...path, 'target', key], text, 'number');
  };
  return {
    id,
    label: metric.label ?? id,
    definition: metric.definition,
    unit: metric.unit,
    type,
    min: metric.min ?? (type === 'count' ? '0' : undefined),
    max: metric.max,
    supplier: metric.supplier ?? 'region',
    department: metric.department,
    evidence: metric.evidence,
    partOf: metric.partOf,
    levels: type === 'yesNo' ? YES_NO : new Map(Object.entries(metric.levels ?? {})),
    formula:
      metric.formula === undefined || type !== 'computed'
        ? undefined
        : context.formula([...path, 'formula'], metric.formula, 'number'),
    missing: metric.missing ?? 'refuse',
    target:
      metric.target === undefined
        ? undefined
        : { atLeast: compile('atLeast'), notFiled: compile('notFiled') },
    source: sourceOf(metric.source),
  };
}

/** Reports each loop once, as the whole loop in order: depth-first search, back edges. */
function reportCycles(context: SetContext, metrics: ReadonlyMap<string, Metric>): void {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (id: string): void => {
    const start = way.indexOf(id);
    if (start >= 0) {
      const loop = [...way.slice(start), id];
      context.reporter.fault('metric-cycle', ['metrics', id, 'formula'], { loop: loop.join(' → ') });
      return;
    }
    if (done.has(id)) return;
    way.push(id);
    const formula = metrics.get(id)?.formula;
    if (formula !== undefined) {
      for (const reference of referencesOf(formula.expression)) {
        if (reference.kind === 'metric') visit(reference.id);
      }
    }
    way.pop();
    done.add(id);
  };
  for (const id of metrics.keys()) visit(id);
}
