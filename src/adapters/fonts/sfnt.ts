import { inflateSync } from 'node:zlib';

/** A font file opened for reading: which glyph a character has, and the glyph's outline as bytes. */
export interface Sfnt {
  readonly unitsPerEm: number;
  readonly glyphs: number;
  /** Glyph by code point. */
  readonly cmap: ReadonlyMap<number, number>;
  advance(glyph: number): number;
  /** The glyph's entry in `glyf`; empty for a blank, and in fonts with outlines of another kind. */
  outline(glyph: number): DataView;
  /** A text of the `name` table, such as 6 for the PostScript name. */
  name(id: number): string | null;
  has(table: string): boolean;
  /** Licence bits of OS/2: whether the maker forbids that the font is embedded in documents. */
  readonly forbidsEmbedding: boolean;
}

/** Opens a TrueType, OpenType or WOFF file; an error says that it is none. */
export function readSfnt(file: Uint8Array): Sfnt {
  const tables = readTables(file);
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`字体缺少 ${tag} 表`);
    return found;
  };
  const glyphs = table('maxp').getUint16(4);
  const metrics = table('hhea').getUint16(34);
  const hmtx = table('hmtx');
  const isLong = table('head').getInt16(50) === 1;
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  const at = (glyph: number): number =>
    loca === undefined ? 0 : isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const os2 = tables.get('OS/2');
  return {
    unitsPerEm: table('head').getUint16(18),
    glyphs,
    cmap: readCmap(table('cmap')),
    advance: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    outline(glyph) {
      if (glyf === undefined || glyph >= glyphs) return EMPTY;
      return new DataView(glyf.buffer, glyf.byteOffset + at(glyph), at(glyph + 1) - at(glyph));
    },
    name: (id) => readName(tables.get('name'), id),
    has: (tag) => tables.has(tag),
    // Bits 0-3: 2 alone means "restricted licence".
    forbidsEmbedding: os2 !== undefined && (os2.getUint16(8) & 0xf) === 2,
  };
}

const EMPTY = new DataView(new ArrayBuffer(0));

/** Tables are unpacked when they are asked for: those for layout never are. */
function readTables(file: Uint8Array): Pick<ReadonlyMap<string, DataView>, 'get' | 'has'> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const kind = view.byteLength < 12 ? 0 : view.getUint32(0);
  const isWoff = kind === 0x774f4646;
  if (!isWoff && ![0x00010000, 0x4f54544f, 0x74727565].includes(kind)) {
    throw new Error('不是 TrueType 或 OpenType 字体文件');
  }
  const count = view.getUint16(isWoff ? 12 : 4);
  const open = new Map<string, DataView>();
  const closed = new Map<string, () => DataView>();
  for (let i = 0; i < count; i++) {
    const record = isWoff ? 44 + i * 20 : 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(record + n)));
    const start = view.getUint32(record + (isWoff ? 4 : 8));
    const length = view.getUint32(record + (isWoff ? 8 : 12));
    closed.set(tag, () => {
      const stored = file.subarray(start, start + length);
      const isPacked = isWoff && length < view.getUint32(record + 12);
      const bytes = isPacked ? inflateSync(stored) : stored;
      return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    });
  }
  return {
    has: (tag) => closed.has(tag),
    get(tag) {
      const found = open.get(tag) ?? closed.get(tag)?.();
      if (found !== undefined) open.set(tag, found);
      return found;
    },
  };
}

/** Formats 4 and 12 of `cmap`; a longer subtable adds to a shorter one. */
function readCmap(view: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < view.getUint16(2); i++) {
    const subtable = view.getUint32(4 + i * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, glyphs);
    if (format === 12) readGroups(view, subtable, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const offsets = deltas + segments * 2;
  for (let i = 0; i < segments; i++) {
    const first = view.getUint16(starts + i * 2);
    const last = view.getUint16(ends + i * 2);
    const delta = view.getUint16(deltas + i * 2);
    const offset = view.getUint16(offsets + i * 2);
    for (let c = first; c <= last && c !== 0xffff; c++) {
      const listed = offset === 0 ? c : view.getUint16(offsets + i * 2 + offset + (c - first) * 2);
      const glyph = (listed + delta) & 0xffff;
      if (listed !== 0 && glyph !== 0) glyphs.set(c, glyph);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    const first = view.getUint32(group);
    const last = view.getUint32(group + 4);
    for (let c = first; c <= last; c++) glyphs.set(c, view.getUint32(group + 8) + c - first);
  }
}

/** Windows' UTF-16 names; Chinese (0x804) before others, for it is shown to the user. */
function readName(view: DataView | undefined, id: number): string | null {
  if (view === undefined) return null;
  let found: string | null = null;
  const storage = view.getUint16(4);
  for (let i = 0; i < view.getUint16(2); i++) {
    const at = 6 + i * 12;
    if (view.getUint16(at) !== 3 || view.getUint16(at + 6) !== id) continue;
    const start = storage + view.getUint16(at + 10);
    let text = '';
    for (let n = 0; n < view.getUint16(at + 8); n += 2) {
      text += String.fromCharCode(view.getUint16(start + n));
    }
    if (found === null || view.getUint16(at + 4) === 0x804) found = text;
  }
  return found;
}
