import { referencesOf } from '../domain/formula/references-of.js';
import type {
  Formula,
  Indicator,
  IndicatorSet,
  Metric,
} from '../domain/indicators/indicator-set.js';
import { periodYearsBack } from '../domain/kernel/period.js';
import { indicatorsOf, metricsOfIndicator } from '../domain/metrics/metric-uses.js';
import type { Plan } from '../domain/plan/index.js';

/** A metric to be filled in, with the earlier periods that are asked for beside it. */
export interface FormMetric {
  readonly metric: Metric;
  /** A computed one is only given its target. */
  readonly isComputed: boolean;
  readonly past: readonly string[];
}

/** An indicator with the metrics that are filled in for it. */
export interface FormIndicator {
  readonly indicator: Indicator;
  readonly metrics: readonly FormMetric[];
  /** Metrics that it reads and that stand at an earlier indicator. */
  readonly elsewhere: readonly { readonly metric: Metric; readonly at: Indicator }[];
}

/** The form of a region: its blocks, and the metrics that only checks and statistics read. */
export interface FormLayout {
  readonly period: string;
  readonly blocks: readonly {
    readonly id: string;
    readonly number: string;
    readonly label: string;
    readonly fullPoints: string;
    readonly indicators: readonly FormIndicator[];
  }[];
  readonly others: readonly FormMetric[];
}

/** Lays a set's form out: every metric once, at the first indicator that reads it. */
export function layOutForm(set: IndicatorSet, plan: Plan, period: string): FormLayout {
  const placed = new Map<string, Indicator>();
  const formMetric = (metric: Metric): FormMetric => {
    const isComputed = metric.type === 'computed';
    return { metric, isComputed, past: isComputed ? [] : pastPeriods(metric, plan, period) };
  };
  const indicators = indicatorsOf(set).map((indicator): FormIndicator => {
    const metrics: FormMetric[] = [];
    const elsewhere: { metric: Metric; at: Indicator }[] = [];
    for (const id of [...metricsOfIndicator(indicator, set), ...targetsOf(indicator)]) {
      const metric = set.metrics.get(id);
      if (metric === undefined || !isAsked(metric) || placed.get(id) === indicator) continue;
      const at = placed.get(id);
      if (at === undefined) {
        placed.set(id, indicator);
        metrics.push(formMetric(metric));
      } else elsewhere.push({ metric, at });
    }
    return { indicator, metrics: inOrderOf(set, metrics), elsewhere };
  });
  const blocks = set.roots.flatMap((id) => {
    const node = set.nodes.get(id);
    if (node === undefined) return [];
    const { number, label, fullPoints } = node;
    const own = indicators.filter(({ indicator }) => indicator.block === id);
    return [{ id, number, label, fullPoints, indicators: own }];
  });
  const others = [...set.metrics.values()]
    .filter((metric) => isAsked(metric) && !placed.has(metric.id))
    .map(formMetric);
  return { period, blocks, others };
}

/** What is computed is not filled in; its target may be filed all the same. */
function isAsked(metric: Metric): boolean {
  return metric.type !== 'computed' || metric.target !== undefined;
}

/** The metrics against whose filed target an indicator is held. */
function targetsOf({ value, rule }: Indicator): readonly string[] {
  const formulas: readonly (Formula | undefined)[] = [
    value,
    ...(rule === undefined ? [] : Object.values<Formula>(rule.formulas)),
  ];
  return formulas.flatMap((formula) =>
    formula === undefined
      ? []
      : referencesOf(formula.expression).flatMap((one) => (one.kind === 'target' ? [one.id] : [])),
  );
}

function inOrderOf(set: IndicatorSet, metrics: readonly FormMetric[]): readonly FormMetric[] {
  const order = [...set.metrics.keys()];
  return metrics.toSorted((a, b) => order.indexOf(a.metric.id) - order.indexOf(b.metric.id));
}

/** Types whose change from year to year says something. */
const COMPARED: ReadonlySet<Metric['type']> = new Set([
  'count',
  'amount',
  'rate',
  'published',
  'stated',
]);

/** The year before, and every earlier one that the plan looks back to. */
function pastPeriods(metric: Metric, plan: Plan, period: string): readonly string[] {
  const back = plan.operations.flatMap((one) =>
    one.op === 'impute' && one.metric === metric.id && one.yearsBack > 0 ? [one.yearsBack] : [],
  );
  const years = COMPARED.has(metric.type) ? [1, ...back] : back;
  return [...new Set(years)]
    .toSorted((a, b) => a - b)
    .map((count) => periodYearsBack(period, count));
}
