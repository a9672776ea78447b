import { evaluateFormula, shiftYears, type Expression, type Outcome } from '../formula/index.js';
import type { IndicatorSet } from '../indicators/index.js';
import { decimal, ONE, sumDecimals, ZERO } from '../kernel/decimal.js';
import { periodYearsBack } from '../kernel/period.js';
import { MISSING, NOT_APPLICABLE, PENDING, present, type Cell } from '../kernel/status.js';
import type { FiledTarget, SubmittedValue, YearData } from './year-data.js';

/** What was submitted, found by region, metric and year; nothing is imputed. */
export interface ValueTable {
  /** A metric's number; yes is 1, no is 0, a level its place in the set's list, from 0. */
  readonly cell: (region: string, metric: string, yearsBack: number) => Cell;
  /** The text of a value: a level's code, yes or no, a stated rate with its decimals. */
  text(region: string, metric: string, yearsBack: number): string | undefined;
  /** A formula over one region's numbers of the assessed year. */
  evaluate(expression: Expression, region: string): Outcome;
}

/**
 * Prepares look-ups in a year's data. Computed metrics are computed; an earlier year of a region
 * that was renamed is its predecessor's, after a split or merger it is missing unless the set says
 * that the sum of all predecessors stands for it.
 */
export function valueTable(data: YearData, set: IndicatorSet): ValueTable {
  const submitted = new Map(data.values.map((value) => [keyOf(value), value]));
  const filed = new Map(data.targets.map((target) => [keyOf(target), target]));
  const source: ValueSource = {
    submitted: (region, metric, period) => submitted.get(keyOf({ region, metric, period })),
    filed: (region, metric) => filed.get(keyOf({ region, metric })),
  };
  return valuesFrom(source, data.period, set);
}

/** Where values and targets are looked up. */
export interface ValueSource {
  submitted(region: string, metric: string, period: string): SubmittedValue | undefined;
  filed(region: string, metric: string): FiledTarget | undefined;
}

/** Prepares look-ups in what was submitted for a period, wherever it is kept. */
export function valuesFrom(source: ValueSource, period: string, set: IndicatorSet): ValueTable {
  const periods: string[] = [];
  const own = (region: string, metric: string, yearsBack: number): SubmittedValue | undefined => {
    const when = (periods[yearsBack] ??= periodYearsBack(period, yearsBack));
    return source.submitted(region, metric, when);
  };

  const cell = (region: string, metric: string, yearsBack: number): Cell => {
    const computed = set.metrics.get(metric)?.formula;
    if (computed !== undefined) {
      return cellOf(evaluate(shiftYears(computed.expression, yearsBack), region));
    }
    const value = own(region, metric, yearsBack);
    if (value !== undefined) return numberOf(value, set);
    return yearsBack === 0 ? MISSING : ofPredecessors(region, metric, yearsBack);
  };

  const ofPredecessors = (id: string, metric: string, yearsBack: number): Cell => {
    const region = set.regions.all.get(id);
    const past = (region?.follows ?? []).map((former) => cell(former, metric, yearsBack));
    const [first] = past;
    if (region?.by === 'rename') return first ?? MISSING;
    if (region?.lastYear !== 'sum' || first === undefined) return MISSING;
    const values = past.flatMap((one) => (one.status === 'present' ? [one.value] : []));
    return values.length === past.length ? present(sumDecimals(values)) : MISSING;
  };

  const evaluate = (expression: Expression, region: string): Outcome =>
    evaluateFormula(expression, {
      metric: (id, yearsBack) => cell(region, id, yearsBack),
      target: (id) => {
        const filed = source.filed(region, id);
        return filed === undefined ? MISSING : present(decimal(filed.value));
      },
      parameter: (id) => decimal(set.parameters.get(id)?.value ?? '0'),
    });

  return {
    cell,
    evaluate,
    text(region, metric, yearsBack) {
      const value = own(region, metric, yearsBack);
      return value?.status === 'present' ? value.text : undefined;
    },
  };
}

/** Looks one number up: `lookUpValue(data, set)('xining', 'sampled', 0)`. */
export function lookUpValue(data: YearData, set: IndicatorSet): ValueTable['cell'] {
  return valueTable(data, set).cell;
}

function keyOf(value: {
  readonly region: string;
  readonly metric: string;
  readonly period?: string;
}): string {
  return `${value.region} ${value.metric} ${value.period ?? ''}`;
}

function cellOf(outcome: Outcome): Cell {
  switch (outcome.status) {
    case 'present':
      return outcome;
    case 'truth':
      return present(outcome.value ? ONE : ZERO);
    case 'undefined':
      return MISSING;
    default:
      return { status: outcome.status };
  }
}

function numberOf(value: SubmittedValue, set: IndicatorSet): Cell {
  if (value.status === 'pending') return PENDING;
  if (value.status === 'notApplicable') return NOT_APPLICABLE;
  const metric = set.metrics.get(value.metric);
  switch (metric?.type) {
    case 'yesNo':
      return present(value.text === 'yes' ? ONE : ZERO);
    case 'level':
      return present(decimal([...metric.levels.keys()].indexOf(value.text)));
    case 'text':
      return MISSING;
    default:
      return present(decimal(value.text));
  }
}
