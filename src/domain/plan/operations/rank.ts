import type { Cell } from '../../kernel/status.js';
import { columnOf, type Field } from '../field.js';
import type { RankOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';

/**
 * 名次: by the total as it is printed (or exact, where the set says so), then by the tie-break
 * list, then by a recorded decision; equals share a place. A region without a total has none.
 */
export const rank: OperationKind<RankOperation> = {
  scope: 'field',
  run(operation, field) {
    const compare = comparison(operation, field);
    const isVetoed = (index: number): boolean => hasVeto(field, index);
    const ranked = field.plan.regions
      .map((_, index) => index)
      .filter((index) => scores(operation, field)[index]?.status === 'present')
      .filter((index) => operation.vetoedRank !== 'unranked' || !isVetoed(index));
    const order = (one: number, other: number): number =>
      operation.vetoedRank === 'last'
        ? Number(isVetoed(one)) - Number(isVetoed(other)) || compare(one, other)
        : compare(one, other);
    assign(ranked, order, operation.ties, field.verdicts.rank);
    const groups = new Set(field.plan.regions.map((region) => region.group));
    for (const group of groups) {
      if (group === null) continue;
      const members = ranked.filter((index) => field.plan.regions[index]?.group === group);
      assign(members, order, operation.ties, field.verdicts.groupRank);
    }
  },
};

/** Whether a veto or downgrade of this year stands against a region. */
export function hasVeto<N>(field: Field<N>, index: number): boolean {
  return (field.verdicts.events[index] ?? []).some(
    (one) => one.effect === 'veto' && one.reason === 'full',
  );
}

function scores<N>(operation: RankOperation, field: Field<N>): readonly Cell<N>[] {
  return field.column(operation.from === 'printed' ? columnOf.score : columnOf.exact);
}

/** Orders regions from first to last; nought for equals. */
function comparison<N>(
  operation: RankOperation,
  field: Field<N>,
): (one: number, other: number) => number {
  const columns = [
    scores(operation, field),
    ...operation.tieBreak.map((node) => field.column(columnOf.final(node))),
  ];
  const decided = new Map(
    field.inputs.decisions.flatMap((decision, position) =>
      decision.regions.map((region, place) => [region, { position, place }] as const),
    ),
  );
  return (one, other) => {
    for (const column of columns) {
      const difference = compareCells(field, column[other], column[one]);
      if (difference !== 0) return difference;
    }
    const first = decided.get(field.plan.regions[one]?.id ?? '');
    const second = decided.get(field.plan.regions[other]?.id ?? '');
    return first !== undefined && first.position === second?.position
      ? first.place - second.place
      : 0;
  };
}

function compareCells<N>(
  field: Field<N>,
  one: Cell<N> | undefined,
  other: Cell<N> | undefined,
): number {
  if (one?.status !== 'present' || other?.status !== 'present') {
    return Number(one?.status === 'present') - Number(other?.status === 'present');
  }
  return field.arithmetic.compare(one.value, other.value);
}

/** Competition ranks 1,2,2,4 or dense ranks 1,2,2,3. */
function assign(
  members: readonly number[],
  compare: (one: number, other: number) => number,
  ties: RankOperation['ties'],
  ranks: (number | undefined)[],
): void {
  const sorted = [...members].sort(compare);
  let place = 0;
  sorted.forEach((index, position) => {
    const above = sorted[position - 1];
    const isTie = above !== undefined && compare(above, index) === 0;
    if (!isTie) place = ties === 'dense' ? place + 1 : position + 1;
    ranks[index] = place;
  });
}
