import { isMap, isScalar, isSeq, Scalar, type Node, type Pair } from 'yaml';
import type { FaultList } from './fault-list.js';
import { NOTHING, plainScalar, RESERVED, type Reading, type Spot } from './reading.js';
import { reportControlCharacters } from './scan-tokens.js';
import type { PlaceAt } from './text-positions.js';

interface Context {
  readonly faults: FaultList;
  readonly placeAt: PlaceAt;
}

/**
 * Turns a YAML node into plain data: maps without prototype, lists, and scalars as their text;
 * plain `true`, `false`, `null`, `~` and nothing at all become the booleans and null. Texts are
 * in Unicode's normal form C, so that one word is one text.
 */
export function readNode(node: Node | null, at: number, key: number, context: Context): Reading {
  const value = node?.range?.[0] ?? at;
  if (isMap(node)) return readMap(node.items, { key, value }, context);
  if (isSeq(node)) {
    const readings = node.items.map((item) => {
      const start = (item as Node | null)?.range?.[0] ?? value;
      return readNode(item as Node | null, start, start, context);
    });
    const below = new Map(readings.map(({ spot }, index) => [String(index), spot]));
    return { value: readings.map((reading) => reading.value), spot: { key, value, below } };
  }
  return { value: readScalar(node, value, context), spot: { key, value, below: NOTHING } };
}

function readMap(
  pairs: readonly Pair[],
  place: { readonly key: number; readonly value: number },
  context: Context,
): Reading {
  const data = Object.create(null) as Record<string, unknown>;
  const below = new Map<string, Spot>();
  for (const pair of pairs) {
    const key = readKey(pair.key as Node | null, place.value, below, context);
    const keyAt = (pair.key as Node | null)?.range?.[0] ?? place.value;
    const reading = readNode(pair.value as Node | null, keyAt, keyAt, context);
    if (key === undefined) continue;
    data[key] = reading.value;
    below.set(key, reading.spot);
  }
  return { value: data, spot: { ...place, below } };
}

function readKey(
  node: Node | null,
  at: number,
  before: ReadonlyMap<string, Spot>,
  { faults, placeAt }: Context,
): string | undefined {
  const offset = node?.range?.[0] ?? at;
  if (!isScalar(node)) {
    faults.add('yaml-complex-key', offset);
    return undefined;
  }
  const key = textOf(node);
  const first = before.get(key);
  reportControlCharacters(key, offset, faults);
  if (key === '' && node.type === Scalar.PLAIN) faults.add('yaml-empty-key', offset);
  else if (key === '<<') faults.add('yaml-merge-key', offset);
  else if (RESERVED.has(key)) faults.add('yaml-reserved-key', offset, { key });
  else if (first !== undefined) {
    const firstLine = String(placeAt(first.key).line);
    faults.add('yaml-duplicate-key', offset, { key: key.slice(0, 80), firstLine });
  } else return key;
  return undefined;
}

function readScalar(node: Node | null, at: number, { faults }: Context): unknown {
  if (!isScalar(node)) return null;
  const text = textOf(node);
  reportControlCharacters(text, at, faults);
  return node.type === Scalar.PLAIN ? plainScalar(text) : text;
}

function textOf(node: Scalar): string {
  return String(node.value).normalize('NFC');
}
