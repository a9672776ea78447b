import type { IndicatorSet } from '../indicators/index.js';
import type { Plain } from '../kernel/canonical-json.js';
import { compilePlan, type Plan } from '../plan/index.js';
import { ENGINE_VERSION } from '../scoring/index.js';

/**
 * Everything that a page needs to preview and to explain: plain JSON, of the rules alone. The
 * formulas in it are trees, so that whoever runs it needs no parser.
 */
export interface PreviewKit {
  readonly language: 1;
  readonly engine: string;
  readonly digest: string;
  readonly plan: Plan;
  /** The set with its names and words; its maps as lists of pairs. Open it with `openKit`. */
  readonly set: Plain;
}

/** A kit that was opened. */
export interface OpenedKit {
  readonly engine: string;
  readonly digest: string;
  readonly plan: Plan;
  readonly set: IndicatorSet;
}

/** Packs a set for a page. */
export function packKit(set: IndicatorSet, digest: string): PreviewKit {
  return {
    language: set.language,
    engine: ENGINE_VERSION,
    digest,
    plan: compilePlan(set),
    set: pack(set),
  };
}

/**
 * Opens what `packKit` packed, after it went through JSON. It trusts its maker: it checks nothing.
 */
export function openKit({ engine, digest, plan, set }: PreviewKit): OpenedKit {
  return { engine, digest, plan, set: unpack(set) as IndicatorSet };
}

/** The key that marks a map; no key of a set begins with a dollar. */
const MAP = '$map';

function pack(value: unknown): Plain {
  if (value instanceof Map) {
    // A pair without a second part keeps a key whose value is nothing.
    const pairs = [...(value as ReadonlyMap<string, unknown>)].map(([key, item]) =>
      item === undefined ? [key] : [key, pack(item)],
    );
    return { [MAP]: pairs };
  }
  if (Array.isArray(value)) return value.map(pack);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
        item === undefined ? [] : [[key, pack(item)]],
      ),
    );
  }
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as Plain;
  throw new TypeError(`not plain data: ${typeof value}`);
}

function unpack(value: Plain | undefined): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(unpack);
  const pairs = value[MAP];
  if (pairs !== undefined && pairs !== null && typeof pairs === 'object' && isList(pairs)) {
    return new Map(
      pairs.map((pair) => (isList(pair) ? [pair[0], unpack(pair[1])] : []) as [string, unknown]),
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
