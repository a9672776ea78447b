import type { Grade, IndicatorSet } from '../../indicators/index.js';

/**
 * 等级的确定, a sentence's part for each grade, high to low; none where a set only ranks.
 *
 * @example gradeRules(set)[1] // '80分及以上、不满90分为B级'
 */
export function gradeRules({ grading }: IndicatorSet): readonly string[] {
  const among = grading.within === 'group' ? '本组' : '全部单位';
  return grading.grades.map((grade, index) => {
    const conditions = conditionsOf(grade, grading.grades[index - 1]);
    const of = conditions.length > 1 ? '的' : '';
    return `${conditions.join('且')}${of}为${grade.label}${quotaOf(grade, among)}`;
  });
}

function conditionsOf(grade: Grade, above: Grade | undefined): readonly string[] {
  const { atLeast, rankAtMost, noVeto } = grade;
  const below = above?.atLeast === undefined ? [] : [`不满${above.atLeast}分`];
  const conditions = [
    ...(atLeast === undefined ? [] : [[`${atLeast}分及以上`, ...below].join('、')]),
    ...(rankAtMost === undefined ? [] : [`名次在前${String(rankAtMost)}名`]),
    ...(noVeto ? ['没有否决、降级情形'] : []),
  ];
  return conditions.length > 0 ? conditions : [below[0] ?? '其余'];
}

function quotaOf({ quota }: Grade, among: string): string {
  const most = [
    ...(quota?.count === undefined ? [] : [`${String(quota.count)}个`]),
    ...(quota?.percent === undefined ? [] : [`${among}的${quota.percent}%`]),
  ];
  return most.length === 0 ? '' : `（不超过${most.join('、')}）`;
}
