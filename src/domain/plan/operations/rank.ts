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
    assign(field, ranked, order, operation.ties, field.verdicts.rank);
    const groups = new Set(field.plan.regions.map((region) => region.group));
    for (const group of groups) {
      if (group === null) continue;
      const members = ranked.filter((index) => field.plan.regions[index]?.group === group);
      assign(field, members, order, operation.ties, field.verdicts.groupRank);
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

/** Orders regions from first to last by points; nought for equals. */
function comparison<N>(
  operation: RankOperation,
  field: Field<N>,
): (one: number, other: number) => number {
  const columns = [
    scores(operation, field),
    // Below a mean nothing is added to or taken from an item's own points.
    ...operation.tieBreak.map((node) =>
      field.column(field.has(columnOf.final(node)) ? columnOf.final(node) : columnOf.points(node)),
    ),
  ];
  return (one, other) => {
    for (const column of columns) {
      const difference = compareCells(field, column[other], column[one]);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/**
 * Orders equals by a recorded decision. It has to name all of them: an order of some would leave
 * the others equal to regions that are not equal to each other.
 */
function decide<N>(field: Field<N>, equals: readonly number[]): readonly (readonly number[])[] {
  const decision = field
    .decisions()
    .find(({ regions }) =>
      equals.every((index) => regions.includes(field.plan.regions[index]?.id ?? '')),
    );
  if (decision === undefined || equals.length < 2) return [equals];
  const placeOf = (index: number): number =>
    decision.regions.indexOf(field.plan.regions[index]?.id ?? '');
  return [...equals].sort((one, other) => placeOf(one) - placeOf(other)).map((index) => [index]);
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
function assign<N>(
  field: Field<N>,
  members: readonly number[],
  compare: (one: number, other: number) => number,
  ties: RankOperation['ties'],
  ranks: (number | undefined)[],
): void {
  const sorted = [...members].sort(compare);
  const equals: number[][] = [];
  for (const index of sorted) {
    const last = equals.at(-1);
    const above = last?.[0];
    if (last !== undefined && above !== undefined && compare(above, index) === 0) last.push(index);
    else equals.push([index]);
  }
  let place = 1;
  for (const group of equals.flatMap((one) => decide(field, one))) {
    for (const index of group) ranks[index] = place;
    place += ties === 'dense' ? 1 : group.length;
  }
}
