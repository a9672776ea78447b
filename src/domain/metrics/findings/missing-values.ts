import { referencesOf, shiftYears, type Expression } from '../../formula/index.js';
import type { Indicator, IndicatorSet } from '../../indicators/index.js';
import { compareText } from '../../kernel/fault.js';
import { periodYearsBack } from '../../kernel/period.js';
import { indicatorsOf } from '../metric-uses.js';
import type { Finding } from '../year-data.js';
import { engineFinding, type CheckContext } from './check-context.js';

/** A submitted number that an indicator is computed from. */
interface Need {
  readonly metric: string;
  readonly yearsBack: number;
}

/** A number that a region's score needs, and the indicators for which it does. */
export interface RegionNeed extends Need {
  readonly labels: readonly string[];
}

/** A set is never changed: what its regions have to submit is found once. */
const FOUND = new WeakMap<IndicatorSet, Map<string, readonly RegionNeed[]>>();

/** What a region has to submit. What the set rules out for a region is not missed. */
export function needsOfRegion(set: IndicatorSet, region: string): readonly RegionNeed[] {
  const known = FOUND.get(set) ?? new Map<string, readonly RegionNeed[]>();
  FOUND.set(set, known);
  const found = known.get(region) ?? collectNeeds(set, region);
  known.set(region, found);
  return found;
}

function collectNeeds(set: IndicatorSet, region: string): readonly RegionNeed[] {
  const needs = new Map<string, RegionNeed>();
  for (const indicator of indicatorsOf(set)) {
    if (indicator.notApplicable.regions.has(region)) continue;
    for (const { metric, yearsBack } of needsOf(indicator, set)) {
      const key = `${metric} ${String(yearsBack)}`;
      const labels = [...(needs.get(key)?.labels ?? []), indicator.label];
      needs.set(key, { metric, yearsBack, labels });
    }
  }
  return [...needs.values()];
}

/** 缺报: every number that a region's score needs and that was not submitted. */
export function findMissingValues(context: CheckContext): readonly Finding[] {
  return context.regions.flatMap((region) =>
    needsOfRegion(context.set, region).flatMap((need) => findMissingValue(context, region, need)),
  );
}

/** One number that was not submitted, with what the set does about it. */
export function findMissingValue(
  context: CheckContext,
  region: string,
  { metric, yearsBack, labels }: RegionNeed,
): readonly Finding[] {
  if (context.values.cell(region, metric, yearsBack).status !== 'missing') return [];
  const policy = context.set.metrics.get(metric)?.missing ?? 'refuse';
  return [
    engineFinding(context, {
      level: policy === 'refuse' ? 'error' : 'note',
      code: 'data-missing',
      region,
      metric,
      facts: {
        policy,
        missingPeriod: periodYearsBack(context.period, yearsBack),
        indicators: labels.join('、'),
      },
    }),
  ];
}

/** The submitted metrics behind an indicator, with how far back each is read. */
function needsOf(indicator: Indicator, set: IndicatorSet): readonly Need[] {
  const needs = new Map<string, Need>();
  const add = (need: Need): void => {
    const metric = set.metrics.get(need.metric);
    // The cycle writes down what happened: no entry for days late means none.
    const isSilence = metric?.supplier === 'cycle' && metric.missing === 'zero';
    if (metric?.type === 'text' || isSilence) return;
    needs.set(`${need.metric} ${String(need.yearsBack)}`, need);
  };
  const visit = (expression: Expression): void => {
    for (const { kind, id, yearsBack } of referencesOf(expression)) {
      const computed = kind === 'metric' ? set.metrics.get(id)?.formula : undefined;
      if (computed !== undefined) visit(shiftYears(computed.expression, yearsBack));
      else if (kind === 'metric') add({ metric: id, yearsBack });
    }
  };
  const { value, rule, sample } = indicator;
  if (value !== undefined) visit(value.expression);
  if (sample !== undefined) visit({ kind: 'metric', id: sample.metric, yearsBack: 0 });
  if (rule !== undefined) {
    for (const formula of Object.values(rule.formulas)) visit(formula.expression);
    if (rule.kind === 'levels') add({ metric: rule.metric, yearsBack: 0 });
    if (rule.kind === 'checklist') {
      for (const metric of Object.keys(rule.items)) add({ metric, yearsBack: 0 });
    }
    if (rule.kind === 'improvement' && value !== undefined) visit(shiftYears(value.expression, 1));
  }
  return [...needs.values()].sort(
    (a, b) => compareText(a.metric, b.metric) || a.yearsBack - b.yearsBack,
  );
}
