import { nearestName } from '../kernel/nearest-name.js';
import { halfWidth } from './read-number.js';

/** What a name means: an id, nothing, or more than one thing. */
export type NameReading =
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'unknown'; readonly near: string | undefined }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] };

/** Finds what a person calls something by its id, its code or its name. */
export interface Names {
  find(text: string): NameReading;
}

/**
 * The names of things, in tiers: a name of an earlier tier wins over the same name of a later one
 * (what a place is called now over what another was called once); within a tier it is ambiguous.
 * Capitals do not matter: grade `a` may be written A.
 *
 * @param tiers each a list of name and id
 */
export function createNames(
  ...tiers: readonly (readonly (readonly [name: string, id: string])[])[]
): Names {
  const known = new Map<string, ReadonlySet<string>>();
  const written = new Map<string, string>();
  for (const tier of tiers) {
    const own = new Map<string, Set<string>>();
    for (const [name, id] of tier) {
      const key = keyOf(name);
      if (known.has(key)) continue;
      own.set(key, (own.get(key) ?? new Set()).add(id));
      written.set(key, name);
    }
    for (const [key, ids] of own) known.set(key, ids);
  }
  const asked = new Map<string, NameReading>();
  const remember = (text: string, reading: NameReading): NameReading => {
    if (asked.size >= MOST_ASKED) asked.clear();
    asked.set(text, reading);
    return reading;
  };
  return {
    find(text) {
      const before = asked.get(text);
      if (before !== undefined) return before;
      const key = keyOf(text);
      const ids = [...(known.get(key) ?? [])];
      const [id] = ids;
      if (id === undefined) {
        const near = nearestName(key, known.keys());
        return { kind: 'unknown', near: near === undefined ? undefined : written.get(near) };
      }
      return ids.length === 1
        ? remember(text, { kind: 'known', id })
        : { kind: 'ambiguous', ids: ids.sort() };
    },
  };
}

/** Names as they were written that are kept: data files write the same few again and again. */
const MOST_ASKED = 2000;

function keyOf(name: string): string {
  return halfWidth(name.normalize('NFC')).toLowerCase();
}
