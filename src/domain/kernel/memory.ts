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
  /** Whether what follows is being remembered. */
  readonly isRecording: boolean;
  /**
   * Makes a computation that remembers. It must depend on nothing but slots and what never
   * changes, and must not run another remembered one.
   */
  remember<T>(compute: () => T): () => T;
}

/** One slot that was read, what stood in it, and what came then. */
interface Fork<T> {
  readonly slot: Slot<unknown>;
  readonly seen: unknown;
  readonly next: Step<T>;
  others: Map<unknown, Step<T>> | undefined;
}

/** What a computation wrote and gave. */
interface End<T> {
  readonly slot: undefined;
  readonly slots: readonly Slot<unknown>[];
  readonly values: readonly unknown[];
  readonly result: T;
}

type Step<T> = Fork<T> | End<T>;

interface Recording {
  readonly read: Slot<unknown>[];
  readonly seen: unknown[];
  readonly slots: Slot<unknown>[];
  readonly values: unknown[];
}

/**
 * A memory for some computations.
 *
 * @param most how many different outcomes of one computation are kept before it begins anew
 */
export function createMemory(most: number): Memory {
  let recording: Recording | undefined;
  const record = <T>(compute: () => T): { readonly made: Recording; readonly result: T } => {
    if (recording !== undefined) throw new Error('a remembered computation runs another');
    const made: Recording = { read: [], seen: [], slots: [], values: [] };
    recording = made;
    try {
      return { made, result: compute() };
    } finally {
      recording = undefined;
    }
  };
  return {
    get isRecording() {
      return recording !== undefined;
    },
    read(slot) {
      // What a computation has put there itself is no input of it.
      if (recording?.slots.includes(slot) === false && !recording.read.includes(slot)) {
        recording.read.push(slot);
        recording.seen.push(slot.current);
      }
      return slot.current;
    },
    write(slot, value) {
      slot.current = value;
      recording?.slots.push(slot);
      recording?.values.push(value);
    },
    remember<T>(compute: () => T) {
      let root: Step<T> | undefined;
      let kept = 0;
      return () => {
        const known = recall(root);
        if (known !== undefined) {
          const { slots, values } = known;
          for (let index = 0; index < slots.length; index += 1) {
            const slot = slots[index];
            if (slot !== undefined) slot.current = values[index];
          }
          return known.result;
        }
        const { made, result } = record(compute);
        kept = root === undefined || kept >= most ? 1 : kept + 1;
        root = enter(kept === 1 ? undefined : root, made, result);
        return result;
      };
    },
  };
}

/** Follows what is remembered as far as the slots agree. */
function recall<T>(root: Step<T> | undefined): End<T> | undefined {
  let step = root;
  while (step?.slot !== undefined) {
    const { current } = step.slot;
    step = current === step.seen ? step.next : step.others?.get(current);
  }
  return step;
}

/** Adds a recording behind what the recordings before it have in common with it. */
function enter<T>(root: Step<T> | undefined, made: Recording, result: T): Step<T> {
  const { read, seen, slots, values } = made;
  const restFrom = (from: number): Step<T> => {
    let step: Step<T> = { slot: undefined, slots, values, result };
    for (let index = read.length - 1; index >= from; index -= 1) {
      const slot = read[index];
      if (slot !== undefined) step = { slot, seen: seen[index], next: step, others: undefined };
    }
    return step;
  };
  if (root === undefined) return restFrom(0);
  let step = root;
  for (let index = 0; index < read.length; index += 1) {
    if (step.slot === undefined || step.slot !== read[index]) {
      throw new Error('a remembered computation read something else the second time');
    }
    const found = step.seen === seen[index] ? step.next : step.others?.get(seen[index]);
    if (found === undefined) {
      (step.others ??= new Map<unknown, Step<T>>()).set(seen[index], restFrom(index + 1));
      return root;
    }
    step = found;
  }
  return root;
}
