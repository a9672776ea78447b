import { clampTo } from '../../kernel/arithmetic.js';
import { decimal } from '../../kernel/decimal.js';
import { BOTH, probesAmong, scored, type RuleKind, type RuleOf, type Side } from './rule-kind.js';

/**
 * 缺项扣分: minus x for each missing item; where all are missing, the points for none at all.
 *
 * @example full 1, minus 0.1 each of 6: two missing score 0.8, six missing score 0
 */
export const missingItems: RuleKind<RuleOf<'missingItems'>> = {
  score(rule, { arithmetic: a, value, full }) {
    const sides: Record<string, Side> = {};
    if (rule.of !== undefined) {
      const all = a.compare(value, a.from(String(rule.of))) >= 0;
      sides['all'] = all ? 'reached' : 'below';
      if (all) return scored(a.from(rule.noneAtAll), sides);
    }
    const floor = a.from(rule.floor);
    const points = a.subtract(full, a.multiply(value, a.from(rule.minus)));
    sides['floor'] = a.compare(points, floor) <= 0 ? 'reached' : 'below';
    return scored(clampTo(a, points, floor, full), sides);
  },
  edges: (rule, full) => [
    ...(rule.of === undefined ? [] : [{ id: 'all', label: '一项也没有', sides: BOTH }]),
    // Where the items short of all do not use the points up, the floor is never met.
    ...(reachesFloor(rule, full) ? [{ id: 'floor', label: '扣到底', sides: BOTH }] : []),
  ],
  probes(rule, situation) {
    const { arithmetic: a, full } = situation;
    const units = a.wholeAbove(a.divide(a.subtract(full, a.from(rule.floor)), a.from(rule.minus)));
    const counts = rule.of === undefined ? [] : [rule.of - 1, rule.of];
    const edges = missingItems.edges(rule, full.toFixed()).map((edge) => edge.id);
    return probesAmong(missingItems, rule, situation, edges, [
      ...counts.map((count) => a.from(String(count))),
      a.zero,
      units,
    ]);
  },
  words(rule, say) {
    const none = rule.of === undefined ? '' : `；${String(rule.of)}项全缺得${rule.noneAtAll}分`;
    const floor = rule.floor === '0' ? '扣完为止' : `最低得${rule.floor}分`;
    return `满分${say.full}分，每缺一项扣${rule.minus}分，${floor}${none}`;
  },
};

function reachesFloor(rule: RuleOf<'missingItems'>, full: string): boolean {
  const depth = decimal(full).minus(decimal(rule.floor));
  if (depth.lessThanOrEqualTo(0)) return false;
  if (rule.of === undefined) return true;
  return decimal(rule.minus)
    .times(rule.of - 1)
    .greaterThanOrEqualTo(depth);
}
