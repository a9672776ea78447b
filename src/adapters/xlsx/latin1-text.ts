/** A window holds some hundred cells. */
const WINDOW = 64 * 1024;

/**
 * Bytes as Latin-1, where a byte is a sign. Only a window of them is ever a string: a sheet of 48 MB
 * would otherwise be in memory twice, and a slice of a string costs a tenth of one of bytes.
 */
export class Latin1Text {
  readonly #bytes: Buffer;
  #window = '';
  #start = 0;
  #end = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** The text from one byte to another; quickest where one slice follows upon the last. */
  slice(from: number, to: number): string {
    if (from < this.#start || to > this.#end) {
      if (to - from > WINDOW) return this.#bytes.toString('latin1', from, to);
      this.#start = from;
      this.#end = Math.min(this.#bytes.length, from + WINDOW);
      this.#window = this.#bytes.toString('latin1', this.#start, this.#end);
    }
    return this.#window.slice(from - this.#start, to - this.#start);
  }
}
