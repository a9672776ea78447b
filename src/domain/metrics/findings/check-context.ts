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
  return engineFinding(context, {
    ...found,
    level: check.level,
    check: check.id,
    facts: { checkLabel: check.label, ...found.facts },
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
  return {
    level,
    code,
    check: found.check,
    region,
    metric,
    facts: {
      period: context.period,
      ...(region === undefined ? {} : { regionName: regionName(context, region) }),
      ...(metric === undefined ? {} : { metricName: definition?.label ?? metric }),
      ...(definition?.unit === undefined ? {} : { unit: definition.unit }),
      ...found.facts,
    },
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
