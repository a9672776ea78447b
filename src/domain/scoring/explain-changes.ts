import type { Indicator } from '../indicators/index.js';
import { decimal } from '../kernel/decimal.js';
import { columnOf } from '../plan/index.js';
import { columnCell } from './column-cell.js';
import type { DerivationStep } from './derivation.js';
import type { ComputedRun } from './run.js';
import { readableCell, readableNumber } from './words.js';

/** What happened to the points after the rule: redistribution, then events. */
export function laterSteps(
  run: ComputedRun,
  leaf: Indicator,
  index: number,
): readonly DerivationStep[] {
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
