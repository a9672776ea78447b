import { writeTrueType } from '../../../src/adapters/fonts/write-true-type.js';

/**
 * A small OpenType font with CFF outlines: a box for 一 with one rounded side, 1000 wide by `hmtx`,
 * whatever its outline says of its width.
 */
export function cffFont(): Buffer {
  const named = { family: '试制仿宋', postScript: 'Trial', copyright: '', unitsPerEm: 1000 };
  const blank = { codePoints: [], advance: 1000, outline: new Uint8Array(0) };
  const base = Buffer.from(
    writeTrueType(named, [blank, { codePoints: [0x4e00], advance: 1000, outline: BOX }]),
  );
  const tables = new Map<string, Buffer>();
  for (let i = 0; i < base.readUInt16BE(4); i++) {
    const at = 12 + i * 16;
    const start = base.readUInt32BE(at + 8);
    tables.set(
      base.toString('latin1', at, at + 4),
      base.subarray(start, start + base.readUInt32BE(at + 12)),
    );
  }
  tables.delete('glyf');
  tables.delete('loca');
  tables.set('CFF ', cff());
  const head = Buffer.alloc(12 + tables.size * 16);
  head.write('OTTO', 'latin1');
  head.writeUInt16BE(tables.size, 4);
  const parts = [head];
  let at = head.length;
  [...tables].sort().forEach(([tag, bytes], i) => {
    const record = 12 + i * 16;
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(at, record + 8);
    head.writeUInt32BE(bytes.length, record + 12);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    parts.push(padded);
    at += padded.length;
  });
  return Buffer.concat(parts);
}

/** Something for the other font to be written with. */
const BOX = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

function cff(): Buffer {
  const number = (value: number): number[] => [28, (value >> 8) & 0xff, value & 0xff];
  const wide = (value: number): number[] => [29, 0, 0, value >> 8, value & 0xff];
  const index = (items: readonly (readonly number[])[]): number[] => {
    if (items.length === 0) return [0, 0];
    const offsets = [1];
    for (const item of items) offsets.push((offsets.at(-1) ?? 1) + item.length);
    return [0, items.length, 1, ...offsets, ...items.flat()];
  };
  const [RMOVETO, HLINETO, RRCURVETO, ENDCHAR] = [21, 6, 8, 14];
  // The first number is a width, 250, which is not the one of hmtx.
  const box = [
    ...[250, 100, 0].flatMap(number),
    RMOVETO,
    ...number(800),
    HLINETO,
    ...[0, 200, 0, 200, 0, 100].flatMap(number),
    RRCURVETO,
    ...number(-800),
    HLINETO,
    ENDCHAR,
  ];
  const header = [1, 0, 4, 1];
  const name = index([[84]]);
  const strings = index([]);
  const subroutines = index([]);
  const charStrings = index([[ENDCHAR], box]);
  const topLength = 5 + 1 + 10 + 1;
  const start = header.length + name.length + (5 + topLength) + strings.length + subroutines.length;
  const top = [...[...wide(start), 17], ...[...wide(0), ...wide(start + charStrings.length), 18]];
  return Buffer.from([
    ...header,
    ...name,
    ...index([top]),
    ...strings,
    ...subroutines,
    ...charStrings,
  ]);
}
