import { lesserOf, sumOf } from '../../kernel/arithmetic.js';
import { scored, type RuleKind, type RuleOf } from './rule-kind.js';

/**
 * 清单逐项给分: the points of every item that was answered with yes.
 *
 * @example plan 1, scheme 1, both yes: 2 points
 */
export const checklist: RuleKind<RuleOf<'checklist'>> = {
  score(rule, { arithmetic: a, full, answer }) {
    const items = Object.entries(rule.items).map(([id, points]) => ({
      id,
      points,
      is: answer(id),
    }));
    if (items.some((item) => item.is === undefined)) return { status: 'missing' };
    const points = sumOf(
      a,
      items.filter((item) => item.is === 'yes').map((item) => a.from(item.points)),
    );
    return scored(lesserOf(a, points, full));
  },
  edges: () => [],
  probes: () => [],
  words: (rule, say) =>
    `逐项给分：${Object.entries(rule.items)
      .map(([id, points]) => `${say.metric(id)}${points}分`)
      .join('，')}`,
};
