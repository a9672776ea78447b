import { sumOf, type Arithmetic } from '../../kernel/arithmetic.js';
import { present, type Cell } from '../../kernel/status.js';
import { columnOf } from '../field.js';
import type { RedistributeOperation, ShareUnit } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 分值转移: the points of what does not apply to a region go to what does, in proportion to its
 * points: to the siblings (or, where none applies, to the next block above), to the first-level
 * block, or to the whole. With `rest` they go nowhere, and the total is scaled up instead.
 *
 * The shares keep all forty digits: thirds that were cut to thirty would no longer make the whole.
 */
export const redistribute: OperationKind<RedistributeOperation> = {
  scope: 'own',
  run({ units }, field) {
    const { arithmetic: a } = field;
    const columns = units.map((unit) => field.column(columnOf.points(unit.id)));
    const shares = field.plan.regions.map((_, index) =>
      sharePoints(
        a,
        units,
        columns.map((column) => column[index]?.status !== 'notApplicable'),
      ),
    );
    units.forEach((unit, position) => {
      const full = shares.map((share) => share[position] ?? a.zero);
      field.put(
        columnOf.full(unit.id),
        full.map((value) => present(value)),
      );
      field.put(
        columnOf.shared(unit.id),
        (columns[position] ?? []).map((cell, index) =>
          shareOf(a, unit, cell, full[index] ?? a.zero),
        ),
      );
    });
  },
};

/** A unit's points, once its full points are others. */
export function shareOf<N>(a: Arithmetic<N>, unit: ShareUnit, cell: Cell<N>, full: N): Cell<N> {
  if (cell.status !== 'present') return cell;
  const base = a.from(unit.fullPoints);
  // Most points stay where they are: no arithmetic may touch them then.
  if (a.compare(full, base) === 0) return cell;
  return present(a.divide(a.multiply(cell.value, full), base));
}

/** Full points of every unit for one region, given which units apply to it. */
export function sharePoints<N>(
  a: Arithmetic<N>,
  units: readonly ShareUnit[],
  applies: readonly boolean[],
): readonly N[] {
  const base = units.map((unit) => a.from(unit.fullPoints));
  const full = base.map((points, index) => (applies[index] === true ? points : a.zero));
  units.forEach((unit, index) => {
    if (applies[index] === true || unit.redistribute === 'rest') return;
    const heirs = heirsOf(unit, units, applies);
    const whole = sumOf(
      a,
      heirs.map((heir) => base[heir] ?? a.zero),
    );
    const lost = base[index] ?? a.zero;
    for (const heir of heirs) {
      const part = a.divide(a.multiply(lost, base[heir] ?? a.zero), whole);
      full[heir] = a.add(full[heir] ?? a.zero, part);
    }
  });
  return full;
}

/** Who inherits: the units that apply within the nearest circle that has any. */
function heirsOf(
  unit: ShareUnit,
  units: readonly ShareUnit[],
  applies: readonly boolean[],
): readonly number[] {
  const circles: readonly (string | undefined)[] =
    unit.redistribute === 'siblings'
      ? [...unit.above, undefined]
      : unit.redistribute === 'block'
        ? [unit.above.at(-1), undefined]
        : [undefined];
  for (const circle of circles) {
    const heirs = units.flatMap((other, index) =>
      applies[index] === true && (circle === undefined || other.above.includes(circle))
        ? [index]
        : [],
    );
    if (heirs.length > 0) return heirs;
  }
  return [];
}
