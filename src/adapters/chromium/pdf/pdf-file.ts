import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  asDictionary,
  asNumber,
  asReference,
  changed,
  isToken,
  name,
  number,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';
import { readValue } from './read-value.js';

/** Of compression: a third of the default's time for files a twentieth larger. */
const LEVEL = 3;

/** Where an object stands in the bytes that were read. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** An object that was changed or added. */
interface Written {
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/**
 * A PDF as Chromium writes it: one table of offsets, objects in the open, streams deflated. Objects
 * are read when they are asked for; those that nobody changes are copied as they stand.
 *
 * It is no reader of any PDF: whatever is not as expected is thrown as UnexpectedPdf.
 */
export class PdfFile {
  /** The whole file, one character a byte. */
  readonly source: string;
  readonly trailer: PdfDictionary;
  readonly #bytes: Uint8Array;
  readonly #places = new Map<number, Place>();
  readonly #written = new Map<number, Written>();
  readonly #removed = new Set<number>();
  #size: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const table = Number(/\nstartxref\s+(\d+)\s+%%EOF\s*$/.exec(this.source.slice(-64))?.[1]);
    const head = /xref\s+0 (\d+)\s*\n/y;
    head.lastIndex = table;
    const found = head.exec(this.source);
    if (!this.source.startsWith('%PDF-1.') || found === null) throw new UnexpectedPdf('文件结构');
    this.#size = Number(found[1]);
    const trailerAt = this.#readTable(head.lastIndex, table);
    this.trailer = asDictionary(readValue(this.source, trailerAt).value);
    if (this.trailer.entries.has('Prev') || this.trailer.entries.has('Encrypt')) {
      throw new UnexpectedPdf('文件有多个版本或已加密');
    }
  }

  /** Reads the offsets; gives the place after the word `trailer`. */
  #readTable(start: number, table: number): number {
    const offsets: (readonly [number, number])[] = [];
    for (let id = 0; id < this.#size; id++) {
      const row = this.source.slice(start + id * 20, start + id * 20 + 20);
      if (!/^\d{10} \d{5} [fn]/.test(row)) throw new UnexpectedPdf('对象表');
      if (row[17] === 'n') offsets.push([Number(row.slice(0, 10)), id]);
    }
    offsets.sort(([a], [b]) => a - b);
    for (const [index, [start_, id]] of offsets.entries()) {
      const header = `${id} 0 obj\n`;
      if (!this.source.startsWith(header, start_)) throw new UnexpectedPdf(`对象 ${id}`);
      this.#places.set(id, {
        start: start_ + header.length,
        end: offsets[index + 1]?.[0] ?? table,
      });
    }
    const after = start + this.#size * 20;
    if (!this.source.startsWith('trailer', after)) throw new UnexpectedPdf('文件尾');
    return after + 'trailer'.length;
  }

  /** The numbers of all objects, in the order in which they stand in the file. */
  ids(): number[] {
    return [...this.#places.keys()].filter((id) => !this.#removed.has(id));
  }

  /** An object's characters before its stream: cheaper to search than its value. */
  text(id: number): string {
    const written = this.#written.get(id);
    if (written !== undefined) return written.text;
    const place = this.#placeOf(id);
    const whole = this.source.slice(place.start, place.end);
    const stream = whole.indexOf('stream\n');
    return stream < 0 ? whole : whole.slice(0, stream);
  }

  /** An object's value; of a stream, its dictionary. */
  value(id: number): PdfValue {
    const written = this.#written.get(id);
    if (written !== undefined) return readValue(written.text, 0).value;
    return readValue(this.source, this.#placeOf(id).start).value;
  }

  /** An object that is a dictionary. */
  dictionary(id: number): PdfDictionary {
    return asDictionary(this.value(id));
  }

  /** A value that may stand in an object of its own, as a dictionary. */
  dictionaryAt(value: PdfValue | undefined): PdfDictionary {
    return value?.kind === 'reference' ? this.dictionary(value.id) : asDictionary(value);
  }

  /** The bytes of an object's stream, inflated, one character a byte. */
  stream(id: number): string {
    const dictionary = this.dictionary(id);
    const raw = this.#rawStream(id);
    if (raw === null) throw new UnexpectedPdf(`对象 ${id} 没有内容流`);
    const filter = dictionary.entries.get('Filter');
    if (filter === undefined) return Buffer.from(raw).toString('latin1');
    if (!isToken(filter, '/FlateDecode')) throw new UnexpectedPdf(`对象 ${id} 的压缩方式`);
    return inflateSync(raw).toString('latin1');
  }

  /** Puts another value in an object's place; a stream keeps its bytes. */
  set(id: number, value: PdfValue): void {
    this.setText(id, writeValue(value));
  }

  /** Puts other characters in the place of an object's value. */
  setText(id: number, text: string): void {
    this.#written.set(id, { text, stream: this.#rawStream(id) });
  }

  /** Puts other characters into a stream. */
  setStream(id: number, content: string): void {
    this.#written.set(id, deflated(this.dictionary(id), content));
  }

  /** Adds an object; gives its number. */
  add(value: PdfValue, content?: string): number {
    const id = this.#size;
    this.#size += 1;
    const added =
      content === undefined
        ? { text: writeValue(value), stream: null }
        : deflated(asDictionary(value), content);
    this.#written.set(id, added);
    return id;
  }

  /** Adds a copy of an object with its stream, under another dictionary; gives its number. */
  addCopy(id: number, dictionary: PdfDictionary): number {
    const stream = this.#rawStream(id);
    const copy = this.add(dictionary);
    this.#written.set(copy, { text: writeValue(dictionary), stream });
    return copy;
  }

  /** Takes an object out; nothing may refer to it any more. */
  remove(id: number): void {
    this.#removed.add(id);
    this.#written.delete(id);
  }

  /** The file's bytes with a new table of offsets, and an /ID that says what is in it. */
  bytes(): Uint8Array {
    const parts: Uint8Array[] = [];
    const offsets = new Map<number, number>();
    let length = 0;
    const put = (part: Uint8Array): void => {
      parts.push(part);
      length += part.length;
    };
    const first = Math.min(...this.#headerEnds());
    put(this.#bytes.subarray(0, first));
    const added = [...this.#written.keys()].filter((id) => !this.#places.has(id));
    for (const id of [...this.ids(), ...added]) {
      offsets.set(id, length);
      const written = this.#written.get(id);
      if (written === undefined) put(this.#untouched(id));
      else for (const part of partsOf(id, written)) put(part);
    }
    const digest = createHash('sha256');
    for (const part of parts) digest.update(part);
    put(latin1(this.#table(offsets, length, digest.digest('hex').slice(0, 32))));
    return Buffer.concat(parts, length);
  }

  #headerEnds(): number[] {
    return [...this.#places].map(([id, { start }]) => start - `${id} 0 obj\n`.length);
  }

  #untouched(id: number): Uint8Array {
    const { start, end } = this.#placeOf(id);
    return this.#bytes.subarray(start - `${id} 0 obj\n`.length, end);
  }

  #table(offsets: ReadonlyMap<number, number>, at: number, id: string): string {
    const rows = Array.from({ length: this.#size }, (_, each) => {
      const offset = offsets.get(each);
      if (offset !== undefined) return `${String(offset).padStart(10, '0')} 00000 n \n`;
      return each === 0 ? '0000000000 65535 f \n' : '0000000000 00001 f \n';
    });
    const ids: PdfValue = { kind: 'token', text: `[<${id}> <${id}>]` };
    const trailer = changed(this.trailer, { Size: number(this.#size), ID: ids });
    return `xref\n0 ${this.#size}\n${rows.join('')}trailer\n${writeValue(trailer)}\nstartxref\n${at}\n%%EOF\n`;
  }

  #rawStream(id: number): Uint8Array | null {
    const written = this.#written.get(id);
    if (written !== undefined) return written.stream;
    const place = this.#places.get(id);
    if (place === undefined) return null;
    const { value, end } = readValue(this.source, place.start);
    const open = /\s*stream\r?\n/y;
    open.lastIndex = end;
    if (!open.test(this.source)) return null;
    const length = asDictionary(value).entries.get('Length');
    const size = asNumber(length?.kind === 'reference' ? this.value(asReference(length)) : length);
    const close = open.lastIndex + size;
    if (!/^\s*endstream/.test(this.source.slice(close, close + 12))) {
      throw new UnexpectedPdf(`对象 ${id} 的内容流长度`);
    }
    return this.#bytes.subarray(open.lastIndex, close);
  }

  #placeOf(id: number): Place {
    const place = this.#places.get(id);
    if (place === undefined || this.#removed.has(id)) throw new UnexpectedPdf(`没有对象 ${id}`);
    return place;
  }
}

function deflated(dictionary: PdfDictionary, content: string): Written {
  const stream = deflateSync(latin1(content), { level: LEVEL });
  const value = changed(dictionary, { Filter: name('FlateDecode'), Length: number(stream.length) });
  return { text: writeValue(value), stream };
}

function partsOf(id: number, { text, stream }: Written): Uint8Array[] {
  const head = `${id} 0 obj\n${text.trimEnd()}`;
  if (stream === null) return [latin1(`${head}\nendobj\n`)];
  return [latin1(`${head} stream\n`), stream, latin1('\nendstream\nendobj\n')];
}

function latin1(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
