import {
  formulaInWords,
  formulaWithNumbers,
  referencesOf,
  type Expression,
  type Surroundings,
} from '../formula/index.js';
import { metricsRead, type Indicator, type IndicatorSet } from '../indicators/index.js';
import { decimal } from '../kernel/decimal.js';
import { MISSING, type Cell } from '../kernel/status.js';
import { columnOf } from '../plan/index.js';
import type { DerivationInput, DerivationStep, IndicatorDerivation } from './derivation.js';
import { explainMarks } from './explain-marks.js';
import type { ComputedRun } from './run.js';
import {
  formulaWords,
  readableCell,
  readableNumber,
  ruleInWords,
  sourceInWords,
  STATUS_WORDS,
  unitText,
} from './words.js';

/** How one region came to its points for one indicator. */
export function explainIndicator(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  region: string,
): IndicatorDerivation {
  const result = run.regions.find((one) => one.id === region)?.indicators[leaf.id];
  const index = run.field.indexOf(region) ?? 0;
  return {
    id: leaf.id,
    number: leaf.number,
    label: leaf.label,
    status: result?.status ?? 'missing',
    points: result?.points ?? null,
    fullPoints: result?.fullPoints ?? leaf.fullPoints,
    lead: leaf.lead === undefined ? null : (set.departments.get(leaf.lead) ?? leaf.lead),
    clauses: leaf.clauses,
    source: sourceInWords(set, leaf.source),
    inputs: leaf.marking === undefined ? inputsOf(set, run, leaf, region) : [],
    steps:
      leaf.marking === undefined
        ? [
            ...valueSteps(set, run, leaf, index),
            ...comparisonSteps(run, leaf, index),
            pointsStep(set, run, leaf, index),
            ...laterSteps(run, leaf, index),
          ]
        : [...explainMarks(set, run, leaf, region), ...laterSteps(run, leaf, index)],
  };
}

/** Every metric and target that the value and the rule read, with where it came from. */
function inputsOf(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  region: string,
): readonly DerivationInput[] {
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
  return [
    ...[...read.values()].map(({ metric, yearsBack }) =>
      inputOf(set, run, region, metric, yearsBack),
    ),
    ...[...targets].map((metric) => targetInput(set, run, region, metric)),
  ];
}

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
    source: submitted?.provenance.source ?? null,
    verifier: verifierName(set, submitted?.provenance.verifier),
  };
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
  const filed = run.inputs.targets.find((one) => one.region === region && one.metric === id);
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

function valueSteps(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  index: number,
): readonly DerivationStep[] {
  if (leaf.value === undefined) return [];
  const words = formulaWords(set);
  const cell = columnCell(run, columnOf.value(leaf.id), index);
  const computed = metricsRead(leaf.value, set.metrics).flatMap((id) => {
    const metric = set.metrics.get(id);
    return metric?.formula === undefined
      ? []
      : [{ label: metric.label, id, formula: metric.formula }];
  });
  const step = (
    label: string,
    expression: Expression,
    result: Cell,
    unit: string,
  ): DerivationStep => ({
    operation: '指标值',
    words: `${label}＝${formulaInWords(expression, words)}`,
    numbers: formulaWithNumbers(expression, surroundings(run, index), {
      number: readableNumber,
      gap: (status) => STATUS_WORDS[status],
    }),
    result: readableCell(result, unit),
  });
  const rounding: readonly DerivationStep[] =
    leaf.round === undefined
      ? []
      : [
          {
            operation: '舍入',
            words: `指标值四舍五入到${String(leaf.round)}位小数后计分`,
            numbers: null,
            result: null,
          },
        ];
  return [
    ...computed.map(({ label, id, formula }) =>
      step(
        label,
        formula.expression,
        columnCell(run, columnOf.metric(id, 0), index),
        unitText(set.metrics.get(id)?.unit),
      ),
    ),
    // A value that only names a computed metric has been explained with it.
    ...(leaf.value.expression.kind === 'metric' && computed.length > 0
      ? []
      : [step(leaf.label, leaf.value.expression, cell, unitText(leaf.unit))]),
    ...rounding,
    ...screenSteps(set, run, leaf, index, cell),
  ];
}

/** Why a value that could be computed was set aside, or one that could not be was. */
function screenSteps(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  index: number,
  cell: Cell,
): readonly DerivationStep[] {
  const region = run.plan.regions[index]?.id ?? '';
  const say = (words: string): readonly DerivationStep[] => [
    { operation: '筛查', words, numbers: null, result: readableCell(cell) },
  ];
  const fixed = leaf.notApplicable.regions.get(region);
  if (fixed !== undefined) return say(`按规定不适用：${fixed}`);
  if (cell.status === 'present') return [];
  const { sample } = leaf;
  const size =
    sample === undefined ? MISSING : columnCell(run, columnOf.metric(sample.metric, 0), index);
  if (
    sample !== undefined &&
    size.status === 'present' &&
    size.value.lessThan(decimal(sample.atLeast))
  ) {
    const name = set.metrics.get(sample.metric)?.label ?? sample.metric;
    return say(
      `${name}${readableNumber(size.value)}，不足最小样本量${sample.atLeast}，不计分，作${STATUS_WORDS[sample.below]}`,
    );
  }
  if (run.field.divided.get(columnOf.value(leaf.id))?.[index] === true) {
    return say(`分母为零，按规定作${STATUS_WORDS[leaf.zeroDenominator]}`);
  }
  return say(`填报数据${STATUS_WORDS[cell.status]}，指标值${STATUS_WORDS[cell.status]}`);
}

function comparisonSteps(
  run: ComputedRun,
  leaf: Indicator,
  index: number,
): readonly DerivationStep[] {
  const name = columnOf.normalised(leaf.id);
  if (!run.field.has(name) || leaf.rule === undefined) return [];
  if (run.isPreview === true) {
    const words = '要与其他地区的数比较，待各地区数据齐后确定';
    return [{ operation: '比较', words, numbers: null, result: STATUS_WORDS.pending }];
  }
  const size = run.field
    .column(columnOf.value(leaf.id))
    .filter((cell) => cell.status === 'present').length;
  return [
    {
      operation: '比较',
      words: `与${String(size)}个有数的地区比较${leaf.rule.kind === 'rank' ? '，所列名次' : '，所得比例'}`,
      numbers: null,
      result: readableCell(columnCell(run, name, index)),
    },
  ];
}

function pointsStep(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  index: number,
): DerivationStep {
  const cell = columnCell(run, columnOf.points(leaf.id), index);
  return {
    operation: '计分',
    words: ruleInWords(set, leaf),
    numbers: null,
    result: cell.status === 'present' ? `${readableNumber(cell.value)}分` : readableCell(cell),
  };
}

/** What happened to the points after the rule: redistribution, then events. */
function laterSteps(run: ComputedRun, leaf: Indicator, index: number): readonly DerivationStep[] {
  const base = decimal(leaf.fullPoints);
  const full = columnCell(run, columnOf.full(leaf.id), index);
  const shared = columnCell(run, columnOf.shared(leaf.id), index);
  const final = columnCell(run, columnOf.final(leaf.id), index);
  const points = columnCell(run, columnOf.points(leaf.id), index);
  const steps: DerivationStep[] = [];
  if (full.status === 'present' && !full.value.equals(base) && points.status === 'present') {
    steps.push({
      operation: '分值转移',
      words: `其他指标不适用，其分值按比例转入，本指标分值由${leaf.fullPoints}分调整为${readableNumber(full.value)}分`,
      numbers: `${readableNumber(points.value)}×${readableNumber(full.value)}÷${leaf.fullPoints}`,
      result: `${readableCell(shared)}分`,
    });
  }
  if (full.status === 'present' && full.value.isZero() && points.status !== 'present') {
    steps.push({
      operation: '分值转移',
      words: `本指标不计，${leaf.fullPoints}分按规定${WHERE_TO[leaf.notApplicable.redistribute]}`,
      numbers: null,
      result: null,
    });
  }
  const own = columnCell(run, columnOf.own(leaf.id), index);
  if (shared.status === 'present' && own.status === 'present' && !shared.value.equals(own.value)) {
    steps.push({
      operation: '否决',
      words: '被否决，本指标不得分',
      numbers: `${readableNumber(shared.value)} → ${readableNumber(own.value)}`,
      result: `${readableNumber(own.value)}分`,
    });
  }
  if (own.status === 'present' && final.status === 'present' && !own.value.equals(final.value)) {
    steps.push({
      operation: '加减分',
      words: '记在本指标上的加分、扣分，列入总分的加分、扣分两栏，不再改变本指标的得分',
      numbers: `${readableNumber(own.value)} → ${readableNumber(final.value)}`,
      result: null,
    });
  }
  return steps;
}

const WHERE_TO = {
  siblings: '转入同级指标',
  block: '转入所在一级指标',
  whole: '转入其余全部指标',
  rest: '不转移，总分按其余指标的得分率折算',
} as const;

function columnCell(run: ComputedRun, name: string, index: number): Cell {
  return run.field.has(name) ? (run.field.column(name)[index] ?? MISSING) : MISSING;
}

function surroundings(run: ComputedRun, index: number): Surroundings {
  return {
    metric: (id, yearsBack) => columnCell(run, columnOf.metric(id, yearsBack), index),
    target: (id) => columnCell(run, columnOf.target(id), index),
    parameter: (id) => decimal(run.plan.parameters[id] ?? '0'),
  };
}
