import type { NodeInput } from './node.schema.js';
import type { Reporter } from './reporter.js';
import type { SetInput } from './set.schema.js';
import type { Path } from '../kernel/fault.js';

type Items<T> = Readonly<Record<string, T>>;
type Merge<T> = (base: T, own: T, path: Path) => T;

/**
 * A derived set says only what differs: maps merge by id, `remove` deletes, everything else that
 * it says replaces what the base says. The order is the base's, with additions at the end.
 */
export function deriveSet(base: Partial<SetInput>, own: SetInput, reporter: Reporter): SetInput {
  const items = <T extends object>(key: keyof SetInput, one: Merge<T>): Items<T> | undefined => {
    const merged = mergeItems(
      base[key] as Items<T> | undefined,
      own[key] as Items<T> | undefined,
      one,
      [key],
      reporter,
    );
    return merged;
  };
  return defined({
    ...base,
    // What identifies a set is never inherited.
    issued: undefined,
    supersedes: undefined,
    amendments: undefined,
    ...own,
    labels: shallow(base.labels, own.labels),
    departments: { ...base.departments, ...own.departments },
    basis: { ...base.basis, ...own.basis },
    retired: { ...base.retired, ...own.retired },
    parameters: items('parameters', shallowItem),
    metrics: items('metrics', shallowItem),
    indicators: items<NodeInput>('indicators', (a, b, path) => mergeNode(a, b, path, reporter)),
    events: items('events', shallowItem),
    consequences: items('consequences', shallowItem),
    checks: items('checks', shallowItem),
    adjustments: shallow(base.adjustments, own.adjustments),
    score: shallow(base.score, own.score),
    marking: shallow(base.marking, own.marking),
    grading: shallow(base.grading, own.grading),
    ranking: shallow(base.ranking, own.ranking),
  }) as SetInput;
}

function mergeNode(base: NodeInput, own: NodeInput, path: Path, reporter: Reporter): NodeInput {
  const children = mergeItems(
    base.children,
    own.children,
    (a, b, childPath) => mergeNode(a, b, childPath, reporter),
    [...path, 'children'],
    reporter,
  );
  return { ...base, ...own, ...(children === undefined ? {} : { children }) };
}

function mergeItems<T extends object>(
  base: Items<T> | undefined,
  own: Items<T> | undefined,
  one: Merge<T>,
  path: Path,
  reporter: Reporter,
): Record<string, T> | undefined {
  if (base === undefined && own === undefined) return undefined;
  const merged: Record<string, T> = { ...base };
  for (const [id, item] of Object.entries(own ?? {})) {
    const known = base?.[id];
    if ('remove' in item && item.remove === true) {
      if (known === undefined) reporter.fault('set-remove-unknown', [...path, id], { id }, 'key');
      else Reflect.deleteProperty(merged, id);
    } else merged[id] = one(known ?? ({} as T), item, [...path, id]);
  }
  return merged;
}

function shallowItem<T extends object>(base: T, own: T): T {
  return { ...base, ...own };
}

function shallow<T extends object>(base: T | undefined, own: T | undefined): T | undefined {
  return base === undefined ? own : own === undefined ? base : { ...base, ...own };
}

function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}
