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

/**
 * 缺报: every number that a region's score needs and that was not submitted, with what the set
 * does about it. What the set rules out for a region is not missed.
 */
export function findMissingValues(context: CheckContext): readonly Finding[] {
  const { set, data } = context;
  const needs = new Map(indicatorsOf(set).map((one) => [one, needsOf(one, set)] as const));
  return context.regions.flatMap((region) => {
    const missed = new Map<string, { readonly need: Need; readonly labels: string[] }>();
    for (const [indicator, needed] of needs) {
      if (indicator.notApplicable.regions.has(region)) continue;
      for (const need of needed) {
        if (context.values.cell(region, need.metric, need.yearsBack).status !== 'missing') continue;
        const key = `${need.metric} ${String(need.yearsBack)}`;
        const known = missed.get(key);
        if (known === undefined) missed.set(key, { need, labels: [indicator.label] });
        else known.labels.push(indicator.label);
      }
    }
    return [...missed.values()].map(({ need, labels }) => {
      const policy = set.metrics.get(need.metric)?.missing ?? 'refuse';
      return engineFinding(context, {
        level: policy === 'refuse' ? 'error' : 'note',
        code: 'data-missing',
        region,
        metric: need.metric,
        facts: {
          policy,
          missingPeriod: periodYearsBack(data.period, need.yearsBack),
          indicators: labels.join('、'),
        },
      });
    });
  });
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
