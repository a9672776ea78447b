import { clampTo } from '../../kernel/arithmetic.js';
import { decimal, type Decimal } from '../../kernel/decimal.js';
import {
  BOTH,
  probesAmong,
  scored,
  type Edge,
  type RuleKind,
  type RuleOf,
  type Side,
} from './rule-kind.js';

/**
 * 达标满分、差额扣分: reach the target for full points, else minus so many points for each unit
 * short, down to a floor.
 *
 * @example target 90, minus 0.5 per 1, full 10: 88.5 is 1.5 short and scores 9.25
 */
export const target: RuleKind<RuleOf<'target'>> = {
  score(rule, { arithmetic: a, value, full, formula }) {
    const goal = formula('target');
    if (goal.status !== 'present') return goal;
    const short =
      rule.better === 'higher' ? a.subtract(goal.value, value) : a.subtract(value, goal.value);
    if (a.compare(short, a.zero) <= 0) return scored(full, { target: 'reached' });
    const units = a.divide(short, a.from(rule.per));
    const counted =
      rule.count === 'started'
        ? a.wholeAbove(units)
        : rule.count === 'completed'
          ? a.wholeBelow(units)
          : units;
    // Set before it is taken off: what a third taken three times lacks must not remain as points.
    const lost = a.settle(a.multiply(counted, a.from(rule.minus)));
    const points = a.subtract(full, lost);
    const floor = a.from(rule.floor);
    const side: Side = a.compare(points, floor) <= 0 ? 'reached' : 'below';
    return scored(clampTo(a, points, floor, full), { target: 'below', floor: side });
  },
  edges: (rule, full) => [{ id: 'target', label: '目标值', sides: BOTH }, ...floorEdge(rule, full)],
  probes(rule, situation, step) {
    const { arithmetic: a, full } = situation;
    const goal = situation.formula('target');
    if (goal.status !== 'present') return [];
    const away = rule.better === 'higher' ? a.from('-1') : a.one;
    const at = (distance: Decimal) => a.add(goal.value, a.multiply(away, distance));
    const per = a.from(rule.per);
    const half = (value: Decimal) => a.divide(value, a.from('2'));
    const units = a.divide(a.subtract(full, a.from(rule.floor)), a.from(rule.minus));
    const distances = [step, half(per), half(a.multiply(units, per))];
    // A unit may have to be completed before it counts: one whole unit past the floor is enough.
    const depth = a.multiply(a.wholeAbove(units), per);
    const edges = ['target', ...floorEdge(rule, full.toFixed()).map((edge) => edge.id)];
    return probesAmong(target, rule, situation, edges, [
      goal.value,
      ...distances.map((distance) => at(distance)),
      at(depth),
    ]);
  },
  words(rule, say) {
    const unit = `${rule.per}${say.unit === '%' ? '个百分点' : say.unit || '个单位'}`;
    const better = rule.better === 'higher' ? '达到' : '不超过';
    const each = rule.better === 'higher' ? '每低' : '每高';
    const part = {
      exact: '，不足的按比例',
      started: '，不足的按一个单位',
      completed: '，不足的不计',
    };
    const floor = rule.floor === '0' ? '，扣完为止' : `，最低得${rule.floor}分`;
    return `${better}${say.formula('target')}得满分${say.full}分；${each}${unit}扣${rule.minus}分${part[rule.count]}${floor}`;
  },
};

/** The floor, where there is one; the first unit that is started may already reach it. */
function floorEdge(rule: RuleOf<'target'>, full: string): readonly Edge[] {
  const depth = decimal(full).minus(decimal(rule.floor));
  if (depth.lessThanOrEqualTo(0)) return [];
  const isAtOnce = rule.count === 'started' && depth.lessThanOrEqualTo(decimal(rule.minus));
  return [{ id: 'floor', label: '扣到底', sides: isAtOnce ? ['reached'] : BOTH }];
}
