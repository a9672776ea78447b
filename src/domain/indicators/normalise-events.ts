import type { EventKind, IndicatorNode, IndicatorSet } from './indicator-set.js';
import { sourceOf, type SetContext } from './set-context.js';
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
  for (const [key, target] of [
    ['target', event.target],
    ['veto', event.veto?.zero],
  ] as const) {
    if (target !== undefined && !nodes.has(target)) {
      reporter.fault('event-unknown-target', [...path, key], { id: target });
    }
  }
  for (const grade of [event.veto?.bar, event.veto?.grade]) {
    if (grade !== undefined && !Object.hasOwn(input.grading?.grades ?? {}, grade)) {
      reporter.fault('event-unknown-grade', [...path, 'veto'], { id: grade });
    }
  }
  if (event.group !== undefined && !Object.hasOwn(input.adjustments?.groupCaps ?? {}, event.group)) {
    reporter.fault('event-unknown-group', [...path, 'group'], { id: event.group });
  }
  return {
    id,
    label: event.label ?? id,
    effect: event.effect ?? 'bonus',
    points: event.points ?? {},
    target: event.target,
    once: event.once ?? true,
    cap: event.cap,
    group: event.group,
    veto: vetoOf(event.veto),
    source: sourceOf(event.source),
    note: event.note,
  };
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
