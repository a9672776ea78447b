import type { EventRecord, Finding, YearData } from '../year-data.js';
import { engineFinding, type CheckContext } from './check-context.js';
import type { FindingCode } from './finding-codes.js';

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

/** What is odd about the events of the register, each told at the first of them. */
export function findInRegister(
  context: CheckContext,
  events: readonly EventRecord[],
): readonly Finding[] {
  return [
    ...findMattersInTwoKinds(context, events),
    ...findTwins(context, events),
    ...events.flatMap((event) => findUndocumented(context, event)),
  ];
}

/**
 * An event that stands in its region's own form alone: it counts, and whoever decides on the points
 * should know that nobody else has said so.
 */
export function findSelfReported(
  context: CheckContext,
  events: readonly EventRecord[],
): readonly Finding[] {
  return events.flatMap(({ id, region, kind, isSelfReported, place }) => {
    if (isSelfReported !== true) return [];
    const facts = { id, kind: kindLabel(context, kind) };
    return [warnAt(context, 'data-event-self-reported', { region, place }, facts)];
  });
}

/** An event for which nobody named a document: whoever wrote it down may have only heard of it. */
function findUndocumented(context: CheckContext, event: EventRecord): readonly Finding[] {
  if (event.document !== undefined) return [];
  const facts = { id: event.id, kind: kindLabel(context, event.kind) };
  return [warnAt(context, 'data-event-without-document', event, facts)];
}

/**
 * Two events of one kind, level and day: most likely one that a region reported and the office
 * registered, each under a number of its own, and that would then count twice.
 */
function findTwins(context: CheckContext, events: readonly EventRecord[]): readonly Finding[] {
  const groups = new Map<string, EventRecord[]>();
  for (const event of events) {
    const { region, kind, level, occurred } = event;
    if (occurred === undefined) continue;
    const key = JSON.stringify([region, kind, level, occurred]);
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || new Set(group.map(({ matter }) => matter)).size < 2) return [];
    const { kind, occurred = '' } = first;
    const ids = group.map(({ id }) => id).join('、');
    const facts = { kind: kindLabel(context, kind), occurred, ids };
    return [warnAt(context, 'data-event-perhaps-twice', first, facts)];
  });
}

/**
 * The same matter registered under two kinds of one effect: it counts in each, since the highest is
 * taken only within a kind. An accident that costs points and a grade is meant to be in two.
 */
function findMattersInTwoKinds(
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
  return [...byMatter.values()].flatMap(({ event, ids }) => {
    if (ids.size < 2) return [];
    const names = [...ids].sort().map((id) => kindLabel(context, id));
    const facts = { matter: event.matter, kinds: names.join('、') };
    return [warnAt(context, 'data-matter-in-two-kinds', event, facts)];
  });
}

function kindLabel({ set }: CheckContext, kind: string): string {
  return set.events.get(kind)?.label ?? kind;
}

/** A warning of an event, told where it stands. */
function warnAt(
  context: CheckContext,
  code: FindingCode,
  { region, place }: Pick<EventRecord, 'region' | 'place'>,
  facts: Readonly<Record<string, string>>,
): Finding {
  const found = { level: 'warning', code, region, metric: undefined, facts } as const;
  return { ...engineFinding(context, found), place };
}
