/** Lets so many through at a time, lets as many wait, and turns the rest away. */
export interface Gate {
  /** Runs the work when there is room. @returns undefined when there is not even room to wait */
  pass<T>(work: () => Promise<T>): Promise<{ readonly value: T } | undefined>;
}

/** A gate for so many at a time. */
export function createGate(room: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  const enter = (): Promise<void> | undefined => {
    if (inside < room) {
      inside += 1;
      return Promise.resolve();
    }
    if (waiting.length >= room) return undefined;
    return new Promise((resolve) => waiting.push(resolve));
  };
  return {
    async pass(work) {
      const entered = enter();
      if (entered === undefined) return undefined;
      await entered;
      try {
        return { value: await work() };
      } finally {
        const next = waiting.shift();
        // Whoever waited takes the place of whoever leaves.
        if (next === undefined) inside -= 1;
        else next();
      }
    },
  };
}
