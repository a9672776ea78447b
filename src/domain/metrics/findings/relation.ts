import { referencesOf } from '../../formula/index.js';
import { decimalText } from '../../kernel/decimal.js';
import type { Finding } from '../year-data.js';
import { checkFinding, metricName, type CheckContext, type CheckOf } from './check-context.js';

/** 应当成立的关系式: in every row where all its numbers are there. */
export function checkRelation(
  check: CheckOf<'relation'>,
  context: CheckContext,
): readonly Finding[] {
  const { that } = check.rule;
  return context.rows.flatMap((region) => {
    const outcome = context.values.evaluate(that.expression, region);
    if (outcome.status !== 'truth' || outcome.value) return [];
    const numbers = referencesOf(that.expression).flatMap((reference) => {
      if (reference.kind !== 'metric') return [];
      const cell = context.values.cell(region, reference.id, reference.yearsBack);
      if (cell.status !== 'present') return [];
      const years = reference.yearsBack === 0 ? '' : `（${String(reference.yearsBack)} 年前）`;
      return [`${metricName(context, reference.id)}${years} ${decimalText(cell.value)}`];
    });
    return checkFinding(context, check, {
      code: 'data-relation-broken',
      region,
      metric: undefined,
      facts: { relation: that.text, numbers: numbers.join('，') },
    });
  });
}
