import type { Check, IndicatorSet } from '../../indicators/index.js';
import { compareText } from '../../kernel/fault.js';
import { valueTable } from '../value-table.js';
import type { Finding, YearData } from '../year-data.js';
import type { CheckContext } from './check-context.js';
import { checkJump } from './jump.js';
import { findMissingValues } from './missing-values.js';
import { findDroppedMetrics, findInValue, findLowTarget } from './own-findings.js';
import { checkParts } from './parts.js';
import { checkRegionsTotal } from './regions-total.js';
import { findInRegister, findPendingExemptions, findSelfReported } from './register-findings.js';
import { checkRelation } from './relation.js';
import { checkSample } from './sample.js';
import { checkStatedRate } from './stated-rate.js';

const LEVELS = ['error', 'warning', 'note'] as const;

/**
 * 数据核对: everything that the set's checks, and the engine's own, find in a year's data: errors
 * first, then by code, check, region and metric.
 */
export function findFindings(data: YearData, set: IndicatorSet): readonly Finding[] {
  const context = checkContext(set, data.period, valueTable(data, set));
  return sortFindings([
    ...set.checks.flatMap((check) => runCheck(check, context)),
    ...findMissingValues(context),
    ...data.values.flatMap((value) => findInValue(context, value)),
    ...findDroppedMetrics(context, data.skipped ?? []),
    ...data.targets.flatMap((target) => findLowTarget(context, target)),
    ...findPendingExemptions(context, data),
    ...findInRegister(context, data.events),
    ...findSelfReported(context, data.events),
  ]);
}

/** What the checks of a set look at. */
export function checkContext(
  set: IndicatorSet,
  period: string,
  values: CheckContext['values'],
): CheckContext {
  const regions = set.regions.assessed.map(({ id }) => id);
  const { total } = set.regions;
  return {
    period,
    set,
    values,
    regions,
    rows: total === undefined ? regions : [...regions, total.id],
  };
}

/** In the order in which they are told. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(compareFindings);
}

/** What one check of the set finds. */
export function runCheck(check: Check, context: CheckContext): readonly Finding[] {
  const { rule } = check;
  switch (rule.kind) {
    case 'regionsTotal':
      return checkRegionsTotal({ ...check, rule }, context);
    case 'parts':
      return checkParts({ ...check, rule }, context);
    case 'statedRate':
      return checkStatedRate({ ...check, rule }, context);
    case 'sample':
      return checkSample({ ...check, rule }, context);
    case 'jump':
      return checkJump({ ...check, rule }, context);
    case 'relation':
      return checkRelation({ ...check, rule }, context);
  }
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compareText(a.code, b.code) ||
    compareText(a.check ?? '', b.check ?? '') ||
    compareText(a.region ?? '', b.region ?? '') ||
    compareText(a.metric ?? '', b.metric ?? '')
  );
}
