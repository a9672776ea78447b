import { inCodeOrder, type IndicatorSet } from '../../indicators/index.js';
import type { Run } from '../../scoring/index.js';
import type {
  ConsequencePart,
  GradePart,
  GroupPart,
  MemberPart,
  RegionResultPart,
} from './result.schema.js';

type Regions = readonly RegionResultPart[];

/**
 * 等级名单, in the set's order; an empty grade is there too, as 无.
 *
 * @param order how regions of one grade follow one another: by rank, or by administrative code
 */
export function describeGrades(
  set: IndicatorSet,
  run: Run,
  regions: Regions,
  order: 'rank' | 'administrative' = 'rank',
): readonly GradePart[] {
  const gradeOf = new Map(run.regions.map((result) => [result.id, result.grade]));
  const ordered = order === 'rank' ? regions : inCodeOrder(regions);
  return set.grading.grades.map((grade) => {
    const members = ordered.filter(({ id }) => gradeOf.get(id) === grade.id).map(asMember);
    return {
      id: grade.id,
      label: grade.label,
      names: members.length === 0 ? '无' : members.map(({ name }) => name).join('、'),
      members,
      isEmpty: members.length === 0,
      count: members.length,
    };
  });
}

/** 分组结果, each group by its own ranks. */
export function describeGroups(
  set: IndicatorSet,
  run: Run,
  regions: Regions,
): readonly GroupPart[] {
  const groupOf = new Map(run.regions.map((result) => [result.id, result.group]));
  return [...set.regions.groups].map(([id, label]) => ({
    id,
    label,
    regions: regions
      .filter((region) => groupOf.get(region.id) === id)
      .map(({ id, groupRank, name, score, grade }) => ({
        id,
        rank: groupRank,
        name,
        score,
        grade,
      })),
  }));
}

/** 结果运用, each with whom it concerns. */
export function describeConsequences(
  set: IndicatorSet,
  run: Run,
  regions: Regions,
): readonly ConsequencePart[] {
  return set.consequences.map(({ id, text }) => {
    const members = regions
      .filter((region) =>
        run.regions.some((one) => one.id === region.id && one.consequences.includes(id)),
      )
      .map(asMember);
    return {
      text,
      names: members.map(({ name }) => name).join('、'),
      members,
      isForAll: members.length === regions.length,
    };
  });
}

function asMember({ id, name }: RegionResultPart): MemberPart {
  return { id, name };
}
