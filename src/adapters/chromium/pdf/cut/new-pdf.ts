import { dictionary, reference, writeValue, type PdfValue } from '../pdf-value.js';
import { deflated, latin1, writePdf, type PdfObject } from '../write-pdf.js';

/** Any reader that looks at the second line knows the file for a binary one. */
const HEAD = latin1('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n');

interface NewObject {
  readonly text: string;
  readonly stream: Uint8Array | null;
}

/** A PDF that is put together object by object; an object may be spoken of before it is there. */
export class NewPdf {
  readonly #objects: (NewObject | null)[] = [];

  /** A number for an object that will be put. */
  reserve(): number {
    return this.#objects.push(null);
  }

  /** Puts the object of this number. */
  put(id: number, text: string, stream: Uint8Array | null = null): void {
    this.#objects[id - 1] = { text, stream };
  }

  /** Adds an object; gives its number. */
  add(value: PdfValue): number {
    const id = this.reserve();
    this.put(id, writeValue(value));
    return id;
  }

  /** Puts an object with characters for its stream, which are deflated. */
  putContent(id: number, of: Iterable<readonly [string, PdfValue]>, content: Uint8Array): void {
    const { text, stream } = deflated(dictionary(of), content);
    this.put(id, text, stream);
  }

  /** The file's bytes. */
  bytes(root: number, info: number): Uint8Array {
    const trailer = dictionary([
      ['Root', reference(root)],
      ['Info', reference(info)],
    ]);
    return writePdf(HEAD, this.#written(), this.#objects.length + 1, trailer);
  }

  *#written(): Generator<PdfObject> {
    for (const [at, object] of this.#objects.entries()) {
      if (object === null) throw new Error(`对象 ${at + 1} 没有写`);
      yield { kind: 'written', id: at + 1, ...object };
    }
  }
}
