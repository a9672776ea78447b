import { isReservedName, referencesOf } from '../formula/index.js';
import { decimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import { findLoops } from './find-loops.js';
import type { Formula, Metric, Parameter } from './indicator-set.js';
import { parameterValue } from './parameter-value.js';
import { reportUnknown, sourceOf, type SetContext } from './set-context.js';
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
    const value = parameterValue(parameter, input.window.to);
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
  reportFormulaLoops(context, metrics);
  reportPartLoops(context, metrics);
  for (const [old, now] of Object.entries(input.retired ?? {})) {
    if (metrics.has(old))
      reporter.fault('metric-retired-alive', ['retired', old], { id: old }, 'key');
    if (now !== '' && !metrics.has(now)) {
      reportUnknown(reporter, 'metric-retired-unknown', ['retired', old], now, metrics.keys());
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
  const known = Object.keys(input.metrics ?? {});
  if (metric.partOf !== undefined && !known.includes(metric.partOf)) {
    reportUnknown(reporter, 'metric-part-unknown', [...path, 'partOf'], metric.partOf, known);
  }
  const departments = Object.keys(input.departments ?? {});
  if (metric.department !== undefined && !departments.includes(metric.department)) {
    const at = [...path, 'department'];
    reportUnknown(reporter, 'metric-department-unknown', at, metric.department, departments);
  }
  const compile = (key: 'atLeast' | 'notFiled') => {
    const text = metric.target?.[key];
    return text === undefined
      ? undefined
      : context.formula([...path, 'target', key], text, 'number');
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

/** What is computed from what: a metric's formula, or what a filed target is held against. */
interface Step {
  readonly path: Path;
  readonly name: string;
  readonly reads: readonly string[];
}

function stepsOf(metrics: ReadonlyMap<string, Metric>): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  const readsOf = (...formulas: readonly (Formula | undefined)[]): readonly string[] =>
    formulas
      .flatMap((formula) => (formula === undefined ? [] : referencesOf(formula.expression)))
      .flatMap(({ kind, id }) => (kind === 'parameter' ? [] : [`${kind} ${id}`]));
  for (const { id, formula, target } of metrics.values()) {
    const path = ['metrics', id];
    steps.set(`metric ${id}`, { path: [...path, 'formula'], name: id, reads: readsOf(formula) });
    steps.set(`target ${id}`, {
      path: [...path, 'target'],
      name: `target(${id})`,
      reads: readsOf(target?.atLeast, target?.notFiled),
    });
  }
  return steps;
}

function reportFormulaLoops(context: SetContext, metrics: ReadonlyMap<string, Metric>): void {
  const steps = stepsOf(metrics);
  for (const loop of findLoops(steps.keys(), (key) => steps.get(key)?.reads ?? [])) {
    const names = loop.map((key) => steps.get(key)?.name ?? key).join(' → ');
    const { path } = steps.get(loop[0] ?? '') ?? { path: ['metrics'] };
    context.reporter.fault('metric-cycle', path, { loop: names });
  }
}

function reportPartLoops(context: SetContext, metrics: ReadonlyMap<string, Metric>): void {
  const wholeOf = (id: string): readonly string[] => {
    const whole = metrics.get(id)?.partOf;
    return whole === undefined ? [] : [whole];
  };
  for (const loop of findLoops(metrics.keys(), wholeOf)) {
    const path = ['metrics', loop[0] ?? '', 'partOf'];
    context.reporter.fault('metric-part-loop', path, { loop: loop.join(' → ') });
  }
}
