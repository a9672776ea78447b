import type { Indicator, IndicatorSet } from '../indicators/index.js';
import { columnOf } from '../plan/index.js';
import { columnCell } from './column-cell.js';
import type { DerivationStep, IndicatorDerivation } from './derivation.js';
import { laterSteps } from './explain-changes.js';
import { inputsOf } from './explain-inputs.js';
import { explainMarks } from './explain-marks.js';
import { valueSteps } from './explain-value.js';
import type { ComputedRun } from './run.js';
import { readableCell, readableNumber, ruleInWords, sourceInWords, STATUS_WORDS } from './words.js';

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
