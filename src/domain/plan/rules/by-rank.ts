import { scored, type RuleKind, type RuleOf } from './rule-kind.js';

/**
 * 按名次得分: the points of the place in the field; equals share a place.
 *
 * @example 10, 9, 8, rest 5: second place scores 9, fourth 5
 */
export const byRank: RuleKind<RuleOf<'rank'>> = {
  score(rule, { arithmetic: a, normalised }) {
    if (normalised.status !== 'present') return normalised;
    const place = rule.points.findIndex(
      (_, index) => a.compare(normalised.value, a.from(String(index + 1))) === 0,
    );
    return scored(a.from(rule.points[place] ?? rule.rest));
  },
  edges: () => [],
  probes: () => [],
  words: (rule, say) =>
    `按${say.unit ? '指标值' : '值'}${rule.better === 'higher' ? '由高到低' : '由低到高'}排名：${rule.points
      .map((points, index) => `第${String(index + 1)}名${points}分`)
      .join(
        '，',
      )}，其后${rule.rest}分；并列同分；少于${String(rule.smallestField)}个地区有数时待定`,
};
