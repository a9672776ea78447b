/** The same font under another family name: its `name` table is replaced by a small one at the end. */
export function renameFont(sfnt: Uint8Array, family: string): Uint8Array {
  const source = Buffer.from(sfnt);
  const names = ([1, 2, 4, 6] as const).map((id) => {
    const text = id === 2 ? 'Regular' : family;
    return { id, bytes: Buffer.from(text, 'utf16le').swap16() };
  });
  const header = Buffer.alloc(6 + names.length * 12);
  header.writeUInt16BE(names.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  names.forEach(({ id, bytes }, index) => {
    // Windows, Unicode, American English.
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, field) =>
      header.writeUInt16BE(value, 6 + index * 12 + field * 2),
    );
    offset += bytes.length;
  });
  const table = Buffer.concat([header, ...names.map(({ bytes }) => bytes)]);
  const start = Math.ceil(source.length / 4) * 4;
  for (let i = 0; i < source.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (source.toString('latin1', record, record + 4) !== 'name') continue;
    source.writeUInt32BE(start, record + 8);
    source.writeUInt32BE(table.length, record + 12);
  }
  return Buffer.concat([source, Buffer.alloc(start - source.length), table]);
}
