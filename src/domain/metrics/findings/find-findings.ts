import type { Check, IndicatorSet } from '../../indicators/index.js';
import { compareText } from '../../kernel/fault.js';
import { valueTable } from '../value-table.js';
import type { Finding, YearData } from '../year-data.js';
import type { CheckContext } from './check-context.js';
import { checkJump } from './jump.js';
import { findMissingValues } from './missing-values.js';
import {
  findDroppedMetrics,
  findLowTargets,
  findPendingRequests,
  findUnsourcedStatistics,
} from './own-findings.js';
import { checkParts } from './parts.js';
import { checkRegionsTotal } from './regions-total.js';
import { checkRelation } from './relation.js';
import { checkSample } from './sample.js';
import { checkStatedRate } from './stated-rate.js';

const LEVELS = ['error', 'warning', 'note'] as const;

/**
 * 数据核对: everything that the set's checks, and the engine's own, find in a year's data: errors
 * first, then by code, check, region and metric.
 */
export function findFindings(data: YearData, set: IndicatorSet): readonly Finding[] {
  const regions = set.regions.assessed.map(({ id }) => id);
  const { total } = set.regions;
  const context: CheckContext = {
    data,
    set,
    values: valueTable(data, set),
    regions,
    rows: total === undefined ? regions : [...regions, total.id],
  };
  const findings = [
    ...set.checks.flatMap((check) => runCheck(check, context)),
    ...findMissingValues(context),
    ...findPendingRequests(context),
    ...findUnsourcedStatistics(context),
    ...findDroppedMetrics(context),
    ...findLowTargets(context),
  ];
  return findings.sort(compareFindings);
}

function runCheck(check: Check, context: CheckContext): readonly Finding[] {
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
