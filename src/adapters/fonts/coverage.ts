/** Which characters a font has: a question to its `cmap` table (formats 4 and 12 of OpenType). */
export function readCoverage(sfnt: Uint8Array): (codePoint: number) => boolean {
  const view = new DataView(sfnt.buffer, sfnt.byteOffset, sfnt.byteLength);
  const ranges: (readonly [number, number])[] = [];
  const table = findTable(view, 'cmap');
  if (table === null) return () => false;
  const count = view.getUint16(table + 2);
  for (let i = 0; i < count; i++) {
    const subtable = table + view.getUint32(table + 4 + i * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, ranges);
    if (format === 12) readGroups(view, subtable, ranges);
  }
  const covered = new Set<number>();
  for (const [first, last] of ranges) for (let c = first; c <= last; c++) covered.add(c);
  return (codePoint) => covered.has(codePoint);
}

function findTable(view: DataView, wanted: string): number | null {
  const tables = view.getUint16(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + i * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(record + n)));
    if (tag === wanted) return view.getUint32(record + 8);
  }
  return null;
}

function readSegments(view: DataView, at: number, ranges: (readonly [number, number])[]): void {
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
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) ranges.push([c, c]);
    }
  }
}

function readGroups(view: DataView, at: number, ranges: (readonly [number, number])[]): void {
  const groups = view.getUint32(at + 12);
  for (let i = 0; i < groups; i++) {
    const group = at + 16 + i * 12;
    ranges.push([view.getUint32(group), view.getUint32(group + 4)]);
  }
}
