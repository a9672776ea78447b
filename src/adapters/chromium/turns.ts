/**
 * So many turns at a time, handed on in the order of asking: what bounds the pages that a browser
 * prints at once, and with them its memory.
 */
export class Turns {
  readonly #count: number;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  #alone: Promise<unknown> = Promise.resolve();

  constructor(count: number) {
    this.#count = count;
    this.#free = count;
  }

  /** Does something in a turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    await this.#begin();
    try {
      return await work();
    } finally {
      this.#end();
    }
  }

  /** Does something while nothing else is done; not to be asked for inside a turn. */
  takeAll<T>(work: () => Promise<T>): Promise<T> {
    // One after another: two that hold half of the turns each would wait for ever.
    const done = this.#alone.then(async () => {
      for (let turn = 0; turn < this.#count; turn++) await this.#begin();
      try {
        return await work();
      } finally {
        for (let turn = 0; turn < this.#count; turn++) this.#end();
      }
    });
    this.#alone = done.catch(() => undefined);
    return done;
  }

  async #begin(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #end(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
