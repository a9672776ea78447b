import { referencesOf, type Expression } from '../formula/index.js';
import type { Indicator, IndicatorSet } from '../indicators/index.js';
import type { Provenance } from '../metrics/year-data.js';
import { decimal } from '../kernel/decimal.js';
import { oncePerPair } from '../kernel/once-per-pair.js';
import { columnOf } from '../plan/index.js';
import { columnCell } from './column-cell.js';
import type { DerivationInput } from './derivation.js';
import type { ComputedRun } from './run.js';
import { readableCell, STATUS_WORDS, unitText } from './words.js';

/** Every metric and target that the value and the rule read, with where it came from. */
export function inputsOf(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  region: string,
): readonly DerivationInput[] {
  const { metrics, targets } = readsOf(set, leaf);
  return [
    ...metrics.map(({ metric, yearsBack }) => inputOf(set, run, region, metric, yearsBack)),
    ...targets.map((metric) => targetInput(set, run, region, metric)),
  ];
}

/** What an indicator's value and rule read, computed metrics followed to what is submitted. */
const readsOf = oncePerPair((set: IndicatorSet, leaf: Indicator) => {
  const expressions = expressionsOf(leaf);
  const read = new Map<string, { readonly metric: string; readonly yearsBack: number }>();
  const targets = new Set<string>();
  const visit = (expression: Expression): void => {
    for (const reference of referencesOf(expression)) {
      if (reference.kind === 'target') targets.add(reference.id);
      if (reference.kind !== 'metric') continue;
      const key = columnOf.metric(reference.id, reference.yearsBack);
      const inner = set.metrics.get(reference.id)?.formula;
      if (inner !== undefined) visit(inner.expression);
      else read.set(key, { metric: reference.id, yearsBack: reference.yearsBack });
    }
  };
  expressions.forEach(visit);
  const ruleMetrics =
    leaf.rule?.kind === 'levels'
      ? [leaf.rule.metric]
      : leaf.rule?.kind === 'checklist'
        ? Object.keys(leaf.rule.items)
        : [];
  for (const metric of ruleMetrics) read.set(columnOf.metric(metric, 0), { metric, yearsBack: 0 });
  if (leaf.sample !== undefined) {
    read.set(columnOf.metric(leaf.sample.metric, 0), { metric: leaf.sample.metric, yearsBack: 0 });
  }
  return { metrics: [...read.values()], targets: [...targets] };
});

function inputOf(
  set: IndicatorSet,
  run: ComputedRun,
  region: string,
  id: string,
  yearsBack: number,
): DerivationInput {
  const metric = set.metrics.get(id);
  const period = run.plan.periods[yearsBack] ?? '';
  const submitted = run.field.submitted(region, id, period);
  const index = run.field.indexOf(region) ?? 0;
  const cell = columnCell(run, columnOf.metric(id, yearsBack), index);
  const level = metric?.levels.get(submitted?.text ?? '');
  const taken =
    submitted === undefined && cell.status === 'present' ? imputedWords(metric?.missing) : '';
  const value =
    submitted === undefined && cell.status !== 'present'
      ? STATUS_WORDS.missing
      : `${level ?? readableCell(cell, unitText(metric?.unit))}${taken}`;
  return {
    label: metric?.label ?? id,
    period,
    value,
    source: submitted === undefined ? null : sourceOf(submitted.provenance),
    verifier: verifierName(set, submitted?.provenance.verifier),
  };
}

/** Where a published statistic stands, and what else was said of its source. */
function sourceOf({ source, publication }: Provenance): string | null {
  const sample = publication?.sample === undefined ? undefined : `样本量${publication.sample}`;
  const said = [publication?.issuer, publication?.document, publication?.date, sample, source];
  const words = said.filter((one) => one !== undefined).join('，');
  return words === '' ? null : words;
}

/** A department's name where its id was given; a person's name as it is. */
function verifierName(set: IndicatorSet, verifier: string | undefined): string | null {
  return verifier === undefined ? null : (set.departments.get(verifier) ?? verifier);
}

function imputedWords(policy: 'refuse' | 'zero' | 'exclude' | 'lastYear' | undefined): string {
  if (policy === 'zero') return '（缺报，按规定作零）';
  return policy === 'lastYear' ? '（缺报，按规定沿用上年值）' : '';
}

function targetInput(
  set: IndicatorSet,
  run: ComputedRun,
  region: string,
  id: string,
): DerivationInput {
  const metric = set.metrics.get(id);
  const filed = run.field.filed(region, id);
  const cell = columnCell(run, columnOf.target(id), run.field.indexOf(region) ?? 0);
  const unit = unitText(metric?.unit);
  const used = readableCell(cell, unit);
  const value =
    filed === undefined
      ? `未备案，按规定取${used}`
      : cell.status === 'present' && !cell.value.equals(decimal(filed.value))
        ? `${filed.value}${unit}，低于规定的下限，取${used}`
        : used;
  return {
    label: `${metric?.label ?? id}的备案目标`,
    period: run.plan.period,
    value,
    source: filed?.provenance.source ?? null,
    verifier: verifierName(set, filed?.provenance.verifier),
  };
}

function expressionsOf(leaf: Indicator): readonly Expression[] {
  const rule = Object.values(leaf.rule?.formulas ?? {}).map((formula) => formula.expression);
  return [...(leaf.value === undefined ? [] : [leaf.value.expression]), ...rule];
}
