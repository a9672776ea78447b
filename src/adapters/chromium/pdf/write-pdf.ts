import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import {
  changed,
  name,
  number,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';

/** Of compression: a third of the default's time for files a twentieth larger. */
const LEVEL = 3;

/** An object as it goes into a file: copied as it stood, or its value with a stream or without. */
export type PdfObject =
  | { readonly kind: 'copied'; readonly id: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'written';
      readonly id: number;
      readonly text: string;
      readonly stream: Uint8Array | null;
    };

/** Characters as bytes, one each. */
export function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

/** A stream's bytes, deflated, with its dictionary as text. */
export function deflated(
  dictionary: PdfDictionary,
  content: string | Uint8Array,
): { text: string; stream: Uint8Array } {
  const bytes = typeof content === 'string' ? latin1(content) : content;
  const stream = deflateSync(bytes, { level: LEVEL });
  const value = changed(dictionary, { Filter: name('FlateDecode'), Length: number(stream.length) });
  return { text: writeValue(value), stream };
}

/**
 * Writes a file: its head, its objects, a table of where they stand, and an /ID that says what is in
 * it.
 *
 * @param size one more than the highest number of an object
 */
export function writePdf(
  head: Uint8Array,
  objects: Iterable<PdfObject>,
  size: number,
  trailer: PdfDictionary,
): Uint8Array {
  const out = SCRATCH;
  out.clear();
  out.put(head);
  const offsets: number[] = [];
  for (const object of objects) {
    offsets[object.id] = out.length;
    if (object.kind === 'copied') {
      out.put(object.bytes);
      continue;
    }
    out.write(`${object.id} 0 obj\n${object.text}`);
    if (object.stream !== null) {
      out.write(' stream\n');
      out.put(object.stream);
      out.write('\nendstream');
    }
    out.write('\nendobj\n');
  }
  const digest = createHash('sha256').update(out.bytes()).digest('hex');
  out.write(tableOf(offsets, size, trailer, out.length, digest.slice(0, 32)));
  return Uint8Array.from(out.bytes());
}

/** Bytes one after another. Characters wait until bytes follow: there are thousands of small objects. */
class Output {
  #bytes = Buffer.allocUnsafe(1 << 18);
  #end = 0;
  #waiting = '';

  clear(): void {
    this.#end = 0;
    this.#waiting = '';
  }

  get length(): number {
    return this.#end + this.#waiting.length;
  }

  write(text: string): void {
    this.#waiting += text;
  }

  put(bytes: Uint8Array): void {
    this.#flush(bytes.length);
    this.#bytes.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** What there is, until more is put. */
  bytes(): Uint8Array {
    this.#flush(0);
    return this.#bytes.subarray(0, this.#end);
  }

  #flush(room: number): void {
    const needed = this.length + room;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * needed);
      larger.set(this.#bytes.subarray(0, this.#end));
      this.#bytes = larger;
    }
    this.#end += this.#bytes.write(this.#waiting, this.#end, 'latin1');
    this.#waiting = '';
  }
}

/** Files are written one after another, each without a pause, and into the same room. */
const SCRATCH = new Output();

function tableOf(
  offsets: readonly (number | undefined)[],
  size: number,
  trailer: PdfDictionary,
  at: number,
  id: string,
): string {
  let rows = '';
  for (let each = 0; each < size; each++) {
    const offset = offsets[each];
    if (offset !== undefined) rows += `${String(10_000_000_000 + offset).slice(1)} 00000 n \n`;
    else rows += each === 0 ? '0000000000 65535 f \n' : '0000000000 00001 f \n';
  }
  const ids: PdfValue = { kind: 'token', text: `[<${id}> <${id}>]` };
  const written = changed(trailer, { Size: number(size), ID: ids });
  return `xref\n0 ${size}\n${rows}trailer\n${writeValue(written)}\nstartxref\n${at}\n%%EOF\n`;
}
