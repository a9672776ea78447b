/** Something that a remembered computation may read; what stands in it is told apart by identity. */
export interface Slot<T> {
  current: T;
}

/**
 * Computations that are done again only when something that they read has changed. What a
 * computation reads is written down while it runs, so that nothing has to be declared and nothing
 * can be forgotten: before it is done once more, the same slots are looked at in the same order.
 */
export interface Memory {
  /** Reads a slot; a computation that is being remembered depends on it from now on. */
  read<T>(slot: Slot<T>): T;
  /** Puts something into a slot, and puts it again whenever the computation is recalled. */
  write<T>(slot: Slot<T>, value: T): void;
  /**
   * Makes a computation that remembers. It must depend on nothing but slots and what never
   * changes, and must not run another remembered one.
   */
  remember<T>(compute: () => T): () => T;
}

/** What a computation read, what stood there, what it wrote and gave. */
interface Outcome<T> {
  readonly reads: readonly Slot<unknown>[];
  readonly seen: readonly unknown[];
  readonly writes: readonly Slot<unknown>[];
  readonly values: readonly unknown[];
  readonly result: T;
}

/**
 * A memory for some computations.
 *
 * @param most how many different outcomes of one computation are kept: those that were last used
 */
export function createMemory(most: number): Memory {
  let isRecording = false;
  // Written down here and then copied: what is kept long must be no longer than it is.
  const reads: Slot<unknown>[] = [];
  const seen: unknown[] = [];
  let readCount = 0;
  const writes: Slot<unknown>[] = [];
  const values: unknown[] = [];
  let writeCount = 0;
  const record = <T>(compute: () => T): Outcome<T> => {
    if (isRecording) throw new Error('a remembered computation runs another');
    isRecording = true;
    readCount = 0;
    writeCount = 0;
    try {
      const result = compute();
      return {
        reads: reads.slice(0, readCount),
        seen: seen.slice(0, readCount),
        writes: writes.slice(0, writeCount),
        values: values.slice(0, writeCount),
        result,
      };
    } finally {
      isRecording = false;
    }
  };
  return {
    read(slot) {
      // What a computation has put there itself is no input of it.
      if (isRecording && !isAmong(writes, writeCount, slot) && !isAmong(reads, readCount, slot)) {
        reads[readCount] = slot;
        seen[readCount] = slot.current;
        readCount += 1;
      }
      return slot.current;
    },
    write(slot, value) {
      slot.current = value;
      if (!isRecording) return;
      writes[writeCount] = slot;
      values[writeCount] = value;
      writeCount += 1;
    },
    remember<T>(compute: () => T) {
      // The last that was used comes first.
      const known: Outcome<T>[] = [];
      return () => {
        for (let place = 0; place < known.length; place += 1) {
          const found = known[place];
          if (found === undefined || !isStanding(found)) continue;
          if (place > 0) known.unshift(...known.splice(place, 1));
          putBack(found);
          return found.result;
        }
        const found = record(compute);
        if (known.length >= most) known.pop();
        known.unshift(found);
        return found.result;
      };
    },
  };
}

/** Whether a slot is among the first so many. */
function isAmong(slots: readonly Slot<unknown>[], count: number, slot: Slot<unknown>): boolean {
  for (let index = 0; index < count; index += 1) if (slots[index] === slot) return true;
  return false;
}

/** Whether everything that was read stands there still. */
function isStanding({ reads, seen }: Outcome<unknown>): boolean {
  for (let index = 0; index < reads.length; index += 1) {
    if (reads[index]?.current !== seen[index]) return false;
  }
  return true;
}

/** Writes once more what a computation wrote. */
function putBack({ writes, values }: Outcome<unknown>): void {
  for (let index = 0; index < writes.length; index += 1) {
    const slot = writes[index];
    if (slot !== undefined) slot.current = values[index];
  }
}
