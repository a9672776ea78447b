/** A glyph of a font that is to be written. */
export interface Glyph {
  readonly codePoints: readonly number[];
  readonly advance: number;
  /** An entry of `glyf`: a simple glyph, or nothing for a blank. */
  readonly outline: Uint8Array;
}

/** What a font is called and how it is measured. */
export interface FontTitle {
  readonly family: string;
  readonly postScript: string;
  /** Where it comes from, with the copyright line of the original. */
  readonly copyright: string;
  readonly unitsPerEm: number;
}

/**
 * All our fonts stand in their line alike: the square of a 汉字 is 0.88 em above the baseline and
 * 0.12 below, and nothing is added between lines. So a mixture of faces never moves a line.
 */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** 2000-01-01, counted as fonts do from 1904: the same input gives the same file. */
const DATED = 3029529600;

/**
 * Writes a TrueType font of simple glyphs. We write it ourselves, because the family's name, the
 * measures and single advances are to be set, and fonts are to be put together from slices.
 *
 * @param glyphs in the order of their ids, the first being the box for what is missing
 */
export function writeTrueType(title: FontTitle, glyphs: readonly Glyph[]): Uint8Array {
  const locations: number[] = [0];
  let length = 0;
  for (const glyph of glyphs) locations.push((length += (glyph.outline.length + 3) & ~3));
  const glyf = new Uint8Array(length);
  glyphs.forEach((glyph, i) => glyf.set(glyph.outline, locations[i] ?? 0));
  const box = measure(glyphs);
  return assemble({
    'OS/2': os2(title, glyphs),
    cmap: cmap(glyphs),
    glyf,
    head: head(title, box),
    hhea: hhea(title, glyphs, box),
    hmtx: pack(glyphs.flatMap((glyph) => [u16(glyph.advance), u16(edges(glyph)?.xMin ?? 0)])),
    loca: pack(locations.map(u32)),
    maxp: pack([
      u32(0x10000),
      ...[glyphs.length, box.points, box.contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0].map(u16),
    ]),
    name: name(title),
    // Version 3: no glyph names. Underlines as wide as the standard's thin rules.
    post: pack([
      u32(0x30000),
      u32(0),
      u16(-0.1 * title.unitsPerEm),
      u16(0.05 * title.unitsPerEm),
      ...[0, 0, 0, 0, 0].map(u32),
    ]),
  });
}

interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
  readonly points: number;
  readonly contours: number;
}

function edges(glyph: Glyph): Box | null {
  if (glyph.outline.length === 0) return null;
  const view = new DataView(glyph.outline.buffer, glyph.outline.byteOffset, glyph.outline.length);
  const contours = view.getInt16(0);
  return {
    xMin: view.getInt16(2),
    yMin: view.getInt16(4),
    xMax: view.getInt16(6),
    yMax: view.getInt16(8),
    contours,
    points: view.getUint16(8 + contours * 2) + 1,
  };
}

function measure(glyphs: readonly Glyph[]): Box {
  const all = glyphs.flatMap((glyph) => edges(glyph) ?? []);
  const least = (of: (box: Box) => number): number => all.reduce((a, b) => Math.min(a, of(b)), 0);
  const most = (of: (box: Box) => number): number => all.reduce((a, b) => Math.max(a, of(b)), 0);
  return {
    xMin: least((box) => box.xMin),
    yMin: least((box) => box.yMin),
    xMax: most((box) => box.xMax),
    yMax: most((box) => box.yMax),
    points: most((box) => box.points),
    contours: most((box) => box.contours),
  };
}

type Field = readonly [bytes: 1 | 2 | 4, value: number];
const u16 = (value: number): Field => [2, Math.round(value)];
const u32 = (value: number): Field => [4, value];

function pack(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 4) view.setUint32(at, value);
    else if (size === 2) view.setUint16(at, value);
    else view.setUint8(at, value);
    at += size;
  }
  return bytes;
}

function head(title: FontTitle, box: Box): Uint8Array {
  return pack([
    ...[0x10000, 0x10000, 0, 0x5f0f3cf5].map(u32),
    // Baseline at y=0, left edge where the outline says.
    ...[3, title.unitsPerEm].map(u16),
    ...[0, DATED, 0, DATED].map(u32),
    ...[box.xMin, box.yMin, box.xMax, box.yMax, 0, 6, 2, 1, 0].map(u16),
  ]);
}

function hhea({ unitsPerEm }: FontTitle, glyphs: readonly Glyph[], box: Box): Uint8Array {
  const widest = glyphs.reduce((width, glyph) => Math.max(width, glyph.advance), 0);
  return pack([
    u32(0x10000),
    ...[ASCENT * unitsPerEm, -DESCENT * unitsPerEm, 0, widest, box.xMin, 0, box.xMax].map(u16),
    ...[1, 0, 0, 0, 0, 0, 0, 0, glyphs.length].map(u16),
  ]);
}

function os2({ unitsPerEm }: FontTitle, glyphs: readonly Glyph[]): Uint8Array {
  const points = glyphs.flatMap((glyph) => glyph.codePoints);
  const [first, last] = points.reduce(([a, b], c) => [Math.min(a, c), Math.max(b, c)], [0xffff, 0]);
  const em = (part: number): Field => u16(part * unitsPerEm);
  return pack([
    // Weight 400 whatever the strokes are: our families have one face each, named by its use.
    ...[4, unitsPerEm, 400, 5, 0].map(u16),
    ...[0.65, 0.6, 0, 0.075, 0.65, 0.6, 0, 0.35, 0.05, 0.26].map(em),
    u16(0),
    ...Array.from({ length: 10 }, (): Field => [1, 0]),
    // Latin, CJK symbols, CJK ideographs.
    ...[1, (1 << 16) | (1 << 27), 0, 0].map(u32),
    u32(0x4b48454e),
    ...[0x40, Math.min(first, 0xffff), Math.min(last, 0xffff)].map(u16),
    ...[ASCENT, -DESCENT, 0, ASCENT, DESCENT].map(em),
    // Code pages: Latin 1 and simplified Chinese.
    ...[1 | (1 << 18), 0].map(u32),
    ...[0.5, 0.7].map(em),
    ...[0, 32, 1].map(u16),
  ]);
}

function cmap(glyphs: readonly Glyph[]): Uint8Array {
  const pairs = glyphs
    .flatMap((glyph, id) => glyph.codePoints.map((code) => ({ code, id })))
    .sort((a, b) => a.code - b.code);
  const runs: { first: number; last: number; id: number }[] = [];
  for (const { code, id } of pairs) {
    const run = runs.at(-1);
    if (run !== undefined && code === run.last + 1 && id === run.id + code - run.first)
      run.last = code;
    else runs.push({ first: code, last: code, id });
  }
  const low = [...runs.filter((run) => run.last < 0xffff), { first: 0xffff, last: 0xffff, id: 0 }];
  const power = 2 ** Math.floor(Math.log2(low.length));
  const format4 = pack(
    [
      ...[4, 16 + low.length * 8, 0, low.length * 2],
      ...[power * 2, Math.log2(power), (low.length - power) * 2],
      ...low.map((run) => run.last),
      0,
      ...low.map((run) => run.first),
      ...low.map((run) => (run.id - run.first) & 0xffff),
      ...low.map(() => 0),
    ].map(u16),
  );
  const format12 = pack([
    ...[12, 0].map(u16),
    ...[16 + runs.length * 12, 0, runs.length].map(u32),
    ...runs.flatMap((run) => [run.first, run.last, run.id]).map(u32),
  ]);
  // A short table cannot hold more than 64 KB: such a font has the long one only.
  const fits = format4.length < 0x10000;
  const short = fits ? format4 : new Uint8Array(0);
  const records = fits ? 2 : 1;
  const start = 4 + records * 8;
  return join([
    pack([
      ...[0, records].map(u16),
      ...(fits ? [u16(3), u16(1), u32(start)] : []),
      ...[u16(3), u16(10), u32(start + short.length)],
    ]),
    short,
    format12,
  ]);
}

function name(title: FontTitle): Uint8Array {
  const texts: readonly (readonly [number, string])[] = [
    [0, title.copyright],
    [1, title.family],
    [2, 'Regular'],
    [3, title.postScript],
    [4, title.family],
    [5, 'Version 1.0'],
    [6, title.postScript],
  ];
  const storage = texts.flatMap(([, text]) =>
    Array.from({ length: text.length }, (_, i) => u16(text.charCodeAt(i))),
  );
  let at = 0;
  const records = texts.flatMap(([id, text]) => {
    const record = [3, 1, 0x409, id, text.length * 2, at];
    at += text.length * 2;
    return record;
  });
  return pack([...[0, texts.length, 6 + texts.length * 12, ...records].map(u16), ...storage]);
}

function assemble(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const fields: Field[] = [
    u32(0x10000),
    ...[entries.length, power * 16, Math.log2(power), (entries.length - power) * 16].map(u16),
  ];
  const parts: Uint8Array[] = [];
  let at = 12 + entries.length * 16;
  for (const [tag, bytes] of entries) {
    const padded = join([bytes, new Uint8Array(-bytes.length & 3)]);
    for (const letter of tag) fields.push([1, letter.charCodeAt(0)]);
    fields.push(u32(checksum(padded)), u32(at), u32(bytes.length));
    parts.push(padded);
    at += padded.length;
  }
  const file = join([pack(fields), ...parts]);
  const view = new DataView(file.buffer);
  const headAt = view.getUint32(12 + entries.findIndex(([tag]) => tag === 'head') * 16 + 8);
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
}

function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
