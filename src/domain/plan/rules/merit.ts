import { clampTo } from '../../kernel/arithmetic.js';
import { decimal } from '../../kernel/decimal.js';
import { BOTH, probesAmong, scored, type RuleKind, type RuleOf, type Side } from './rule-kind.js';

/**
 * 基础分加成效分: base points for everybody, merit on top, up to full points.
 *
 * @example base 6, plus 1 per item, full 10: three items score 9, seven score 10
 */
export const merit: RuleKind<RuleOf<'merit'>> = {
  score(rule, { arithmetic: a, value, full }) {
    const units = a.divide(value, a.from(rule.per));
    const counted = rule.count === 'completed' ? a.wholeBelow(units) : units;
    const points = a.add(a.from(rule.base), a.settle(a.multiply(counted, a.from(rule.plus))));
    const side: Side = a.compare(points, full) < 0 ? 'below' : 'reached';
    return scored(clampTo(a, points, a.zero, full), { cap: side });
  },
  // Whose base is full already has nothing to reach.
  edges: (rule, full) =>
    decimal(rule.base).lessThan(decimal(full))
      ? [{ id: 'cap', label: '满分为止', sides: BOTH }]
      : [],
  probes(rule, situation) {
    const { arithmetic: a, full } = situation;
    const units = a.wholeAbove(a.divide(a.subtract(full, a.from(rule.base)), a.from(rule.plus)));
    const edges = merit.edges(rule, full.toFixed()).map((edge) => edge.id);
    const enough = a.multiply(units, a.from(rule.per));
    return probesAmong(merit, rule, situation, edges, [a.zero, enough]);
  },
  words: (rule, say) =>
    `基础分${rule.base}分，每${rule.per}${say.unit || '个单位'}加${rule.plus}分${
      rule.count === 'completed' ? '（不足的不计）' : ''
    }，满分${say.full}分为止`,
};
