import type { PdfFile } from './pdf-file.js';

/** What a file's fonts tell. */
export interface FontFacts {
  readonly embedded: number;
  /** Every character that the fonts' maps give back as text. */
  readonly characters: ReadonlySet<string>;
}

/** Looks at a file's fonts: the check that a page was not printed empty. */
export function readFonts(file: PdfFile): FontFacts {
  const characters = new Set<string>();
  let embedded = 0;
  for (const id of file.ids()) {
    const text = file.text(id);
    if (/\/FontFile[23]? \d+ 0 R/.test(text)) embedded += 1;
    const map = /\/ToUnicode (\d+) 0 R/.exec(text)?.[1];
    if (map === undefined) continue;
    for (const character of mappedCharacters(file.stream(Number(map)))) characters.add(character);
  }
  return { embedded, characters };
}

/** The right-hand sides of `bfchar` and `bfrange` lines: UTF-16 in hexadecimal. */
export function* mappedCharacters(map: string): Generator<string> {
  for (const text of mappedCodes(map).values()) yield* fromHex(text);
}

/** The text of each code of a map, in hexadecimal UTF-16. */
export function mappedCodes(map: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const [, body = ''] of map.matchAll(/beginbfchar\s([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      texts.set(Number.parseInt(code, 16), text);
    }
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange\s([^]*?)endbfrange/g)) {
    const runs = body.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[([^\]]*)\])/g);
    for (const [, first = '', last = '', text, list] of runs) {
      const from = Number.parseInt(first, 16);
      const listed = list?.match(/\w+/g) ?? [];
      for (let code = from; code <= Number.parseInt(last, 16); code++) {
        const own = text === undefined ? listed[code - from] : later(text, code - from);
        if (own !== undefined) texts.set(code, own);
      }
    }
  }
  return texts;
}

/** A text whose last unit is greater by so much. */
function later(text: string, by: number): string {
  const unit = Number.parseInt(text.slice(-4), 16) + by;
  return `${text.slice(0, -4)}${unit.toString(16).toUpperCase().padStart(4, '0')}`;
}

function fromHex(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
