/** Where a value stands, where its key stands, and the same of everything below. */
export interface Spot {
  readonly key: number;
  readonly value: number;
  readonly below: ReadonlyMap<string, Spot>;
}

/** Plain data with its places. */
export interface Reading {
  readonly value: unknown;
  readonly spot: Spot;
}

/** What stands below a scalar. */
export const NOTHING: ReadonlyMap<string, Spot> = new Map();

/** Every other name is safe: maps have no prototype. These mean something to JavaScript itself. */
export const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What a plain scalar says: `true`, `false`, `null`, `~` and nothing at all are the booleans and
 * null, everything else is the text that stands there.
 */
export function plainScalar(text: string): string | boolean | null {
  if (text === 'true') return true;
  if (text === 'false') return false;
  return text === '' || text === '~' || text === 'null' ? null : text;
}
