import { referencesOf, shiftYears, type Expression } from '../formula/index.js';
import type { IndicatorSet, Metric } from '../indicators/index.js';
import { columnOf } from './field.js';
import type { Operation } from './plan.js';

/** Metrics and targets in, each before what is computed from it. */
export function readOperations(
  set: IndicatorSet,
  scoring: readonly Operation[],
): readonly Operation[] {
  const operations = new Map<string, Operation>();
  const readAll = (expression: Expression | null): void => {
    if (expression === null) return;
    for (const reference of referencesOf(expression)) {
      if (reference.kind === 'metric') readMetric(reference.id, reference.yearsBack);
      if (reference.kind === 'target') readTarget(reference.id);
    }
  };
  const readMetric = (id: string, yearsBack: number): void => {
    const column = columnOf.metric(id, yearsBack);
    const metric = set.metrics.get(id);
    if (operations.has(column) || metric === undefined) return;
    const operation = metricOperation(metric, yearsBack, column);
    if (operation.op === 'value') readAll(operation.expression);
    operations.set(column, operation);
  };
  const readTarget = (id: string): void => {
    const column = columnOf.target(id);
    if (operations.has(column)) return;
    const target = set.metrics.get(id)?.target;
    const atLeast = target?.atLeast?.expression ?? null;
    const notFiled = target?.notFiled?.expression ?? null;
    readAll(atLeast);
    readAll(notFiled);
    operations.set(column, { op: 'target', metric: id, atLeast, notFiled });
  };
  for (const operation of scoring) {
    if (operation.op === 'value') readAll(operation.expression);
    if (operation.op === 'screen' && operation.sample !== null)
      readMetric(operation.sample.metric, 0);
    if (operation.op === 'normalise') readAll(operation.target);
    if (operation.op === 'points') Object.values(operation.rule.formulas).forEach(readAll);
  }
  return [...operations.values()];
}

function metricOperation(metric: Metric, yearsBack: number, column: string): Operation {
  if (metric.formula === undefined) {
    return { op: 'impute', metric: metric.id, yearsBack, policy: metric.missing };
  }
  return {
    op: 'value',
    column,
    expression: shiftYears(metric.formula.expression, yearsBack),
    round: null,
    zeroDenominator: 'missing',
  };
}
