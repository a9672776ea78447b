import { clampTo } from '../../kernel/arithmetic.js';
import { BOTH, scored, type RuleKind, type RuleOf } from './rule-kind.js';

/**
 * 线性得分: nought at one goalpost, full points at the other, a straight line between.
 *
 * @example nought at 60, full at 100, full points 10: 90 scores 7.5
 */
export const linear: RuleKind<RuleOf<'linear'>> = {
  score(_rule, { arithmetic: a, value, full, formula }) {
    const low = formula('zeroAt');
    const high = formula('fullAt');
    if (low.status !== 'present') return low;
    if (high.status !== 'present') return high;
    const span = a.subtract(high.value, low.value);
    // Two goalposts that meet leave no line: the rule cannot say anything.
    if (a.compare(span, a.zero) === 0) return { status: 'missing' };
    const share = a.divide(a.subtract(value, low.value), span);
    return scored(a.multiply(clampTo(a, share, a.zero, a.one), full), {
      zeroAt: a.compare(share, a.zero) > 0 ? 'reached' : 'below',
      fullAt: a.compare(share, a.one) < 0 ? 'below' : 'reached',
    });
  },
  edges: () => [
    { id: 'zeroAt', label: '零分标杆', sides: BOTH },
    { id: 'fullAt', label: '满分标杆', sides: BOTH },
  ],
  probes(_rule, { arithmetic: a, formula }, step) {
    const low = formula('zeroAt');
    const high = formula('fullAt');
    if (low.status !== 'present' || high.status !== 'present') return [];
    const inward = a.compare(high.value, low.value) > 0 ? step : a.multiply(step, a.from('-1'));
    return [
      { edge: 'zeroAt', side: 'below', value: low.value },
      { edge: 'zeroAt', side: 'reached', value: a.add(low.value, inward) },
      { edge: 'fullAt', side: 'below', value: a.subtract(high.value, inward) },
      { edge: 'fullAt', side: 'reached', value: high.value },
    ];
  },
  words: (_rule, say) =>
    `${say.formula('zeroAt')}得0分，${say.formula('fullAt')}得满分${say.full}分，其间按线性计算`,
};
