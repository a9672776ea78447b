/** Plain data that JSON can hold exactly: whole numbers only, decimals as text. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** Plain data in which some lists are canonical text already. */
export type Hashable =
  Plain | CanonicalList | readonly Hashable[] | { readonly [key: string]: Hashable | undefined };

/** A list whose members were turned into canonical text before, sorted by that text. */
export class CanonicalList {
  readonly text: string;

  constructor(items: readonly Hashable[]) {
    this.text = `[${items.map(canonicalJson).sort().join(',')}]`;
  }
}

/**
 * The one text of plain data, by RFC 8785: keys sorted by UTF-16 code units, no white space. Texts
 * are set to Unicode NFC first, so that the same word typed in two ways hashes alike. Keys without
 * a value are left out.
 *
 * @throws RangeError for a number that is no safe whole number: decimals travel as text
 * @example canonicalJson({ b: 1, a: ['x'] }) // '{"a":["x"],"b":1}'
 */
export function canonicalJson(value: Hashable): string {
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${String(value)}`);
    return String(value === 0 ? 0 : value);
  }
  if (value instanceof CanonicalList) return value.text;
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  // Keys that are typed alike in two ways are sorted by what they become.
  const members = Object.keys(value).map((key) => [composed(key), value[key]] as const);
  let text = '';
  for (const [key, item] of members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (item !== undefined)
      text += `${text === '' ? '' : ','}${textOf(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/** Texts that need neither composing nor escaping: most of what is hashed. */
const ASCII = /^[\w .,:;@/+*()<>=^-]*$/;

function composed(text: string): string {
  return ASCII.test(text) ? text : text.normalize('NFC');
}

function textOf(text: string): string {
  return ASCII.test(text) ? `"${text}"` : JSON.stringify(text.normalize('NFC'));
}

function isList(value: Hashable): value is readonly Hashable[] {
  return Array.isArray(value);
}

/**
 * Makes plain data of what the domain holds: maps become lists of pairs, in their order.
 *
 * @example toPlain(new Map([['a', 1]])) // [['a', 1]]
 */
export function toPlain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  if (value instanceof Map) return [...value].map((pair) => toPlain(pair));
  if (value instanceof Set) return [...value].map((item) => toPlain(item));
  if (Array.isArray(value)) return value.map((item) => toPlain(item));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
        item === undefined ? [] : [[key, toPlain(item)]],
      ),
    );
  }
  throw new TypeError(`not plain data: ${typeof value}`);
}
