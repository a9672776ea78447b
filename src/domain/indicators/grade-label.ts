import type { IndicatorSet } from './indicator-set.js';

/**
 * What a grade is called; undefined where there is none.
 *
 * @example gradeLabel(set, 'a') // 'A级'
 */
export function gradeLabel(
  { grading }: Pick<IndicatorSet, 'grading'>,
  id: string | null,
): string | undefined {
  return grading.grades.find((grade) => grade.id === id)?.label;
}
