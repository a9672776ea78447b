import { decimal, decimalText, HUNDRED, printDecimal } from '../../kernel/decimal.js';
import { periodYearsBack } from '../../kernel/period.js';
import type { Finding } from '../year-data.js';
import { checkFinding, type CheckContext, type CheckOf } from './check-context.js';

/**
 * 与上年相比: a change beyond so many percent, or beyond an amount. From nought every change is
 * beyond any percentage.
 */
export function checkJump(check: CheckOf<'jump'>, context: CheckContext): readonly Finding[] {
  const { metric, percent, by } = check.rule;
  return context.regions.flatMap((region) => {
    const now = context.values.cell(region, metric, 0);
    const before = context.values.cell(region, metric, 1);
    if (now.status !== 'present' || before.status !== 'present') return [];
    const change = now.value.minus(before.value);
    if (change.isZero()) return [];
    const base = before.value.abs();
    const size = change.abs();
    const isBeyondPercent =
      percent !== undefined && size.times(HUNDRED).greaterThan(base.times(decimal(percent)));
    const isBeyondAmount = by !== undefined && size.greaterThan(decimal(by));
    if (!isBeyondPercent && !isBeyondAmount) return [];
    const share = base.isZero() ? undefined : size.div(base).times(HUNDRED);
    return checkFinding(context, check, {
      code: 'data-jump',
      region,
      metric,
      facts: {
        value: decimalText(now.value),
        previous: decimalText(before.value),
        previousPeriod: periodYearsBack(context.period, 1),
        change: decimalText(size),
        direction: change.isNegative() ? 'down' : 'up',
        ...(share === undefined ? {} : { changePercent: printDecimal(share, 2) }),
        ...(percent === undefined ? {} : { percent }),
        ...(by === undefined ? {} : { by }),
      },
    });
  });
}
