import type { IndicatorSet } from '../../indicators/index.js';
import type { Run } from '../../scoring/index.js';
import type { ConsequencePart, GradePart, GroupPart, RegionResultPart } from './result.schema.js';

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
  const ordered = order === 'rank' ? regions : byCode(regions);
  return set.grading.grades.map((grade) => {
    const names = ordered.filter(({ id }) => gradeOf.get(id) === grade.id).map(({ name }) => name);
    return {
      id: grade.id,
      label: grade.label,
      names: names.length === 0 ? '无' : names.join('、'),
      isEmpty: names.length === 0,
      count: names.length,
    };
  });
}

/** Regions in the order of their codes, as administrative lists have them. */
export function byCode<T extends { readonly code: string; readonly id: string }>(
  regions: readonly T[],
): readonly T[] {
  return [...regions].sort((a, b) =>
    a.code === b.code ? (a.id < b.id ? -1 : 1) : a.code < b.code ? -1 : 1,
  );
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
      .map(({ groupRank, name, score, grade }) => ({ rank: groupRank, name, score, grade })),
  }));
}

/** 结果运用, each with whom it concerns. */
export function describeConsequences(
  set: IndicatorSet,
  run: Run,
  regions: Regions,
): readonly ConsequencePart[] {
  return set.consequences.map(({ id, text }) => ({
    text,
    names: regions
      .filter((region) =>
        run.regions.some((one) => one.id === region.id && one.consequences.includes(id)),
      )
      .map((region) => region.name)
      .join('、'),
  }));
}
