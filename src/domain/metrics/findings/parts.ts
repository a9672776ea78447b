import { sumDecimals } from '../../kernel/decimal.js';
import type { Finding } from '../year-data.js';
import { checkFinding, metricName, type CheckContext, type CheckOf } from './check-context.js';
import { sumFacts } from './regions-total.js';

/** 各部分之和与总数: in every row the parts against their whole; nothing where one is missing. */
export function checkParts(check: CheckOf<'parts'>, context: CheckContext): readonly Finding[] {
  const { metric, parts, tolerance } = check.rule;
  return context.rows.flatMap((region) => {
    const total = context.values.cell(region, metric, 0);
    const cells = parts
      .map((part) => context.values.cell(region, part, 0))
      .filter((cell) => cell.status !== 'notApplicable');
    const values = cells.flatMap((cell) => (cell.status === 'present' ? [cell.value] : []));
    if (total.status !== 'present' || values.length < cells.length) return [];
    const facts = sumFacts(sumDecimals(values), total.value, tolerance);
    if (facts === undefined) return [];
    const partNames = parts.map((part) => metricName(context, part)).join('、');
    return checkFinding(context, check, {
      code: 'data-parts-differ',
      region,
      metric,
      facts: { ...facts, partNames },
    });
  });
}
