import type { IndicatorSet } from '../indicators/index.js';
import { decimal, decimalText, settle, ZERO, type Decimal } from '../kernel/decimal.js';
import { columnOf, type Field } from '../plan/index.js';
import type { RegionResult } from '../scoring/index.js';
import type { PreviewSubtotals } from './preview.js';

interface Sum {
  points: Decimal;
  fullPoints: Decimal;
  indicators: number;
}

/**
 * Adds up what is computed, what only 自评 says, what is pending and what is missing. Units are
 * those of redistribution: a leaf, or a block that is no plain sum, whose parts do not add up.
 */
export function addSubtotals(
  set: IndicatorSet,
  field: Field<Decimal>,
  result: RegionResult,
): PreviewSubtotals {
  const sums = { computed: newSum(), self: newSum(), pending: newSum(), missing: newSum() };
  for (const { id, fullPoints } of unitsOf(field)) {
    const node = result.indicators[id] ?? result.blocks[id];
    const full = field.column(columnOf.full(id))[0];
    if (node === undefined || full?.status !== 'present' || node.status === 'notApplicable')
      continue;
    const leaf = set.nodes.get(id);
    const isMarked = leaf?.kind === 'indicator' && leaf.marking !== undefined;
    if (node.status === 'scored') add(sums.computed, decimal(node.points ?? '0'), full.value);
    else if (isMarked && node.status === 'pending' && node.selfPoints !== null) {
      // As a mark would count: on the points that the indicator has after redistribution.
      const counted = decimal(node.selfPoints).times(full.value).div(decimal(fullPoints));
      add(sums.self, counted, full.value);
    } else add(node.status === 'pending' ? sums.pending : sums.missing, ZERO, full.value);
  }
  return {
    computed: { points: textOf(sums.computed.points), ...rest(sums.computed) },
    self: { points: textOf(sums.self.points), ...rest(sums.self) },
    pending: rest(sums.pending),
    missing: rest(sums.missing),
  };
}

function unitsOf(field: Field<Decimal>): readonly { id: string; fullPoints: string }[] {
  return field.plan.operations.flatMap((one) => (one.op === 'redistribute' ? one.units : []));
}

function newSum(): Sum {
  return { points: ZERO, fullPoints: ZERO, indicators: 0 };
}

function add(sum: Sum, points: Decimal, fullPoints: Decimal): void {
  sum.points = sum.points.plus(points);
  sum.fullPoints = sum.fullPoints.plus(fullPoints);
  sum.indicators += 1;
}

function rest(sum: Sum): { readonly fullPoints: string; readonly indicators: number } {
  return { fullPoints: textOf(sum.fullPoints), indicators: sum.indicators };
}

function textOf(value: Decimal): string {
  return decimalText(settle(value));
}
