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
  const inValue = bySlot<SubmittedValue>(memory, (value) => findInValue(context, value));
  const inTarget = bySlot<FiledTarget>(memory, (target) => findLowTarget(context, target));
  return (data) => {
    const { skipped = [], events, exemptions = [] } = data;
    const findings: Finding[] = [];
    const add = (found: readonly Finding[]): void => {
      if (found.length > 0) findings.push(...found);
    };
    for (const check of checks) add(check());
    for (const slot of store.values()) add(inValue(slot)());
    if (skipped.length > 0) add(findDroppedMetrics(context, skipped));
    for (const slot of store.targets()) add(inTarget(slot)());
    if (exemptions.length > 0) add(findPendingExemptions(context, data));
    if (events.length > 1) add(findInRegister(context, events));
    return sortFindings(findings);
  };
}

/** One computation for each slot, which finds what there is in what the slot holds. */
function bySlot<T>(
  memory: Memory,
  find: (found: T) => readonly Finding[],
): (slot: Slot<T | undefined>) => () => readonly Finding[] {
  const known = new Map<Slot<T | undefined>, () => readonly Finding[]>();
  return (slot) => {
    const made = known.get(slot);
    if (made !== undefined) return made;
    const look = memory.remember(() => {
      const found = memory.read(slot);
      return found === undefined ? [] : find(found);
    });
    known.set(slot, look);
    return look;
  };
}
