import { lesserOf, type Arithmetic } from '../kernel/arithmetic.js';
import { compareText } from '../kernel/fault.js';
import type { EventRecord } from '../metrics/year-data.js';
import type { CountedEvent } from './field.js';
import type { AdjustOperation, PlanEventKind } from './plan.js';

/**
 * What the register's events count for one region: only those of the year, only the highest for
 * one matter, each within the caps of its kind, its group and all. Kinds come in the set's order,
 * events of a kind by date and id, so that a cap always cuts the same ones.
 */
export function countEvents<N>(
  a: Arithmetic<N>,
  operation: AdjustOperation,
  events: readonly EventRecord[],
  region: string,
): readonly CountedEvent<N>[] {
  const room = new Map<string, N>();
  /** Takes as much of an amount as a cap still has room for. */
  const take = (key: string, cap: string | null | undefined, amount: N): N => {
    if (cap === null || cap === undefined) return amount;
    const left = room.get(key) ?? a.from(cap);
    const taken = lesserOf(a, left, amount);
    room.set(key, a.subtract(left, taken));
    return taken;
  };
  return operation.kinds.flatMap((kind) => {
    const own = events
      .filter((event) => event.region === region && event.kind === kind.id)
      .sort(
        (one, other) =>
          compareText(dateOf(operation, one) ?? '', dateOf(operation, other) ?? '') ||
          compareText(one.id, other.id),
      );
    const claims = own.map((event) => ({ event, claimed: claimOf(a, kind, event) }));
    return claims.map(({ event, claimed }): CountedEvent<N> => {
      const base = { event, effect: kind.effect, claimed };
      if (!isOfYear(operation, event)) return { ...base, counted: a.zero, reason: 'otherYear' };
      const rivals = claims.filter(
        (other) => other.event.matter === event.matter && isOfYear(operation, other.event),
      );
      const best = rivals.reduce((one, other) =>
        a.compare(other.claimed, one.claimed) > 0 ? other : one,
      );
      if (kind.once && best.event !== event)
        return { ...base, counted: a.zero, reason: 'sameMatter' };
      if (kind.effect === 'veto') return { ...base, counted: a.zero, reason: 'full' };
      const ofKind = take(`kind ${kind.id}`, kind.cap, claimed);
      const ofGroup =
        kind.group === null
          ? ofKind
          : take(`group ${kind.group}`, operation.groupCaps[kind.group], ofKind);
      const cap = kind.effect === 'bonus' ? operation.bonusCap : operation.penaltyCap;
      const counted = take(kind.effect, cap, ofGroup);
      return { ...base, counted, reason: a.compare(counted, claimed) < 0 ? 'cap' : 'full' };
    });
  });
}

function claimOf<N>(a: Arithmetic<N>, kind: PlanEventKind, event: EventRecord): N {
  const [only, ...others] = Object.values(kind.points);
  // A kind with one level needs none named; of several none is picked.
  if (event.level === undefined && others.length > 0) {
    throw new Error(`event ${event.id} of kind ${kind.id} has no level`);
  }
  const text = event.level === undefined ? only : kind.points[event.level];
  return a.multiply(a.from(text ?? '0'), a.from(event.share));
}

/** The date that decides the year, as the set says; the other one where it is not known. */
function dateOf(operation: AdjustOperation, event: EventRecord): string | undefined {
  return operation.dateCounts === 'occurred'
    ? (event.occurred ?? event.found)
    : (event.found ?? event.occurred);
}

function isOfYear(operation: AdjustOperation, event: EventRecord): boolean {
  const date = dateOf(operation, event);
  return date === undefined || (date >= operation.window.from && date <= operation.window.to);
}
