import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A part as it is to be packed; what is left out is as it should be. */
export interface Part {
  readonly content: Buffer;
  /** What the directory says of the size. */
  readonly size?: number;
  readonly crc?: number;
  readonly isEncrypted?: boolean;
  /** Points at the bytes of an earlier part instead of its own. */
  readonly sameBytesAs?: string;
}

/** Takes a package that hucre wrote apart. */
export function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const parts = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
    const isStored = buffer.readUInt16LE(at + 10) === 0;
    parts.set(name, (isStored ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return parts;
}

/** Packs parts, lies included. */
export function zip(parts: ReadonlyMap<string, string | Part>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const offsets = new Map<string, { readonly offset: number; readonly packed: number }>();
  let offset = 0;
  for (const [name, given] of parts) {
    const part: Part = typeof given === 'string' ? { content: Buffer.from(given) } : given;
    const packed = deflateRawSync(part.content, { level: 9 });
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(title.length, 26);
    const shared = part.sameBytesAs === undefined ? undefined : offsets.get(part.sameBytesAs);
    const own = shared ?? { offset, packed: packed.length };
    offsets.set(name, own);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(part.isEncrypted === true ? 1 : 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(part.crc ?? crc32(part.content), 16);
    entry.writeUInt32LE(own.packed, 20);
    entry.writeUInt32LE(part.size ?? part.content.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(own.offset, 42);
    central.push(entry, title);
    if (shared !== undefined) continue;
    locals.push(head, title, packed);
    offset += head.length + title.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** Changes the text of the parts whose names match. */
export function rewrite(
  bytes: Uint8Array,
  name: RegExp,
  change: (text: string, part: string) => string,
): Buffer {
  const parts = unzip(bytes);
  let isFound = false;
  for (const [part, text] of parts) {
    if (!name.test(part)) continue;
    const changed = change(text, part);
    isFound ||= changed !== text;
    parts.set(part, changed);
  }
  if (!isFound) throw new Error(`nothing was changed in ${String(name)}`);
  return zip(parts);
}

/** Adds parts to a package. */
export function withParts(
  bytes: Uint8Array,
  added: Readonly<Record<string, string | Part>>,
): Buffer {
  return zip(new Map<string, string | Part>([...unzip(bytes), ...Object.entries(added)]));
}
