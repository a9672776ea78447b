import { comparePlaces, compareText, faultAt, type Fault, type Place } from '../kernel/fault.js';
import type { DataFaultCode } from './fault-codes.js';

/** How records of one kind are told apart. */
export interface Identity<T> {
  /** Parts that name the thing, in the order of sorting. */
  key(item: T): readonly string[];
  /** What must not differ when the same thing is said twice. */
  content(item: T): readonly (string | undefined)[];
  /** What else is kept of it: decides which of two alike is kept, so that order does not. */
  rest(item: T): readonly (string | undefined)[];
  place(item: T): Place;
  /** What it is called in the fault. */
  facts(item: T): Readonly<Record<string, string>>;
}

/**
 * Sorts the records and keeps one of those that say the same thing twice; where they contradict
 * each other, that is a fault which names both places. The order of the input does not matter.
 */
export function keepOne<T>(
  items: readonly T[],
  identity: Identity<T>,
  faults: Fault[],
  code: DataFaultCode = 'data-contradiction',
): readonly T[] {
  const sorted = [...items].sort(
    (a, b) =>
      compareTexts(identity.key(a), identity.key(b)) ||
      compareTexts(identity.content(a), identity.content(b)) ||
      compareTexts(identity.rest(a), identity.rest(b)) ||
      comparePlaces(identity.place(a), identity.place(b)),
  );
  const kept: T[] = [];
  for (const group of groups(sorted, (item) => identity.key(item).join('\u0000'))) {
    const [first] = group;
    if (first === undefined) continue;
    kept.push(first);
    const versions = groups(group, (item) => JSON.stringify(identity.content(item)));
    if (versions.length > 1) faults.push(...contradictions(group, identity, code));
  }
  return kept;
}

/** One fault at each later place, naming the first. */
function contradictions<T>(
  group: readonly T[],
  identity: Identity<T>,
  code: DataFaultCode,
): readonly Fault[] {
  const inFile = [...group].sort((a, b) => comparePlaces(identity.place(a), identity.place(b)));
  const [first, ...later] = inFile;
  if (first === undefined) return [];
  const said = JSON.stringify(identity.content(first));
  const before = identity.place(first);
  return later
    .filter((item) => JSON.stringify(identity.content(item)) !== said)
    .map((item) =>
      faultAt(identity.place(item), code, {
        ...identity.facts(item),
        here: wording(identity.content(item)),
        before: wording(identity.content(first)),
        beforeFile: before.file,
        ...(before.sheet === undefined ? {} : { beforeSheet: before.sheet }),
        beforeLine: String(before.line),
        beforeColumn: String(before.column),
      }),
    );
}

function wording(content: readonly (string | undefined)[]): string {
  return content.filter((part) => part !== undefined && part !== '').join('，');
}

function groups<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const byKey = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, [item]);
    else group.push(item);
  }
  return [...byKey.values()];
}

/** Orders lists of texts part by part; what is not there comes first. */
function compareTexts(
  a: readonly (string | undefined)[],
  b: readonly (string | undefined)[],
): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const order = compareText(a[index] ?? '', b[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
