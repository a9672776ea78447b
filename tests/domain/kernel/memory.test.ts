import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../src/domain/kernel/memory.js';

describe('a remembered computation', () => {
  it('is done again only when something that it read has changed', () => {
    const memory = createMemory(4);
    const sampled = memory.slot(605);
    const other = memory.slot('一');
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(sampled) * 2;
    });
    expect([run(), run()]).toEqual([1210, 1210]);
    memory.write(other, '二');
    expect([run(), done]).toEqual([1210, 1]);
    memory.write(sampled, 606);
    expect([run(), done]).toEqual([1212, 2]);
  });

  it('reads on only where what it read before leads it', () => {
    const memory = createMemory(4);
    const applies = memory.slot(true);
    const points = memory.slot(5);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(applies) ? memory.read(points) : 0;
    });
    run();
    memory.write(applies, false);
    expect(run()).toBe(0);
    memory.write(points, 6);
    expect([run(), done]).toEqual([0, 2]);
    memory.write(applies, true);
    expect([run(), done]).toEqual([6, 3]);
  });

  it('puts again what it put, when it is recalled', () => {
    const memory = createMemory(4);
    const input = memory.slot(1);
    const output = memory.slot(0);
    const run = memory.remember(() => {
      memory.write(output, memory.read(input) + 1);
    });
    run();
    memory.write(input, 5);
    run();
    memory.write(input, 1);
    run();
    expect(output.current).toBe(2);
  });

  it('takes away what it put before and does not put now', () => {
    const memory = createMemory(4);
    const hasEvents = memory.slot(false);
    const points = memory.slot<number | undefined>(undefined);
    const run = memory.remember(() => {
      if (!memory.read(hasEvents)) memory.write(points, 5);
    });
    const seen: (number | undefined)[] = [];
    for (const next of [false, true, false]) {
      memory.write(hasEvents, next);
      run();
      seen.push(points.current);
    }
    expect(seen).toEqual([5, undefined, 5]);
  });

  it('leaves what another has put in the meantime', () => {
    const memory = createMemory(4);
    const hasEvents = memory.slot(false);
    const points = memory.slot<number | undefined>(undefined);
    const steps = [false, true].map((mine) =>
      memory.remember(() => {
        if (memory.read(hasEvents) === mine) memory.write(points, mine ? 3 : 5);
      }),
    );
    const seen: (number | undefined)[] = [];
    for (const next of [false, true, false]) {
      memory.write(hasEvents, next);
      for (const step of steps) step();
      seen.push(points.current);
    }
    expect(seen).toEqual([5, 3, 5]);
  });

  it('is done again by those that read what it put only where it put something else', () => {
    const memory = createMemory(4);
    const sampled = memory.slot(605);
    const isEnough = memory.slot(false);
    let done = 0;
    const first = memory.remember(() => {
      memory.write(isEnough, memory.read(sampled) >= 100);
    });
    const second = memory.remember(() => {
      done += 1;
      return memory.read(isEnough);
    });
    for (const next of [605, 606, 99]) {
      memory.write(sampled, next);
      first();
      second();
    }
    expect(done).toBe(2);
  });

  it('does not depend on what it has put itself', () => {
    const memory = createMemory(4);
    const input = memory.slot(1);
    const column = memory.slot(0);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      memory.write(column, memory.read(input));
      return memory.read(column);
    });
    run();
    memory.write(column, 99);
    expect([run(), done]).toEqual([1, 1]);
  });

  it.each([
    ['keeps no more outcomes than it was given room for', [1, 2, 3, 1], 4],
    ['keeps the outcomes that were used last', [1, 2, 1, 3, 1], 3],
  ])('%s', (_, inputs, wanted) => {
    const memory = createMemory(2);
    const input = memory.slot(0);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(input);
    });
    for (const next of inputs) {
      memory.write(input, next);
      expect(run()).toBe(next);
    }
    expect(done).toBe(wanted);
  });

  it('does not see what it put the last time', () => {
    const memory = createMemory(1);
    const input = memory.slot(0);
    const column = memory.slot<number | undefined>(undefined);
    const run = memory.remember(() => {
      if (memory.read(input) === 0) memory.write(column, 7);
      return memory.read(column);
    });
    const seen: (number | undefined)[] = [];
    for (const next of [0, 1, 0]) {
      memory.write(input, next);
      seen.push(run());
    }
    expect(seen).toEqual([7, undefined, 7]);
  });

  it('must not write where it has read', () => {
    const memory = createMemory(2);
    const column = memory.slot(1);
    const run = memory.remember(() => {
      memory.write(column, memory.read(column) + 1);
    });
    expect(run).toThrow('writes where it has read');
  });

  it('leaves nothing behind where it fails', () => {
    const memory = createMemory(2);
    const input = memory.slot(0);
    const column = memory.slot(0);
    const run = memory.remember(() => {
      memory.write(column, 7);
      if (memory.read(input) === 0) throw new Error('no column');
    });
    expect(run).toThrow('no column');
    expect(column.current).toBe(0);
  });

  it('may fail, and is then done again', () => {
    const memory = createMemory(2);
    const input = memory.slot(0);
    const run = memory.remember(() => {
      if (memory.read(input) === 0) throw new Error('no column');
      return memory.read(input);
    });
    expect(run).toThrow('no column');
    memory.write(input, 1);
    expect(run()).toBe(1);
  });
});
