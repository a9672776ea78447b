import { decimal, decimalText, sumDecimals, type Decimal } from '../../kernel/decimal.js';
import type { Finding } from '../year-data.js';
import { checkFinding, regionName, type CheckContext, type CheckOf } from './check-context.js';

/**
 * 各地区之和与全省: the regions' numbers against the total's row. Where one of them is missing
 * nothing can be said of the sum, and that itself is said; what does not apply to a region adds
 * nothing.
 */
export function checkRegionsTotal(
  check: CheckOf<'regionsTotal'>,
  context: CheckContext,
): readonly Finding[] {
  const { metric, tolerance } = check.rule;
  const totalId = context.set.regions.total?.id;
  if (totalId === undefined) return [];
  const total = context.values.cell(totalId, metric, 0);
  const parts = context.regions
    .map((region) => ({ region, cell: context.values.cell(region, metric, 0) }))
    .filter(({ cell }) => cell.status !== 'notApplicable');
  const values = parts.flatMap(({ cell }) => (cell.status === 'present' ? [cell.value] : []));
  if (total.status !== 'present' || values.length < parts.length) {
    const absent = [
      ...(total.status === 'present' ? [] : [totalId]),
      ...parts.filter(({ cell }) => cell.status !== 'present').map(({ region }) => region),
    ];
    const names = absent.map((region) => regionName(context, region)).join('、');
    return [
      {
        ...checkFinding(context, check, {
          code: 'data-total-unchecked',
          region: totalId,
          metric,
          facts: { names, totalName: regionName(context, totalId) },
        }),
        level: 'note',
      },
    ];
  }
  const sum = sumDecimals(values);
  const facts = sumFacts(sum, total.value, tolerance);
  if (facts === undefined) return [];
  return [
    checkFinding(context, check, {
      code: 'data-total-differs',
      region: totalId,
      metric,
      facts: { ...facts, totalName: regionName(context, totalId), count: String(values.length) },
    }),
  ];
}

/** By how much a sum misses its total, and which way; undefined within the tolerance. */
export function sumFacts(
  sum: Decimal,
  total: Decimal,
  tolerance: string,
): Readonly<Record<string, string>> | undefined {
  const difference = sum.minus(total);
  if (difference.abs().lessThanOrEqualTo(decimal(tolerance))) return undefined;
  return {
    sum: decimalText(sum),
    total: decimalText(total),
    difference: decimalText(difference.abs()),
    direction: difference.isNegative() ? 'short' : 'over',
    tolerance,
  };
}
