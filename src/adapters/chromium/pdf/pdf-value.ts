/**
 * A value of a PDF. A token is kept as it is written: a number, a name with its slash, a string with
 * its brackets, `true`, `null`. Nothing is lost by reading it and writing it again.
 */
export type PdfValue =
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'reference'; readonly id: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

/** Names, without their slash, and values in the order of writing. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A PDF that is not as Chromium writes it; nothing is done to it by guess. */
export class UnexpectedPdf extends Error {}

/** Makes a token of a number, with as many decimals as a printer can tell apart. */
export function number(value: number): PdfValue {
  const text = value.toFixed(5).replace(/\.?0+$/, '');
  return { kind: 'token', text: text === '-0' ? '0' : text };
}

/** Makes a name; the slash is added. */
export function name(text: string): PdfValue {
  return { kind: 'token', text: `/${text}` };
}

/** Makes a reference to an object. */
export function reference(id: number): PdfValue {
  return { kind: 'reference', id };
}

/** Makes an array. */
export function array(items: readonly PdfValue[]): PdfValue {
  return { kind: 'array', items };
}

/** Makes a dictionary. */
export function dictionary(entries: Iterable<readonly [string, PdfValue]>): PdfDictionary {
  return { kind: 'dictionary', entries: new Map(entries) };
}

/** Makes a text: big-endian UTF-16 in hexadecimal, which any reader of PDF understands. */
export function text(value: string): PdfValue {
  const units = Array.from({ length: value.length }, (_, at) => value.charCodeAt(at));
  const hex = units.map((unit) => unit.toString(16).padStart(4, '0')).join('');
  return { kind: 'token', text: `<FEFF${hex.toUpperCase()}>` };
}

/** The same dictionary with some entries put in or replaced; `null` takes one out. */
export function changed(
  of: PdfDictionary,
  entries: Readonly<Record<string, PdfValue | null>>,
): PdfDictionary {
  const all = new Map(of.entries);
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) all.delete(key);
    else all.set(key, value);
  }
  return { kind: 'dictionary', entries: all };
}

/** Writes a value. */
export function writeValue(value: PdfValue): string {
  switch (value.kind) {
    case 'token':
      return value.text;
    case 'reference':
      return `${value.id} 0 R`;
    case 'array':
      return `[${value.items.map(writeValue).join(' ')}]`;
    case 'dictionary': {
      const entries = [...value.entries].map(([key, inner]) => `/${key} ${writeValue(inner)}`);
      return `<<${entries.join('\n')}>>`;
    }
  }
}

/** The same value with every reference to one of these objects turned into another. */
export function redirected(value: PdfValue, to: ReadonlyMap<number, number>): PdfValue {
  switch (value.kind) {
    case 'token':
      return value;
    case 'reference':
      return reference(to.get(value.id) ?? value.id);
    case 'array':
      return array(value.items.map((item) => redirected(item, to)));
    case 'dictionary':
      return dictionary(
        [...value.entries].map(([key, inner]) => [key, redirected(inner, to)] as const),
      );
  }
}

/** The value as a dictionary; an absent one is empty. */
export function asDictionary(value: PdfValue | undefined): PdfDictionary {
  if (value === undefined) return dictionary([]);
  if (value.kind !== 'dictionary') throw new UnexpectedPdf(`字典写成了 ${value.kind}`);
  return value;
}

/** The value as the items of an array; an absent one is empty, a single value is one item. */
export function asItems(value: PdfValue | undefined): readonly PdfValue[] {
  if (value === undefined) return [];
  return value.kind === 'array' ? value.items : [value];
}

/** The value as a number. */
export function asNumber(value: PdfValue | undefined): number {
  const found = value?.kind === 'token' ? Number(value.text) : Number.NaN;
  if (Number.isNaN(found)) throw new UnexpectedPdf('数字写成了其他内容');
  return found;
}

/** The number of the object that the value refers to. */
export function asReference(value: PdfValue | undefined): number {
  if (value?.kind !== 'reference') throw new UnexpectedPdf('引用写成了其他内容');
  return value.id;
}

/** Whether the value is this token. */
export function isToken(value: PdfValue | undefined, wanted: string): boolean {
  return value?.kind === 'token' && value.text === wanted;
}
