import type { EventRecord, Finding, YearData } from '../year-data.js';
import { engineFinding, type CheckContext } from './check-context.js';

/**
 * 不适用 asked for a marked indicator: pending until the lead department grants it, or marks all
 * the same.
 */
export function findPendingExemptions(
  context: CheckContext,
  { exemptions = [], marks }: Pick<YearData, 'exemptions' | 'marks'>,
): readonly Finding[] {
  return exemptions.flatMap(({ region, indicator, status, reason }) => {
    const isOf = (one: { readonly region: string; readonly indicator: string }): boolean =>
      one.region === region && one.indicator === indicator;
    const isGranted = exemptions.some((one) => isOf(one) && one.status === 'granted');
    const isMarked = marks.some((mark) => isOf(mark) && mark.stage !== 'self');
    if (status !== 'asked' || isGranted || isMarked) return [];
    const indicators = context.set.nodes.get(indicator)?.label ?? indicator;
    return engineFinding(context, {
      level: 'error',
      code: 'data-not-applicable-pending',
      region,
      metric: undefined,
      facts: { indicators, reason },
    });
  });
}

/**
 * The same matter registered under two kinds of one effect: it counts in each, since the highest is
 * taken only within a kind. An accident that costs points and a grade is meant to be in two.
 */
export function findMattersInTwoKinds(
  context: CheckContext,
  events: readonly EventRecord[],
): readonly Finding[] {
  const kinds = context.set.events;
  const byMatter = new Map<string, { readonly event: EventRecord; readonly ids: Set<string> }>();
  for (const event of events) {
    const key = JSON.stringify([event.region, event.matter, kinds.get(event.kind)?.effect]);
    const known = byMatter.get(key) ?? { event, ids: new Set() };
    byMatter.set(key, known);
    known.ids.add(event.kind);
  }
  return [...byMatter.values()].flatMap(({ event: { region, matter }, ids }) => {
    if (ids.size < 2) return [];
    const names = [...ids].sort().map((id) => kinds.get(id)?.label ?? id);
    return engineFinding(context, {
      level: 'warning',
      code: 'data-matter-in-two-kinds',
      region,
      metric: undefined,
      facts: { matter, kinds: names.join('、') },
    });
  });
}
