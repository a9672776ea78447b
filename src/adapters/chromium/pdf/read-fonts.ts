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
  for (const [, body] of map.matchAll(/beginbfchar\s([^]*?)endbfchar/g)) {
    for (const [, to] of (body ?? '').matchAll(/<\w+>\s*<(\w+)>/g)) yield* fromHex(to ?? '');
  }
  for (const [, body] of map.matchAll(/beginbfrange\s([^]*?)endbfrange/g)) {
    for (const [, from, last, to] of (body ?? '').matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const length = Number.parseInt(last ?? '', 16) - Number.parseInt(from ?? '', 16);
      const first = Number.parseInt(to ?? '', 16);
      for (let i = 0; i <= length; i++) yield String.fromCharCode(first + i);
    }
  }
}

function fromHex(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
