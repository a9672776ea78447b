import { decimal, decimalText, type Decimal } from '../../kernel/decimal.js';
import type { Finding } from '../year-data.js';
import { checkFinding, type CheckContext, type CheckOf } from './check-context.js';

const SEVERITY = ['error', 'warning', 'note'] as const;

/**
 * 样本量: a region's sample against the minimum. A region without any sample is found too: it is
 * neither 0 nor 100. Where a set draws several lines for one metric, only the gravest that was not
 * reached is told.
 */
export function checkSample(check: CheckOf<'sample'>, context: CheckContext): readonly Finding[] {
  const { metric, atLeast } = check.rule;
  return context.regions.flatMap((region) => {
    const cell = context.values.cell(region, metric, 0);
    if (cell.status !== 'present' && cell.status !== 'missing') return [];
    const sample = cell.status === 'present' ? cell.value : undefined;
    if (!falls(sample, atLeast) || isToldByGraver(check, sample, context)) return [];
    return checkFinding(context, check, {
      code: sample === undefined ? 'data-sample-absent' : 'data-sample-small',
      region,
      metric,
      facts: { atLeast, ...(sample === undefined ? {} : { sample: decimalText(sample) }) },
    });
  });
}

function falls(sample: Decimal | undefined, atLeast: string): boolean {
  return sample === undefined || sample.lessThan(decimal(atLeast));
}

function isToldByGraver(
  check: CheckOf<'sample'>,
  sample: Decimal | undefined,
  { set }: CheckContext,
): boolean {
  const own = set.checks.findIndex(({ id }) => id === check.id);
  return set.checks.some(({ id, level, rule }, index) => {
    if (id === check.id || rule.kind !== 'sample' || rule.metric !== check.rule.metric)
      return false;
    if (!falls(sample, rule.atLeast)) return false;
    const order = SEVERITY.indexOf(level) - SEVERITY.indexOf(check.level);
    if (order !== 0) return order < 0;
    const lower = decimal(rule.atLeast).comparedTo(decimal(check.rule.atLeast));
    return lower < 0 || (lower === 0 && index < own);
  });
}
