import type { Path } from '../kernel/fault.js';
import type { EventKind, IndicatorNode, IndicatorSet } from './indicator-set.js';
import { checkNotNegative, reportUnknown, sourceOf, type SetContext } from './set-context.js';
import type { SetInput } from './set.schema.js';

type EventInput = NonNullable<SetInput['events']>[string];

/** The kinds of events, held against the tree and the grades. */
export function normaliseEvents(
  context: SetContext,
  nodes: ReadonlyMap<string, IndicatorNode>,
): ReadonlyMap<string, EventKind> {
  const { input } = context;
  const kinds = new Map<string, EventKind>();
  for (const [id, event] of Object.entries(input.events ?? {})) {
    kinds.set(id, normaliseEvent(context, id, event, nodes));
  }
  return kinds;
}

function normaliseEvent(
  context: SetContext,
  id: string,
  event: EventInput,
  nodes: ReadonlyMap<string, IndicatorNode>,
): EventKind {
  const { reporter, input } = context;
  const path = ['events', id];
  const incomplete = (key: string): void => {
    reporter.fault('event-incomplete', path, { id, key }, 'key');
  };
  if (event.label === undefined) incomplete('label');
  if (event.effect === undefined) incomplete('effect');
  if (event.effect !== 'veto' && Object.keys(event.points ?? {}).length === 0) incomplete('points');
  if (event.effect === 'veto' && Object.keys(event.veto ?? {}).length !== 1) incomplete('veto');
  const grades = Object.keys(input.grading?.grades ?? {});
  for (const key of ['bar', 'grade'] as const) {
    const grade = event.veto?.[key];
    if (grade === undefined || grades.includes(grade)) continue;
    reportUnknown(reporter, 'event-unknown-grade', [...path, 'veto', key], grade, grades);
  }
  const groups = Object.keys(input.adjustments?.groupCaps ?? {});
  if (event.group !== undefined && !groups.includes(event.group)) {
    reportUnknown(reporter, 'event-unknown-group', [...path, 'group'], event.group, groups);
  }
  checkTargets(context, path, event, nodes);
  const last = grades.at(-1);
  if (last !== undefined && event.veto?.bar === last) {
    reporter.fault('event-bars-last', [...path, 'veto', 'bar'], { id: last });
  }
  const unwanted = event.effect === 'veto' ? VETO_NEEDS_NOT : (['veto'] as const);
  for (const key of event.effect === undefined ? [] : unwanted) {
    if (event[key] !== undefined) {
      reporter.fault('event-unwanted-key', [...path, key], { id, key }, 'key');
    }
  }
  checkNotNegative(context, [...path, 'cap'], event.cap);
  for (const [level, points] of Object.entries(event.points ?? {})) {
    checkNotNegative(context, [...path, 'points', level], points);
  }
  const levels = Object.keys(event.points ?? {});
  for (const level of Object.keys(event.levels ?? {})) {
    if (levels.includes(level)) continue;
    const at = [...path, 'levels', level];
    reportUnknown(reporter, 'event-unknown-level', at, level, levels, 'key');
  }
  return {
    id,
    label: event.label ?? id,
    effect: event.effect ?? 'bonus',
    points: event.points ?? {},
    levels: event.levels ?? {},
    target: event.target,
    once: event.once ?? true,
    cap: event.cap,
    group: event.group,
    veto: vetoOf(event.veto),
    source: sourceOf(event.source),
    note: event.note,
  };
}

/** What an event changes: a node that is there, and that only sums stand above. */
function checkTargets(
  { reporter }: SetContext,
  path: Path,
  event: EventInput,
  nodes: ReadonlyMap<string, IndicatorNode>,
): void {
  for (const [at, target] of [
    [[...path, 'target'], event.target],
    [[...path, 'veto', 'zero'], event.veto?.zero],
  ] as const) {
    if (target === undefined) continue;
    const mean = meanAbove(nodes, target);
    if (!nodes.has(target))
      reportUnknown(reporter, 'event-unknown-target', at, target, nodes.keys());
    else if (mean !== undefined) {
      reporter.fault('event-target-in-mean', at, { id: target, node: mean });
    }
  }
}

const VETO_NEEDS_NOT = ['points', 'levels', 'target', 'cap', 'group'] as const;

/** The nearest block above a node that takes a mean: points below it cannot be added to. */
function meanAbove(nodes: ReadonlyMap<string, IndicatorNode>, id: string): string | undefined {
  let above = nodes.get(nodes.get(id)?.parent ?? '');
  while (above !== undefined) {
    if (above.kind === 'block' && above.aggregate !== 'sum') return above.id;
    above = nodes.get(above.parent ?? '');
  }
  return undefined;
}

function vetoOf(veto: EventInput['veto']): EventKind['veto'] {
  if (veto?.zero !== undefined) return { kind: 'zero', node: veto.zero };
  if (veto?.lower !== undefined) return { kind: 'lower', by: veto.lower };
  if (veto?.bar !== undefined) return { kind: 'bar', grade: veto.bar };
  return veto?.grade === undefined ? undefined : { kind: 'grade', grade: veto.grade };
}

/** How bonuses, penalties and vetoes work together; every default filled. */
export function normaliseAdjustments(context: SetContext): IndicatorSet['adjustments'] {
  const given = context.input.adjustments;
  const order = given?.order ?? [];
  for (const key of ['bonusCap', 'penaltyCap'] as const) {
    checkNotNegative(context, ['adjustments', key], given?.[key]);
  }
  for (const [group, cap] of Object.entries(given?.groupCaps ?? {})) {
    checkNotNegative(context, ['adjustments', 'groupCaps', group], cap);
  }
  const rest = (['bonus', 'penalty', 'veto'] as const).filter((step) => !order.includes(step));
  return {
    bonusCap: given?.bonusCap,
    penaltyCap: given?.penaltyCap,
    groupCaps: given?.groupCaps ?? {},
    mayPassFullPoints: given?.mayPassFullPoints ?? false,
    order: [...new Set(order), ...rest],
    dateCounts: given?.dateCounts ?? 'occurred',
    vetoedRank: given?.vetoedRank ?? 'keep',
    vetoedPlace: given?.vetoedPlace ?? 'lapses',
  };
}
