/** A plain file in a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/** The plain files of a ustar archive, in its order; links, folders and devices are left out. */
export function readTar(archive: Uint8Array): TarEntry[] {
  const entries: TarEntry[] = [];
  let at = 0;
  while (at + BLOCK <= archive.length) {
    const header = Buffer.from(archive.buffer, archive.byteOffset + at, BLOCK);
    const name = text(header.subarray(0, 100));
    if (name === '') break;
    const size = Number.parseInt(text(header.subarray(124, 136)).trim(), 8);
    const type = String.fromCharCode(header[156] ?? 0);
    const start = at + BLOCK;
    if (!Number.isInteger(size) || start + size > archive.length) break;
    if (type === '0' || type === '\0') {
      entries.push({ name, bytes: archive.subarray(start, start + size) });
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? field.length : end);
}
