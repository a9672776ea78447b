/** Something that a remembered computation may read; what stands in it is told apart by identity. */
export interface Slot<T> {
  /** What stands in it: read and written through the memory that made it. */
  current: T;
  /** What stood in it at first, and stands in it again when nobody writes it any more. */
  readonly first: T;
  /** Who has read it, and is told when something else is put there. */
  readonly readers: Remembered[];
  /** Who wrote it last. */
  writer: Remembered | undefined;
  /** In which runs it was read and written last. */
  readIn: number;
  writtenIn: number;
}

/** A remembered computation: whether something that it read has changed since. */
interface Remembered {
  isStale: boolean;
}

/**
 * Computations that are done again only when something that they read has changed. What a
 * computation reads is written down while it runs, so that nothing has to be declared and nothing
 * can be forgotten: each of those slots tells it when something else is put there, and where none
 * has, there is nothing to look at.
 *
 * Computations run in an order in which each slot is written before it is read.
 */
export interface Memory {
  /** Makes a slot. */
  slot<T>(first: T): Slot<T>;
  /** Reads a slot; a computation that is being remembered depends on it from now on. */
  read<T>(slot: Slot<T>): T;
  /**
   * Puts something into a slot. What a remembered computation puts there is put there again when
   * it is recalled, and taken away when the next time it puts nothing there.
   */
  write<T>(slot: Slot<T>, value: T): void;
  /**
   * Makes a computation that remembers. It must depend on nothing but slots and what never
   * changes, must not write a slot that it has read, and must not run another remembered one.
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
  /** The computation that is being done, and the number of its run. */
  let running: Remembered | undefined;
  let run = 0;
  // Written down here and then copied: what is kept long must be no longer than it is.
  const reads: Slot<unknown>[] = [];
  const seen: unknown[] = [];
  let readCount = 0;
  const writes: Slot<unknown>[] = [];
  const values: unknown[] = [];
  let writeCount = 0;
  const record = <T>(compute: () => T, last: Outcome<unknown> | undefined): Outcome<T> => ({
    result: compute(),
    reads: listOf(reads, readCount, last?.reads),
    seen: seen.slice(0, readCount),
    writes: listOf(writes, writeCount, last?.writes),
    values: values.slice(0, writeCount),
  });
  const runNow = <T>(
    self: Remembered,
    compute: () => T,
    last: Outcome<unknown> | undefined,
  ): Outcome<T> => {
    if (running !== undefined) throw new Error('a remembered computation runs another');
    running = self;
    run += 1;
    readCount = 0;
    writeCount = 0;
    try {
      return record(compute, last);
    } catch (error) {
      takeAway(self, writes.slice(0, writeCount), []);
      throw error;
    } finally {
      running = undefined;
    }
  };
  /** Recalls what stands, or does it; the outcome that was used last comes first. */
  const renew = <T>(self: Remembered, known: Outcome<T>[], compute: () => T): T => {
    const last = known[0];
    const place = known.findIndex(isStanding);
    const next = known[place] ?? runNow(self, compute, last);
    if (place < 0) {
      if (next.reads !== last?.reads) subscribe(self, next.reads);
      if (known.length >= most) known.pop();
    } else {
      putBack(self, next);
      known.splice(place, 1);
    }
    known.unshift(next);
    if (last !== undefined && last.writes !== next.writes) {
      takeAway(self, last.writes, next.writes);
    }
    self.isStale = false;
    return next.result;
  };
  return {
    slot: (first) => ({
      current: first,
      first,
      readers: [],
      writer: undefined,
      readIn: 0,
      writtenIn: 0,
    }),
    read(slot) {
      // What a computation puts there itself is no input of it.
      if (running === undefined || slot.readIn === run || slot.writtenIn === run) {
        return slot.current;
      }
      // What it put there the last time is not there yet.
      if (slot.writer === running) return slot.first;
      slot.readIn = run;
      reads[readCount] = slot;
      seen[readCount] = slot.current;
      readCount += 1;
      return slot.current;
    },
    write(slot, value) {
      // It would read its own outcome the next time.
      if (running !== undefined && slot.readIn === run)
        throw new Error('a remembered computation writes where it has read');
      put(slot, value, running);
      if (running === undefined) return;
      slot.writtenIn = run;
      writes[writeCount] = slot;
      values[writeCount] = value;
      writeCount += 1;
    },
    remember<T>(compute: () => T) {
      const self: Remembered = { isStale: true };
      const known: Outcome<T>[] = [];
      return () => {
        const last = known[0];
        return self.isStale || last === undefined ? renew(self, known, compute) : last.result;
      };
    },
  };
}

/** Puts something into a slot, and tells those who have read it where it is something else. */
function put<T>(slot: Slot<T>, value: T, writer: Remembered | undefined): void {
  slot.writer = writer;
  if (slot.current === value) return;
  slot.current = value;
  for (const reader of slot.readers) reader.isStale = true;
}

/** Whether everything that was read stands there still. */
function isStanding({ reads, seen }: Outcome<unknown>): boolean {
  for (let index = 0; index < reads.length; index += 1) {
    if (reads[index]?.current !== seen[index]) return false;
  }
  return true;
}

type Slots = readonly Slot<unknown>[];

/** The first so many slots of a list: mostly those of the last time, which are kept once. */
function listOf(slots: Slots, count: number, last: Slots | undefined): Slots {
  if (last?.length !== count) return slots.slice(0, count);
  for (let index = 0; index < count; index += 1) {
    if (slots[index] !== last[index]) return slots.slice(0, count);
  }
  return last;
}

/** Sees to it that a computation is told of what it has read. */
function subscribe(self: Remembered, reads: Slots): void {
  for (const slot of reads) if (!slot.readers.includes(self)) slot.readers.push(self);
}

/** Writes once more what a computation wrote. */
function putBack(self: Remembered, { writes, values }: Outcome<unknown>): void {
  for (let index = 0; index < writes.length; index += 1) {
    const slot = writes[index];
    if (slot !== undefined) put(slot, values[index], self);
  }
}

/** Takes away what a computation wrote the last time and not now, unless another has written there. */
function takeAway(self: Remembered, last: Slots, now: Slots): void {
  for (let index = 0; index < last.length; index += 1) {
    const slot = last[index];
    if (slot === undefined || slot === now[index] || slot.writer !== self) continue;
    if (!now.includes(slot)) put(slot, slot.first, undefined);
  }
}
