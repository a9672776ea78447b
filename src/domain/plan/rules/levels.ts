import { scored, type RuleKind, type RuleOf } from './rule-kind.js';

/**
 * 是／部分／否: points by the level that was found.
 *
 * @example in the area plan 1, in a department's plan 0.5, none 0
 */
export const levels: RuleKind<RuleOf<'levels'>> = {
  score(rule, { arithmetic: a, answer }) {
    const level = answer(rule.metric);
    const points = level === undefined ? undefined : rule.points[level];
    if (level === undefined || points === undefined) return { status: 'missing' };
    return scored(a.from(points), { [`level:${level}`]: 'reached' });
  },
  edges: (rule) =>
    Object.keys(rule.points).map((level) => ({
      id: `level:${level}`,
      label: `「${level}」一级`,
      sides: ['reached'],
    })),
  probes: () => [],
  words: (rule, say) =>
    Object.entries(rule.points)
      .map(([level, points]) => `${say.level(rule.metric, level)}得${points}分`)
      .join('，'),
};
