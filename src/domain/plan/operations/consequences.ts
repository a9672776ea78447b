import type { Field } from '../field.js';
import type { ConsequencesOperation } from '../plan.js';
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
          one.when.some((condition) => holds(condition, field, index, region.id, places)),
        )
        .map((one) => one.id);
    });
  },
};

function holds<N>(
  condition: Condition,
  field: Field<N>,
  index: number,
  region: string,
  places: readonly number[],
): boolean {
  const grade = field.verdicts.grade[index];
  const rank = field.verdicts.rank[index];
  if (!meets(condition, grade, rank, places)) return false;
  if (condition.vetoed !== null && condition.vetoed !== hasVeto(field, index)) return false;
  if (condition.years === null) return true;
  return pastPeriods(field, condition.years).every((period) => {
    const past = field.inputs.history.find((one) => one.region === region && one.period === period);
    const places = field.inputs.history.flatMap((one) =>
      one.period === period && one.rank !== undefined ? [one.rank] : [],
    );
    return past !== undefined && meets(condition, past.grade, past.rank, places);
  });
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
