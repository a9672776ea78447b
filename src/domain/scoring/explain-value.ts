import { formulaWithNumbers, type Expression, type Surroundings } from '../formula/index.js';
import { metricsRead, type Indicator, type IndicatorSet } from '../indicators/index.js';
import { decimal } from '../kernel/decimal.js';
import { oncePerPair } from '../kernel/once-per-pair.js';
import { MISSING, type Cell } from '../kernel/status.js';
import { columnOf } from '../plan/index.js';
import { columnCell } from './column-cell.js';
import type { DerivationStep } from './derivation.js';
import type { ComputedRun } from './run.js';
import { formulaText, readableCell, readableNumber, STATUS_WORDS, unitText } from './words.js';

/** From the submitted numbers to the indicator's value, and why it may have none. */
export function valueSteps(
  set: IndicatorSet,
  run: ComputedRun,
  leaf: Indicator,
  index: number,
): readonly DerivationStep[] {
  if (leaf.value === undefined) return [];
  const cell = columnCell(run, columnOf.value(leaf.id), index);
  const computed = computedBehind(set, leaf);
  const isDivided = isDividedByZero(run, leaf, index);
  const step = (
    label: string,
    expression: Expression,
    result: Cell,
    unit: string,
  ): DerivationStep => ({
    operation: '指标值',
    words: `${label}＝${formulaText(set, expression)}`,
    numbers: formulaWithNumbers(expression, surroundings(run, index), {
      number: readableNumber,
      gap: (status) => STATUS_WORDS[status],
    }),
    // What was submitted is not missing: it gives no value.
    result:
      isDivided && result.status !== 'present' ? '算不出（分母为零）' : readableCell(result, unit),
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

/** The computed metrics that an indicator's value reads. */
const computedBehind = oncePerPair((set: IndicatorSet, { value }: Indicator) =>
  (value === undefined ? [] : metricsRead(value, set.metrics)).flatMap((id) => {
    const metric = set.metrics.get(id);
    return metric?.formula === undefined
      ? []
      : [{ label: metric.label, id, formula: metric.formula }];
  }),
);

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
  if (isDividedByZero(run, leaf, index)) {
    return say(`分母为零，按规定作${STATUS_WORDS[leaf.zeroDenominator]}`);
  }
  return say(`填报数据${STATUS_WORDS[cell.status]}，指标值${STATUS_WORDS[cell.status]}`);
}

function isDividedByZero(run: ComputedRun, leaf: Indicator, index: number): boolean {
  return run.field.divided.get(columnOf.value(leaf.id))?.[index] === true;
}

function surroundings(run: ComputedRun, index: number): Surroundings {
  return {
    metric: (id, yearsBack) => columnCell(run, columnOf.metric(id, yearsBack), index),
    target: (id) => columnCell(run, columnOf.target(id), index),
    parameter: (id) => decimal(run.plan.parameters[id] ?? '0'),
  };
}
