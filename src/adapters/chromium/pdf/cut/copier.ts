import type { PdfFile } from '../pdf-file.js';
import {
  asDictionary,
  changed,
  UnexpectedPdf,
  writeValue,
  type PdfDictionary,
} from '../pdf-value.js';
import { readValue } from '../read-value.js';
import type { NewPdf } from './new-pdf.js';
import type { OwnContent } from './resources.js';

/** The name of an element of the text, any other string, or a reference. */
const PART = /\((node\d{8})\)|\((?:[^()\\]|\\[^])*\)|(\d+) 0 R/g;

const END = ' 0 R';

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/**
 * Copies objects of a file, and whatever they speak of, into a new one. Each gets the number in which
 * it is first spoken of, so that the new file does not depend on what else the old one holds.
 */
export class Copier {
  readonly #from: PdfFile;
  readonly #to: NewPdf;
  readonly #numbers = new Map<number, number>();
  readonly #nodes = new Map<string, string>();
  readonly #elements: (readonly [string, number])[] = [];
  #waiting: number[] = [];
  /** What is drawn once and used in pages has content and resources of its own. */
  #own: ((content: string, resources: PdfDictionary) => OwnContent) | null = null;

  constructor(from: PdfFile, to: NewPdf) {
    this.#from = from;
    this.#to = to;
  }

  /** Says how content gets the document's own names. */
  nameBy(own: (content: string, resources: PdfDictionary) => OwnContent): void {
    this.#own = own;
  }

  /** Whoever speaks of the old object means this new one, which somebody else puts. */
  settle(old: number, id: number): void {
    this.#numbers.set(old, id);
  }

  /** The new number of an object that was copied or is about to be. */
  known(old: number): number | undefined {
    return this.#numbers.get(old);
  }

  /** The new number of an object, which is copied if it was not. */
  numberOf(old: number): number {
    const known = this.#numbers.get(old);
    if (known !== undefined) return known;
    const id = this.#to.reserve();
    this.#numbers.set(old, id);
    this.#waiting.push(old);
    return id;
  }

  /** A value's characters with the new numbers. */
  renumbered(text: string): string {
    if (!text.includes('(')) return this.#redirected(text);
    return text.replace(PART, (whole: string, node?: string, old?: string) => {
      if (old !== undefined) return `${this.numberOf(Number(old))} 0 R`;
      return node === undefined ? whole : `(${this.#nodeOf(node)})`;
    });
  }

  /** The same for a text without strings, in which every ` 0 R` ends a reference. */
  #redirected(text: string): string {
    let written = '';
    let from = 0;
    for (let at = text.indexOf(END); at >= 0; at = text.indexOf(END, from)) {
      let start = at;
      while (isDigit(text.charCodeAt(start - 1))) start -= 1;
      written += `${text.slice(from, start)}${this.numberOf(Number(text.slice(start, at)))}${END}`;
      from = at + END.length;
    }
    return from === 0 ? text : written + text.slice(from);
  }

  /** Copies what is spoken of and not yet copied. */
  copyWaiting(): void {
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const old of waiting) this.#copy(old);
    }
  }

  /** The elements that have names, in the order of these, each with its object. */
  namedElements(): (readonly [string, number])[] {
    return this.#elements.toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  #copy(old: number): void {
    const id = this.#numbers.get(old) ?? 0;
    const source = this.#from.text(old);
    // Elements of the text are most of a file, and have no stream to be looked for.
    const isElement = source.startsWith('<</Type /StructElem');
    if (!isElement && /^<<\/Type \/Page\b/.test(source)) {
      throw new UnexpectedPdf('一份公文连到另一份');
    }
    if (!isElement && this.#own !== null && source.includes('/Resources ')) {
      this.#copyDrawing(old, id, this.#own);
      return;
    }
    const end = source.lastIndexOf('endobj');
    const text = this.renumbered((end < 0 ? source : source.slice(0, end)).trimEnd());
    if (isElement && text.includes('/ID (')) {
      const name = /\/ID \((node\d{8})\)/.exec(text)?.[1];
      if (name !== undefined) this.#elements.push([name, id]);
    }
    const stream = isElement ? null : this.#from.rawStream(old);
    if (typeof stream === 'string') throw new UnexpectedPdf('改过的内容流');
    this.#to.put(id, text, stream);
  }

  #copyDrawing(
    old: number,
    id: number,
    own: (content: string, resources: PdfDictionary) => OwnContent,
  ): void {
    const of = this.#from.dictionary(old);
    const resources = this.#from.dictionaryAt(of.entries.get('Resources'));
    const { content, resources: named } = own(this.#from.stream(old), resources);
    const rest = changed(of, { Resources: null, Filter: null, Length: null });
    const text = this.renumbered(writeValue(rest));
    const whole = changed(asDictionary(readValue(text, 0).value), { Resources: named });
    this.#to.putContent(id, whole.entries, content);
  }

  #nodeOf(old: string): string {
    const known = this.#nodes.get(old);
    if (known !== undefined) return known;
    const name = `node${String(this.#nodes.size + 1).padStart(8, '0')}`;
    this.#nodes.set(old, name);
    return name;
  }
}
