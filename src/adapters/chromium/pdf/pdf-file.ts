import { inflateSync } from 'node:zlib';
import {
  asDictionary,
  asNumber,
  asReference,
  isToken,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
  type PdfValue,
} from './pdf-value.js';
import { readValue } from './read-value.js';
import { deflated, latin1, writePdf, type PdfObject } from './write-pdf.js';

/** Where an object stands in the bytes that were read. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** An object that was changed or added; characters for its stream are deflated when it is written. */
interface Written {
  readonly text: string;
  readonly stream: Uint8Array | string | null;
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
  /** Where each object begins, in the order in which they stand in the file. */
  readonly #starts: (readonly [number, number])[];
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
    this.#starts = this.#readTable(head.lastIndex);
    const trailerAt = this.#placeObjects(head.lastIndex, table);
    this.trailer = asDictionary(readValue(this.source, trailerAt).value);
    if (this.trailer.entries.has('Prev') || this.trailer.entries.has('Encrypt')) {
      throw new UnexpectedPdf('文件有多个版本或已加密');
    }
  }

  /** Reads the offsets of the objects, each with its number. */
  #readTable(start: number): (readonly [number, number])[] {
    const offsets: (readonly [number, number])[] = [];
    for (let id = 0; id < this.#size; id++) {
      const row = start + id * 20;
      const kind = this.source[row + 17];
      if (kind !== 'n' && kind !== 'f') throw new UnexpectedPdf('对象表');
      if (kind === 'n') offsets.push([Number(this.source.slice(row, row + 10)), id]);
    }
    return offsets.sort(([a], [b]) => a - b);
  }

  /** Finds where each object ends; gives the place after the word `trailer`. */
  #placeObjects(start: number, table: number): number {
    for (const [index, [start_, id]] of this.#starts.entries()) {
      const header = `${id} 0 obj\n`;
      if (!this.source.startsWith(header, start_)) throw new UnexpectedPdf(`对象 ${id}`);
      this.#places.set(id, {
        start: start_ + header.length,
        end: this.#starts[index + 1]?.[0] ?? table,
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

  /** The objects that may hold this text: found in the whole file, which is cheaper than in each. */
  idsWith(text: string): ReadonlySet<number> {
    const found = new Set(this.#written.keys());
    for (let at = this.source.indexOf(text); at >= 0; at = this.source.indexOf(text, at + 1)) {
      let [low, high] = [0, this.#starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((this.#starts[middle]?.[0] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      const id = this.#starts[low]?.[1];
      if (id !== undefined && !this.#removed.has(id)) found.add(id);
    }
    return found;
  }

  /** An object's characters before its stream: cheaper to search than its value. */
  text(id: number): string {
    const written = this.#written.get(id);
    if (written !== undefined) return written.text;
    const place = this.#placeOf(id);
    if (!this.#hasStream(place)) return this.source.slice(place.start, place.end);
    return this.source.slice(place.start, this.source.indexOf('stream\n', place.start));
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
    const stream = this.#written.get(id)?.stream;
    return typeof stream === 'string' ? stream : this.streamBytes(id).toString('latin1');
  }

  /** The bytes of an object's stream, inflated. */
  streamBytes(id: number): Buffer {
    const raw = this.rawStream(id);
    if (raw === null) throw new UnexpectedPdf(`对象 ${id} 没有内容流`);
    if (typeof raw === 'string') return latin1(raw);
    const filter = this.dictionary(id).entries.get('Filter');
    if (filter === undefined) return Buffer.from(raw);
    if (!isToken(filter, '/FlateDecode')) throw new UnexpectedPdf(`对象 ${id} 的压缩方式`);
    return inflateSync(raw);
  }

  /** Puts another value in an object's place; a stream keeps its bytes. */
  set(id: number, value: PdfValue): void {
    this.setText(id, writeValue(value));
  }

  /** Puts other characters in the place of an object's value. */
  setText(id: number, text: string): void {
    this.#written.set(id, { text, stream: this.rawStream(id) });
  }

  /** Puts other characters into a stream. */
  setStream(id: number, content: string): void {
    this.#written.set(id, { text: this.text(id), stream: content });
  }

  /** Adds an object; gives its number. */
  add(value: PdfValue, content?: string): number {
    const id = this.#size;
    this.#size += 1;
    this.#written.set(id, { text: writeValue(value), stream: content ?? null });
    return id;
  }

  /** Adds a copy of an object with its stream, under another dictionary; gives its number. */
  addCopy(id: number, dictionary: PdfDictionary): number {
    const stream = this.rawStream(id);
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
    const head = this.#bytes.subarray(0, Math.min(...this.#headerEnds()));
    return writePdf(head, this.#objects(), this.#size, this.trailer);
  }

  *#objects(): Generator<PdfObject> {
    const added = [...this.#written.keys()].filter((id) => !this.#places.has(id));
    for (const id of [...this.ids(), ...added]) {
      const written = this.#written.get(id);
      if (written === undefined) {
        yield { kind: 'copied', id, bytes: this.#untouched(id) };
      } else if (typeof written.stream === 'string') {
        const dictionary = asDictionary(readValue(written.text, 0).value);
        yield { kind: 'written', id, ...deflated(dictionary, written.stream) };
      } else {
        yield { kind: 'written', id, text: written.text.trimEnd(), stream: written.stream };
      }
    }
  }

  #headerEnds(): number[] {
    return [...this.#places].map(([id, { start }]) => start - `${id} 0 obj\n`.length);
  }

  #untouched(id: number): Uint8Array {
    const { start, end } = this.#placeOf(id);
    return this.#bytes.subarray(start - `${id} 0 obj\n`.length, end);
  }

  /** The bytes of an object's stream as they stand; characters that are not deflated yet. */
  rawStream(id: number): Uint8Array | string | null {
    const written = this.#written.get(id);
    if (written !== undefined) return written.stream;
    const place = this.#places.get(id);
    // Most objects have none, and need not be read to see it.
    if (place === undefined || !this.#hasStream(place)) return null;
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

  #hasStream({ start, end }: Place): boolean {
    // Most objects are elements of the text.
    if (this.source.startsWith('<</Type /StructElem', start)) return false;
    return this.source.slice(Math.max(start, end - 20), end).includes('endstream');
  }

  #placeOf(id: number): Place {
    const place = this.#places.get(id);
    if (place === undefined || this.#removed.has(id)) throw new UnexpectedPdf(`没有对象 ${id}`);
    return place;
  }
}
