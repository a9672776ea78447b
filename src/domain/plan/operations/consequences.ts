import type { PastResult } from '../../metrics/year-data.js';
import type { Field } from '../field.js';
import type { ConsequencesOperation, PlanRegion } from '../plan.js';
import type { OperationKind } from './operation-kind.js';
import { hasVeto } from './rank.js';

type Condition = ConsequencesOperation['consequences'][number]['when'][number];

/** 结果运用: which consequences follow from grade, rank, veto and the years before. */
export const consequences: OperationKind<ConsequencesOperation> = {
  scope: 'field',
  run(operation, field) {
    const places = field.verdicts.rank.filter((rank) => rank !== undefined);
    field.plan.regions.forEach((region, index) => {
      field.verdicts.consequences[index] = operation.consequences
        .filter((one) =>
          one.when.some((condition) => holds(condition, field, index, region, places)),
        )
        .map((one) => one.id);
    });
  },
};

function holds<N>(
  condition: Condition,
  field: Field<N>,
  index: number,
  region: PlanRegion,
  places: readonly number[],
): boolean {
  const grade = field.verdicts.grade[index];
  const rank = field.verdicts.rank[index];
  if (!meets(condition, grade, rank, places)) return false;
  if (condition.vetoed !== null && condition.vetoed !== hasVeto(field, index)) return false;
  if (condition.years === null) return true;
  return pastPeriods(field, condition.years).every((period) => {
    const past = pastResult(field, region, period);
    const places = field
      .history()
      .flatMap((one) => (one.period === period && one.rank !== undefined ? [one.rank] : []));
    return past !== undefined && meets(condition, past.grade, past.rank, places);
  });
}

/** A region's earlier result, its predecessor's after a rename. */
function pastResult<N>(
  field: Field<N>,
  region: PlanRegion,
  period: string,
): PastResult | undefined {
  const ids = [region.id, ...(region.pastBy === 'same' ? region.past.slice(0, 1) : [])];
  const results = field.history().filter((one) => one.period === period);
  return ids
    .map((id) => results.find((one) => one.region === id))
    .find((result) => result !== undefined);
}

function meets(
  condition: Condition,
  grade: string | undefined,
  rank: number | undefined,
  places: readonly number[],
): boolean {
  const { grades, rankAtMost, bottom } = condition;
  if (grades !== null && (grade === undefined || !grades.includes(grade))) return false;
  if (rankAtMost !== null && (rank === undefined || rank > rankAtMost)) return false;
  if (bottom === null) return true;
  // Among the last n: fewer than n ranked regions stand below.
  return rank !== undefined && places.filter((place) => place > rank).length < bottom;
}

/** The years before this one that a condition over several years looks at. */
function pastPeriods<N>(field: Field<N>, years: number): readonly string[] {
  return field.plan.periods.slice(1, years);
}
