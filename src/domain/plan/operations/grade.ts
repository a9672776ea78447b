import { decimal, roundHalfUp } from '../../kernel/decimal.js';
import { columnOf, type Field } from '../field.js';
import type { GradeOperation } from '../plan.js';
import type { OperationKind } from './operation-kind.js';
import { hasVeto } from './rank.js';

/**
 * 等级: from the highest grade down, those who meet its conditions and for whom it has a place;
 * then vetoes and downgrades. The place of a vetoed region lapses or passes on, as the set says.
 */
export const grade: OperationKind<GradeOperation> = {
  scope: 'field',
  run(operation, field) {
    const { grades } = operation;
    if (grades.length === 0) return;
    const all = field.plan.regions.map((_, index) => index);
    const circles =
      operation.within === 'all'
        ? [all]
        : [...new Set(field.plan.regions.map((region) => region.group))].map((group) =>
            all.filter((index) => field.plan.regions[index]?.group === group),
          );
    const limits = all.map((index) => bestAllowed(operation, field, index));
    for (const circle of circles) {
      const free = award(operation, field, circle, () => 0);
      const bound =
        operation.vetoedPlace === 'passesOn'
          ? award(operation, field, circle, (index) =>
              // Only a veto bars the way: the others may move up into what it leaves free.
              hasVeto(field, index) ? (lowered(free.get(index)?.place, limits[index]) ?? 0) : 0,
            )
          : free;
      for (const index of circle) {
        const before = free.get(index);
        const after = bound.get(index);
        field.verdicts.gradeBeforeVeto[index] = gradeId(operation, before?.place);
        const final = hasVeto(field, index) ? lowered(before?.place, limits[index]) : after?.place;
        field.verdicts.grade[index] = before === undefined ? undefined : gradeId(operation, final);
        field.verdicts.undecided[index] = after?.isUndecided === true;
      }
    }
  },
};

interface Award {
  /** Position of the grade, 0 the highest; undefined while a tie is undecided. */
  readonly place: number | undefined;
  readonly isUndecided: boolean;
}

/** What vetoes leave: down by some, at best one, or just one. */
interface Limit {
  readonly down: number;
  readonly best: number;
  readonly fixed: number | undefined;
}

function bestAllowed<N>(operation: GradeOperation, field: Field<N>, index: number): Limit {
  let limit: Limit = { down: 0, best: 0, fixed: undefined };
  const position = (id: string): number => operation.grades.findIndex((one) => one.id === id);
  for (const { event, effect, reason } of field.verdicts.events[index] ?? []) {
    if (effect !== 'veto' || reason !== 'full') continue;
    const veto = vetoOf(field, event.kind);
    if (veto?.kind === 'lower') limit = { ...limit, down: limit.down + veto.by };
    if (veto?.kind === 'bar')
      limit = { ...limit, best: Math.max(limit.best, position(veto.grade) + 1) };
    if (veto?.kind === 'grade') {
      limit = { ...limit, fixed: Math.max(limit.fixed ?? 0, position(veto.grade)) };
    }
  }
  if (hasVeto(field, index)) {
    // Grades that no vetoed region may have, from the highest down.
    const barred = operation.grades.findIndex((one) => !one.noVeto);
    limit = { ...limit, best: Math.max(limit.best, barred) };
  }
  return limit;
}

function vetoOf<N>(field: Field<N>, kind: string) {
  const adjust = field.plan.operations.find((operation) => operation.op === 'adjust');
  return adjust?.kinds.find((one) => one.id === kind)?.veto;
}

/** Where vetoes leave a grade: never higher than it was, and nowhere while it is undecided. */
function lowered(place: number | undefined, limit: Limit | undefined): number | undefined {
  if (place === undefined || limit === undefined) return place;
  return Math.max(place + limit.down, limit.best, limit.fixed ?? 0);
}

/** Gives out the grades; `best` tells the highest that a region may have. */
function award<N>(
  operation: GradeOperation,
  field: Field<N>,
  circle: readonly number[],
  best: (index: number) => number,
): ReadonlyMap<number, Award> {
  const { grades } = operation;
  const awards = new Map<number, Award>();
  const ranks = operation.within === 'all' ? field.verdicts.rank : field.verdicts.groupRank;
  const scored = circle.filter((index) => scoreOf(operation, field, index) !== undefined);
  let carried = 0;
  grades.forEach((one, position) => {
    const isLast = position === grades.length - 1;
    const candidates = scored
      .filter((index) => !awards.has(index))
      .filter((index) => best(index) <= position)
      .filter((index) => isLast || meets(operation, field, position, index, ranks[index]))
      .sort((a, b) => (ranks[a] ?? Infinity) - (ranks[b] ?? Infinity) || a - b);
    const quota = isLast ? undefined : placesOf(one.quota, circle.length);
    if (quota === undefined) {
      for (const index of candidates) awards.set(index, { place: position, isUndecided: false });
      return;
    }
    const places = quota + carried;
    const { taken, undecided } = fill(operation, field, candidates, places, ranks);
    for (const index of taken) awards.set(index, { place: position, isUndecided: false });
    for (const index of undecided) awards.set(index, { place: undefined, isUndecided: true });
    // Places that wait for a decision are not free.
    const isFree = operation.unfilled === 'passOn' && undecided.length === 0;
    carried = isFree ? Math.max(0, places - taken.length) : 0;
  });
  return awards;
}

function scoreOf<N>(operation: GradeOperation, field: Field<N>, index: number): N | undefined {
  const cell = field.column(operation.from === 'printed' ? columnOf.score : columnOf.exact)[index];
  return cell?.status === 'present' ? cell.value : undefined;
}

function meets<N>(
  operation: GradeOperation,
  field: Field<N>,
  position: number,
  index: number,
  rank: number | undefined,
): boolean {
  const { arithmetic: a } = field;
  const wanted = operation.grades[position];
  const score = scoreOf(operation, field, index);
  if (wanted === undefined || score === undefined) return false;
  if (wanted.atLeast !== null && a.compare(score, a.from(wanted.atLeast)) < 0) return false;
  return wanted.rankAtMost === null || (rank ?? Infinity) <= wanted.rankAtMost;
}

/** How many places a quota gives in a field of some size. */
export function placesOf(
  quota: GradeOperation['grades'][number]['quota'],
  size: number,
): number | undefined {
  if (quota === null) return undefined;
  if (quota.count !== null) return Math.max(quota.count, quota.minimum);
  const share = decimal(quota.percent ?? '0')
    .times(size)
    .div(100);
  const places = { down: share.floor(), up: share.ceil(), halfUp: roundHalfUp(share, 0) };
  return Math.max(places[quota.rounding].toNumber(), quota.minimum);
}

/** Fills the places in the order of rank; equals across the line go by the declared rule. */
function fill<N>(
  operation: GradeOperation,
  field: Field<N>,
  candidates: readonly number[],
  places: number,
  ranks: readonly (number | undefined)[],
): { readonly taken: readonly number[]; readonly undecided: readonly number[] } {
  const inside = candidates.slice(0, places);
  const next = candidates[places];
  const last = inside.at(-1);
  if (next === undefined || last === undefined) return { taken: inside, undecided: [] };
  const isTied = (index: number): boolean =>
    operation.ties === 'tieBreak' || operation.ties === 'decision'
      ? ranks[index] === ranks[next]
      : isEqual(operation, field, index, next);
  if (!isTied(last)) return { taken: inside, undecided: [] };
  const tied = candidates.filter(isTied);
  const clear = inside.filter((index) => !isTied(index));
  if (operation.ties === 'allIn') return { taken: [...clear, ...tied], undecided: [] };
  if (operation.ties === 'allOut') return { taken: clear, undecided: [] };
  return { taken: clear, undecided: tied };
}

function isEqual<N>(
  operation: GradeOperation,
  field: Field<N>,
  one: number,
  other: number,
): boolean {
  const first = scoreOf(operation, field, one);
  const second = scoreOf(operation, field, other);
  return (
    first !== undefined && second !== undefined && field.arithmetic.compare(first, second) === 0
  );
}

function gradeId(operation: GradeOperation, place: number | undefined): string | undefined {
  return place === undefined
    ? undefined
    : operation.grades[Math.min(place, operation.grades.length - 1)]?.id;
}
