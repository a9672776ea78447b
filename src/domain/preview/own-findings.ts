import type { IndicatorSet } from '../indicators/index.js';
import type { Memory, Slot } from '../kernel/memory.js';
import { checkContext, runCheck, sortFindings } from '../metrics/findings/find-findings.js';
import { findMissingValue, needsOfRegion } from '../metrics/findings/missing-values.js';
import {
  findDroppedMetrics,
  findInValue,
  findLowTarget,
} from '../metrics/findings/own-findings.js';
import { findInRegister, findPendingExemptions } from '../metrics/findings/register-findings.js';
import { valuesFrom } from '../metrics/value-table.js';
import type { FiledTarget, Finding, SubmittedValue, YearData } from '../metrics/year-data.js';
import type { OwnStore } from './own-store.js';

/** Finds what there is to find in what the store holds. */
export type OwnFindings = (data: YearData) => readonly Finding[];

/** Prepares the checks of one region's figures: each is made again only when its figures change. */
export function createOwnFindings(
  own: IndicatorSet,
  period: string,
  store: OwnStore,
  memory: Memory,
): OwnFindings {
  const context = checkContext(own, period, valuesFrom(store, period, own));
  const checks = [
    ...own.checks.map((check) => () => runCheck(check, context)),
    ...context.regions.flatMap((region) =>
      needsOfRegion(own, region).map((need) => () => findMissingValue(context, region, need)),
    ),
  ].map((find) => memory.remember(find));
  const inValues = bySlot<SubmittedValue>(memory, (value) => findInValue(context, value));
  const inTargets = bySlot<FiledTarget>(memory, (target) => findLowTarget(context, target));
  const sorted = sortedOnce();
  return (data) => {
    const { skipped = [], events, exemptions = [] } = data;
    const found: (readonly Finding[])[] = [];
    const add = (some: readonly Finding[]): void => {
      if (some.length > 0) found.push(some);
    };
    for (const check of checks) add(check());
    for (const look of inValues(store.values())) add(look());
    if (skipped.length > 0) add(findDroppedMetrics(context, skipped));
    for (const look of inTargets(store.targets())) add(look());
    if (exemptions.length > 0) add(findPendingExemptions(context, data));
    if (events.length > 0) add(findInRegister(context, events));
    return sorted(found);
  };
}

/** Sorts findings; where the same come again, they are sorted already. */
function sortedOnce(): (found: readonly (readonly Finding[])[]) => readonly Finding[] {
  let last: readonly (readonly Finding[])[] = [];
  let sorted: readonly Finding[] = [];
  return (found) => {
    if (found.length === last.length && found.every((some, index) => some === last[index])) {
      return sorted;
    }
    last = found;
    sorted = sortFindings(found.flat());
    return sorted;
  };
}

type Slots<T> = readonly Slot<T | undefined>[];
type Look = () => readonly Finding[];

/** One computation for each slot, which finds what there is in what the slot holds. */
function bySlot<T>(
  memory: Memory,
  find: (found: T) => readonly Finding[],
): (slots: Slots<T>) => readonly Look[] {
  const known = new Map<Slot<T | undefined>, Look>();
  const lookAt = (slot: Slot<T | undefined>): Look => {
    const look =
      known.get(slot) ??
      memory.remember(() => {
        const found = memory.read(slot);
        return found === undefined ? NOTHING : find(found);
      });
    known.set(slot, look);
    return look;
  };
  let last: Slots<T> = [];
  let looks: readonly Look[] = [];
  return (slots) => {
    if (slots !== last) looks = slots.map(lookAt);
    last = slots;
    return looks;
  };
}

const NOTHING: readonly Finding[] = [];
