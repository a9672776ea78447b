import type { Check, IndicatorSet } from '../../indicators/index.js';
import type { ValueTable } from '../value-table.js';
import type { Finding } from '../year-data.js';
import type { FindingCode } from './finding-codes.js';

/** What a check looks at. */
export interface CheckContext {
  /** The assessed period. */
  readonly period: string;
  readonly set: IndicatorSet;
  readonly values: ValueTable;
  /** The assessed regions, sorted by id. */
  readonly regions: readonly string[];
  /** The assessed regions and the row of the total. */
  readonly rows: readonly string[];
}

/** A check of the set whose rule is of one kind. */
export type CheckOf<K extends Check['rule']['kind']> = Omit<Check, 'rule'> & {
  readonly rule: Extract<Check['rule'], { readonly kind: K }>;
};

type Facts = Readonly<Record<string, string>>;

/** A finding of a check of the set; its facts carry the names of what it is about. */
export function checkFinding(
  context: CheckContext,
  check: Pick<Check, 'id' | 'label' | 'level'>,
  found: {
    readonly code: FindingCode;
    readonly region: string | undefined;
    readonly metric: string | undefined;
    readonly facts: Facts;
  },
): Finding {
  const { code, region, metric } = found;
  const facts = { checkLabel: check.label, ...found.facts };
  return engineFinding(context, {
    level: check.level,
    code,
    check: check.id,
    region,
    metric,
    facts,
  });
}

/** A finding of the engine's own, or of a check where one is named. */
export function engineFinding(
  context: CheckContext,
  found: {
    readonly level: Finding['level'];
    readonly code: FindingCode;
    readonly check?: string;
    readonly region: string | undefined;
    readonly metric: string | undefined;
    readonly facts: Facts;
  },
): Finding {
  const { level, code, region, metric } = found;
  const definition = metric === undefined ? undefined : context.set.metrics.get(metric);
  const facts: Record<string, string> = { period: context.period };
  if (region !== undefined) facts['regionName'] = regionName(context, region);
  if (metric !== undefined) facts['metricName'] = definition?.label ?? metric;
  if (definition?.unit !== undefined) facts['unit'] = definition.unit;
  Object.assign(facts, found.facts);
  return {
    level,
    code,
    check: found.check,
    region,
    metric,
    facts,
  };
}

/** The name in force of a region, or of the total. */
export function regionName({ set }: CheckContext, id: string): string {
  const { all, total } = set.regions;
  return all.get(id)?.name ?? (total?.id === id ? total.name : id);
}

/** The name of a metric. */
export function metricName({ set }: CheckContext, id: string): string {
  return set.metrics.get(id)?.label ?? id;
}
