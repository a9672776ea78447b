import { crc32, inflateRawSync } from 'node:zlib';
import { LIMITS } from './limits.js';
import { WorkbookRefused } from './workbook-refused.js';

/** The parts of a package, inflated one by one when they are asked for. */
export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part. */
  read(name: string): Buffer;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * Opens a ZIP package that a stranger made. Everything is decided by the central directory before
 * the first byte is inflated, and no part may give more bytes than the directory says.
 *
 * @throws WorkbookRefused when it is damaged, encrypted or larger inside than it should be
 */
export function openArchive(content: Uint8Array): ZipArchive {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = readDirectory(bytes);
  let left: number = LIMITS.xmlBytes;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new WorkbookRefused('workbook-damaged', { part: name });
      left -= entry.size;
      if (left < 0) throw new WorkbookRefused('workbook-bomb');
      return inflate(bytes, entry);
    },
  };
}

function readDirectory(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count > LIMITS.entries) throw new WorkbookRefused('workbook-bomb');
  const entries = new Map<string, Entry>();
  let at = start;
  let packedInAll = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
    const entry = readEntry(bytes, at);
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new WorkbookRefused('workbook-encrypted');
    checkRatio(entry);
    packedInAll += entry.packed;
    // The same name twice is how one program is shown another content than the next.
    if (entries.has(entry.name)) throw damaged();
    entries.set(entry.name, entry);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  // Parts that overlap are a bomb of their own kind.
  if (packedInAll > bytes.length) throw new WorkbookRefused('workbook-bomb');
  return entries;
}

function readEntry(bytes: Buffer, at: number): Entry {
  const length = bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + 46, at + 46 + length);
  return {
    name: name.replaceAll('\\', '/').replace(/^\//, ''),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
}

function checkRatio({ packed, size }: Entry): void {
  const isBomb =
    size > LIMITS.xmlBytes || (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio);
  if (isBomb) throw new WorkbookRefused('workbook-bomb');
}

function inflate(bytes: Buffer, { name, method, crc, packed, size, offset }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged(name);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed || (method !== 0 && method !== 8)) throw damaged(name);
  let content: Buffer;
  try {
    // One chunk that holds all: many would be in memory once more when they are put together.
    const whole = { maxOutputLength: Math.max(1, size), chunkSize: Math.max(64, size + 1) };
    content = method === 0 ? data : inflateRawSync(data, whole);
  } catch (error) {
    const isLarger = (error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw isLarger ? new WorkbookRefused('workbook-bomb') : damaged(name);
  }
  if (content.length !== size || crc32(content) !== crc) throw damaged(name);
  return content;
}

/** The end record stands last, before a comment of at most 64 kB. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damaged();
}

function damaged(part = ''): WorkbookRefused {
  return new WorkbookRefused('workbook-damaged', { part });
}
