import { deflateSync } from 'node:zlib';
import type { SourceFont } from './source-font.js';

/** A font with the glyphs of one document alone. */
export interface CutFont {
  /** The TrueType file, deflated. */
  readonly program: Uint8Array;
  /** Its length before that. */
  readonly length: number;
  /** `/W`, the widths of its glyphs; empty where all are as wide as they are high. */
  readonly widths: string;
  /** Which glyph stands for which text, for `/ToUnicode`. */
  readonly map: Uint8Array;
  /** The characters that can be taken out as text. */
  readonly characters: readonly string[];
}

/** A third of a fuller compression's time, for a file that is a tenth larger. */
const LEVEL = 1;

/**
 * Cuts a font to glyphs, which are numbered anew in this order: nothing of what stands in another
 * document, not even its gap, is left in it.
 *
 * @param glyphs by their old numbers; the first is the box for what is missing
 */
export function cutFont(font: SourceFont, glyphs: readonly number[]): CutFont {
  const { outlines, all } = outlinesOf(font, glyphs);
  const file = writeProgram(font, outlines, all);
  const widths = glyphs.map((glyph) => font.width(glyph));
  const texts = glyphs.map((glyph) => font.text(glyph));
  return {
    program: deflateSync(file, { level: LEVEL }),
    length: file.length,
    widths: widths.every((width) => width === '1000') ? '' : `\n/W [0 [${widths.join(' ')}]]`,
    map: Buffer.from(mapOf(texts), 'latin1'),
    characters: texts.flatMap((text) => (text === undefined ? [] : [charactersOf(text)])),
  };
}

/** The outlines of glyphs, and of the parts of which some are composed; these go last. */
function outlinesOf(
  font: SourceFont,
  glyphs: readonly number[],
): { outlines: Buffer[]; all: number[] } {
  const all = [...glyphs];
  const numbers = new Map(all.map((glyph, at) => [glyph, at]));
  const outlines: Buffer[] = [];
  for (let at = 0; at < all.length; at++) {
    const outline = font.outline(all[at] ?? 0);
    const isComposite = outline.length > 10 && outline.readInt16BE(0) < 0;
    outlines.push(isComposite ? renumberedParts(outline, numbers, all) : outline);
  }
  return { outlines, all };
}

/** A composite glyph: flags and a glyph for each part, then its place, of which the flags tell. */
function renumberedParts(outline: Buffer, numbers: Map<number, number>, all: number[]): Buffer {
  const copy = Buffer.from(outline);
  let at = 10;
  for (;;) {
    const flags = copy.readUInt16BE(at);
    const part = copy.readUInt16BE(at + 2);
    const number = numbers.get(part) ?? all.push(part) - 1;
    numbers.set(part, number);
    copy.writeUInt16BE(number, at + 2);
    const scale = flags & 0x8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
    at += 4 + (flags & 0x1 ? 4 : 2) + scale;
    if ((flags & 0x20) === 0) return copy;
  }
}

/** Of the tables that a reader of PDF needs, those that hold for every glyph, in their order. */
const SHARED = ['cvt ', 'fpgm', 'prep'];

function writeProgram(
  font: SourceFont,
  outlines: readonly Buffer[],
  all: readonly number[],
): Buffer {
  const locations = Buffer.alloc((outlines.length + 1) * 4);
  let end = 0;
  outlines.forEach((outline, at) => {
    end += (outline.length + 3) & ~3;
    locations.writeUInt32BE(end, at * 4 + 4);
  });
  const copyOf = (tag: string): Buffer => Buffer.from(font.tables.get(tag) ?? []);
  const [head, hhea, maxp] = [copyOf('head'), copyOf('hhea'), copyOf('maxp')];
  head.writeUInt32BE(0, 8);
  head.writeInt16BE(1, 50);
  hhea.writeUInt16BE(all.length, 34);
  maxp.writeUInt16BE(all.length, 4);
  const tables: [string, readonly Buffer[]][] = [
    ['glyf', outlines],
    ['head', [head]],
    ['hhea', [hhea]],
    ['hmtx', [Buffer.concat(all.map((glyph) => font.metrics(glyph)))]],
    ['loca', [locations]],
    ['maxp', [maxp]],
  ];
  for (const tag of SHARED) if (font.tables.has(tag)) tables.push([tag, [copyOf(tag)]]);
  tables.sort(([a], [b]) => (a < b ? -1 : 1));
  return assemble(tables);
}

/** Puts tables together, each of parts that begin on a multiple of four. */
function assemble(tables: readonly (readonly [string, readonly Buffer[]])[]): Buffer {
  const padded = (length: number): number => (length + 3) & ~3;
  const lengths = tables.map(([, parts]) =>
    parts.length === 1
      ? (parts[0]?.length ?? 0)
      : parts.reduce((sum, part) => sum + padded(part.length), 0),
  );
  const start = 12 + tables.length * 16;
  const file = Buffer.alloc(lengths.reduce((sum, length) => sum + padded(length), start));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  file.writeUInt32BE(0x10000, 0);
  file.writeUInt16BE(tables.length, 4);
  file.writeUInt16BE(power * 16, 6);
  file.writeUInt16BE(Math.log2(power), 8);
  file.writeUInt16BE((tables.length - power) * 16, 10);
  let at = start;
  let headAt = 0;
  tables.forEach(([tag, parts], index) => {
    const length = lengths[index] ?? 0;
    if (tag === 'head') headAt = at;
    let to = at;
    for (const part of parts) {
      part.copy(file, to);
      to += padded(part.length);
    }
    const record = 12 + index * 16;
    file.write(tag, record, 'latin1');
    file.writeUInt32BE(sumOf(file, at, at + padded(length)), record + 4);
    file.writeUInt32BE(at, record + 8);
    file.writeUInt32BE(length, record + 12);
    at += padded(length);
  });
  file.writeUInt32BE((0xb1b0afba - sumOf(file, 0, file.length)) >>> 0, headAt + 8);
  return file;
}

function sumOf(file: Buffer, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 4) sum = (sum + file.readUInt32BE(at)) | 0;
  return sum >>> 0;
}

/** A CMap as Adobe's notes on ToUnicode have it; a run of glyphs is a list of their texts. */
function mapOf(texts: readonly (string | undefined)[]): string {
  const runs: string[] = [];
  for (let first = 0; first < texts.length;) {
    // A run stays within one high byte, and a block holds at most a hundred runs.
    let last = first;
    const isMapped = (at: number): boolean => texts[at] !== undefined;
    while (last + 1 < texts.length && (last + 1) % 256 !== 0 && isMapped(last + 1)) last += 1;
    const list = texts.slice(first, last + 1).map((text) => `<${text ?? ''}>`);
    if (isMapped(first)) runs.push(`<${hex(first)}> <${hex(last)}> [${list.join(' ')}]`);
    first = isMapped(first) ? last + 1 : first + 1;
  }
  const blocks: string[] = [];
  for (let at = 0; at < runs.length; at += 100) {
    const block = runs.slice(at, at + 100);
    blocks.push(`${block.length} beginbfrange\n${block.join('\n')}\nendbfrange\n`);
  }
  return `${MAP_HEAD}${blocks.join('')}${MAP_FOOT}`;
}

const MAP_HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<<  /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;
const MAP_FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function charactersOf(text: string): string {
  const units = text.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}
