import type { Indicator, Metric } from '../indicators/index.js';
import type { ReadContext, RecordReader } from './record-reader.js';

/** What 不适用 is asked of: a region's metric, and the indicators that are computed from it. */
interface Asked {
  readonly metric: Metric;
  readonly region: string;
  /** For each metric the indicators computed from it. */
  readonly uses: ReadonlyMap<string, readonly Indicator[]>;
}

/** Whether the set allows 不适用, and a department is one of those that grant it. */
export function mayGrant({ by, ...asked }: Asked & { readonly by: string | undefined }): boolean {
  return by !== undefined && isAllowed(asked) && grantersOf(asked).includes(by);
}

/** 核准不适用 has to be allowed by the set, granted by the lead department, and reasoned. */
export function checkGrant({
  reader,
  verifier,
  context,
  ...asked
}: Asked & {
  readonly reader: RecordReader;
  readonly verifier: string | undefined;
  readonly context: ReadContext;
}): boolean {
  const granters = grantersOf(asked);
  const label = (id: string) => context.set.departments.get(id) ?? id;
  const facts = { metric: asked.metric.label, granters: granters.map(label).join('、') };
  const faultsBefore = context.faults.length;
  if (!isAllowed(asked)) {
    const indicators = usersOf(asked)
      .map((user) => user.label)
      .join('、');
    reader.fault('data-granted-not-allowed', 'status', { ...facts, indicators });
  }
  if (verifier === undefined) reader.fault('data-granted-without-verifier', 'verifier', facts);
  else if (!granters.includes(verifier)) {
    reader.fault('data-granted-by-other', 'verifier', { ...facts, verifier: label(verifier) });
  }
  if (reader.text('reason') === undefined) {
    reader.fault('data-granted-without-reason', 'reason', facts);
  }
  return context.faults.length === faultsBefore;
}

function usersOf({ metric, uses }: Asked): readonly Indicator[] {
  return uses.get(metric.id) ?? [];
}

/** Those that lead an indicator which needs the metric, and the one that supplies it. */
function grantersOf(asked: Asked): readonly string[] {
  const leads = [asked.metric.department, ...usersOf(asked).map(({ lead }) => lead)];
  return [...new Set(leads.filter((lead) => lead !== undefined))].sort();
}

function isAllowed(asked: Asked): boolean {
  const users = usersOf(asked);
  return (
    users.length === 0 ||
    users.some(
      ({ notApplicable }) => notApplicable.mayBeGranted || notApplicable.regions.has(asked.region),
    )
  );
}
