import { clampTo } from '../../kernel/arithmetic.js';
import type { Decimal } from '../../kernel/decimal.js';
import { BOTH, probesAmong, scored, type RuleKind, type RuleOf } from './rule-kind.js';

/**
 * 比上年改善: points for every unit better than the year before, fewer for every unit worse.
 *
 * @example base 5, plus 1 per 0.5: from 96 to 97 scores 7
 */
export const improvement: RuleKind<RuleOf<'improvement'>> = {
  score(rule, { arithmetic: a, value, previous, full }) {
    if (previous.status !== 'present') return previous;
    const better =
      rule.better === 'higher'
        ? a.subtract(value, previous.value)
        : a.subtract(previous.value, value);
    const units = a.divide(better, a.from(rule.per));
    const points = a.add(a.from(rule.base), a.settle(a.multiply(units, a.from(rule.plus))));
    const floor = a.from(rule.floor);
    return scored(clampTo(a, points, floor, full), {
      cap: a.compare(points, full) < 0 ? 'below' : 'reached',
      floor: a.compare(points, floor) <= 0 ? 'reached' : 'below',
    });
  },
  edges: () => [
    { id: 'cap', label: '满分为止', sides: BOTH },
    { id: 'floor', label: '最低得分', sides: BOTH },
  ],
  probes(rule, situation, step) {
    const { arithmetic: a, full, previous } = situation;
    if (previous.status !== 'present') return [];
    const better = rule.better === 'higher' ? a.one : a.from('-1');
    const at = (units: Decimal, off: Decimal) =>
      a.add(previous.value, a.multiply(better, a.add(a.multiply(units, a.from(rule.per)), off)));
    const unitsTo = (points: Decimal) =>
      a.divide(a.subtract(points, a.from(rule.base)), a.from(rule.plus));
    const cap = a.wholeAbove(unitsTo(full));
    const floor = a.wholeBelow(unitsTo(a.from(rule.floor)));
    const back = a.subtract(a.zero, step);
    return [
      ...probesAmong(
        improvement,
        rule,
        situation,
        ['cap'],
        [at(cap, a.zero), at(cap, back), at(a.subtract(cap, a.one), back)],
      ),
      ...probesAmong(
        improvement,
        rule,
        situation,
        ['floor'],
        [at(floor, a.zero), at(floor, step), at(a.add(floor, a.one), step)],
      ),
    ];
  },
  words: (rule, say) =>
    `与上年持平得${rule.base}分，每${rule.better === 'higher' ? '提高' : '降低'}${rule.per}${
      say.unit === '%' ? '个百分点' : say.unit || '个单位'
    }加${rule.plus}分，退步同样扣分，最低${rule.floor}分，满分${say.full}分为止`,
};
