import type { Grade, IndicatorSet } from '../../indicators/index.js';

/**
 * 等级的确定, a sentence's part for each grade, high to low; none where a set only ranks.
 *
 * @example gradeRules(set)[1] // '80分及以上、不满90分为B级'
 */
export function gradeRules({ grading }: IndicatorSet): readonly string[] {
  return grading.grades.map((grade, index) => {
    const above = grading.grades[index - 1];
    const conditions = conditionsOf(grade, above);
    const words = conditions.length > 0 ? conditions.join('、') : restOf(above);
    return `${words}为${grade.label}`;
  });
}

function conditionsOf(grade: Grade, above: Grade | undefined): readonly string[] {
  const { atLeast, rankAtMost, quota, noVeto } = grade;
  return [
    ...(atLeast === undefined ? [] : [`${atLeast}分及以上`]),
    ...(atLeast === undefined || above?.atLeast === undefined ? [] : [`不满${above.atLeast}分`]),
    ...(rankAtMost === undefined ? [] : [`名次在前${String(rankAtMost)}名`]),
    ...(quota?.count === undefined ? [] : [`不超过${String(quota.count)}个`]),
    ...(quota?.percent === undefined ? [] : [`不超过${quota.percent}%`]),
    ...(noVeto ? ['没有否决、降级情形'] : []),
  ];
}

function restOf(above: Grade | undefined): string {
  return above?.atLeast === undefined ? '其余' : `不满${above.atLeast}分`;
}
