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
  const parts: Uint8Array[] = [head];
  const offsets = new Map<number, number>();
  let length = head.length;
  let waiting = '';
  const put = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  const flush = (): void => {
    put(latin1(waiting));
    waiting = '';
  };
  for (const object of objects) {
    offsets.set(object.id, length + waiting.length);
    if (object.kind === 'copied') {
      if (waiting !== '') flush();
      put(object.bytes);
      continue;
    }
    waiting += `${object.id} 0 obj\n${object.text}`;
    if (object.stream !== null) {
      waiting += ' stream\n';
      flush();
      put(object.stream);
      waiting = '\nendstream';
    }
    waiting += '\nendobj\n';
  }
  flush();
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  const id = digest.digest('hex').slice(0, 32);
  put(latin1(tableOf(offsets, size, trailer, length, id)));
  return Buffer.concat(parts, length);
}

function tableOf(
  offsets: ReadonlyMap<number, number>,
  size: number,
  trailer: PdfDictionary,
  at: number,
  id: string,
): string {
  const rows = Array.from({ length: size }, (_, each) => {
    const offset = offsets.get(each);
    if (offset !== undefined) return `${String(offset).padStart(10, '0')} 00000 n \n`;
    return each === 0 ? '0000000000 65535 f \n' : '0000000000 00001 f \n';
  });
  const ids: PdfValue = { kind: 'token', text: `[<${id}> <${id}>]` };
  const written = changed(trailer, { Size: number(size), ID: ids });
  return `xref\n0 ${size}\n${rows.join('')}trailer\n${writeValue(written)}\nstartxref\n${at}\n%%EOF\n`;
}
