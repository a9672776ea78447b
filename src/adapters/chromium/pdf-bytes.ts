import { inflateSync } from 'node:zlib';

/** What a look at a PDF's bytes tells. */
export interface PdfFacts {
  readonly pages: number;
  readonly embeddedFonts: number;
  /** Every character that the fonts' maps give back as text. */
  readonly characters: ReadonlySet<string>;
}

/**
 * Looks at a PDF as Chromium writes it: objects in the open, streams deflated. It is no parser of
 * any PDF; it is the check that a page of ours was not printed empty.
 */
export function inspectPdf(pdf: Uint8Array): PdfFacts {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const characters = new Set<string>();
  for (const [, id] of text.matchAll(/\/ToUnicode (\d+) 0 R/g)) {
    const map = readStream(text, id ?? '');
    for (const character of mappedCharacters(map)) characters.add(character);
  }
  return {
    pages: count(text, /\/Type \/Page\b(?!s)/g),
    embeddedFonts: count(text, /\/FontFile[23]? \d+ 0 R/g),
    characters,
  };
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function readStream(text: string, id: string): string {
  const start = text.indexOf(`\n${id} 0 obj`);
  const open = text.indexOf('stream\n', start);
  const close = text.indexOf('\nendstream', open);
  if (start < 0 || open < 0 || close < 0) return '';
  const bytes = Buffer.from(text.slice(open + 'stream\n'.length, close), 'latin1');
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return bytes.toString('latin1');
  }
}

/** The right-hand sides of `bfchar` and `bfrange` lines: UTF-16 in hexadecimal. */
function* mappedCharacters(map: string): Generator<string> {
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

const FIXED_DATE = "D:20000101000000+00'00'";

/**
 * Takes out of a PDF what differs between two prints of the same page: its dates, and the numbers of
 * its structure elements, which the browser gives out through its whole life. Everything keeps its
 * length, so the table of offsets stays true.
 */
export function normalisePdf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const dated = text.replace(
    /\/(CreationDate|ModDate) \((D:[^)]*)\)/g,
    (whole, key: string, date: string) =>
      date.length === FIXED_DATE.length ? `/${key} (${FIXED_DATE})` : whole,
  );
  return Buffer.from(renumberElements(dated), 'latin1');
}

/** Numbers the structure elements in the order in which the file defines them. */
function renumberElements(text: string): string {
  // The tree that finds elements by number has one leaf, as Chromium writes it; with more, moving an
  // entry from one to another would move every offset.
  if (count(text, /\/Limits \[\(node/g) !== 1) return text;
  const numbers = new Map<string, string>();
  for (const [, node = ''] of text.matchAll(/\/ID \(node(\d+)\)/g)) {
    numbers.set(node, String(numbers.size + 1).padStart(node.length, '0'));
  }
  return text
    .replace(/\(node(\d+)\)/g, (_, node: string) => `(node${numbers.get(node) ?? node})`)
    .replace(
      /\/Limits \[\(node\d+\) \(node\d+\)\]\n\/Names \[([^\]]*)\]/,
      (whole, names: string) => {
        const entries = (names.match(/\(node\d+\) \d+ 0 R/g) ?? []).sort();
        const sorted = entries.join(' ');
        const first = entries[0]?.split(' ')[0] ?? '';
        const last = entries.at(-1)?.split(' ')[0] ?? '';
        const leaf = `/Limits [${first} ${last}]\n/Names [${sorted}]`;
        return leaf.length === whole.length ? leaf : whole;
      },
    );
}
