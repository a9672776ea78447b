import type { IndicatorSet } from '../../../src/domain/indicators/index.js';
import type { Decimal } from '../../../src/domain/kernel/decimal.js';
import type { Cell } from '../../../src/domain/kernel/status.js';
import { columnOf, type Field } from '../../../src/domain/plan/index.js';

/** How far the kernels may lie apart, of the larger of 1 and the number. */
const PRECISION = 1e-9;

/** Where the float kernel gives something else than the decimal one: columns and verdicts. */
export function differences(
  set: IndicatorSet,
  exact: Field<Decimal>,
  fast: Field<number>,
): readonly string[] {
  const columns = columnNames(set)
    .filter((name) => exact.has(name) || fast.has(name))
    .flatMap((name) =>
      exact.column(name).flatMap((cell, index) => {
        const other = fast.column(name)[index];
        return isAlike(cell, other)
          ? []
          : [`${name} of ${exact.plan.regions[index]?.id ?? ''}: ${say(cell)}, ${say(other)}`];
      }),
    );
  const verdicts = (
    ['rank', 'groupRank', 'grade', 'gradeBeforeVeto', 'undecided', 'consequences'] as const
  ).filter((key) => JSON.stringify(exact.verdicts[key]) !== JSON.stringify(fast.verdicts[key]));
  const reasons = <N>(field: Field<N>): string =>
    JSON.stringify(field.verdicts.events.map((list) => list.map((one) => one.reason)));
  return [...columns, ...verdicts, ...(reasons(exact) === reasons(fast) ? [] : ['events'])];
}

function isAlike(cell: Cell, other: Cell<number> | undefined): boolean {
  if (cell.status !== 'present' || other?.status !== 'present')
    return cell.status === other?.status;
  const wanted = cell.value.toNumber();
  return Math.abs(other.value - wanted) <= PRECISION * Math.max(1, Math.abs(wanted));
}

function say(cell: Cell<unknown> | undefined): string {
  return cell?.status === 'present' ? String(cell.value) : String(cell?.status);
}

function columnNames(set: IndicatorSet): readonly string[] {
  return [
    ...[...set.metrics.keys()].flatMap((id) => [
      ...[0, 1, 2, 3].map((back) => columnOf.metric(id, back)),
      columnOf.target(id),
    ]),
    ...[...set.nodes.keys()].flatMap((id) =>
      (['value', 'previous', 'normalised', 'points', 'full', 'shared', 'final'] as const).map(
        (kind) => columnOf[kind](id),
      ),
    ),
    columnOf.base,
    columnOf.bonus,
    columnOf.penalty,
    columnOf.exact,
    columnOf.score,
  ];
}
