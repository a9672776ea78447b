import { describe, expect, it } from 'vitest';
import { createMemory, type Slot } from '../../../src/domain/kernel/memory.js';

function slot<T>(current: T): Slot<T> {
  return { current };
}

describe('a remembered computation', () => {
  it('is done again only when something that it read has changed', () => {
    const memory = createMemory(4);
    const sampled = slot(605);
    const other = slot('一');
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(sampled) * 2;
    });
    expect([run(), run()]).toEqual([1210, 1210]);
    other.current = '二';
    expect([run(), done]).toEqual([1210, 1]);
    sampled.current = 606;
    expect([run(), done]).toEqual([1212, 2]);
  });

  it('reads on only where what it read before leads it', () => {
    const memory = createMemory(4);
    const applies = slot(true);
    const points = slot(5);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(applies) ? memory.read(points) : 0;
    });
    run();
    applies.current = false;
    expect(run()).toBe(0);
    points.current = 6;
    expect([run(), done]).toEqual([0, 2]);
    applies.current = true;
    expect([run(), done]).toEqual([6, 3]);
  });

  it('puts again what it put, for those that come after it', () => {
    const memory = createMemory(4);
    const input = slot(1);
    const output = slot(0);
    const run = memory.remember(() => {
      memory.write(output, memory.read(input) + 1);
    });
    run();
    output.current = 0;
    run();
    expect(output.current).toBe(2);
  });

  it('does not depend on what it has put itself', () => {
    const memory = createMemory(4);
    const input = slot(1);
    const column = slot(0);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      memory.write(column, memory.read(input));
      return memory.read(column);
    });
    run();
    column.current = 99;
    expect([run(), done]).toEqual([1, 1]);
  });

  it.each([
    ['keeps no more outcomes than it was given room for', [1, 2, 3, 1], 4],
    ['keeps the outcomes that were used last', [1, 2, 1, 3, 1], 3],
  ])('%s', (_, inputs, wanted) => {
    const memory = createMemory(2);
    const input = slot(0);
    let done = 0;
    const run = memory.remember(() => {
      done += 1;
      return memory.read(input);
    });
    for (const next of inputs) {
      input.current = next;
      expect(run()).toBe(next);
    }
    expect(done).toBe(wanted);
  });

  it('may fail, and is then done again', () => {
    const memory = createMemory(2);
    const input = slot(0);
    const run = memory.remember(() => {
      if (memory.read(input) === 0) throw new Error('no column');
      return memory.read(input);
    });
    expect(run).toThrow('no column');
    input.current = 1;
    expect(run()).toBe(1);
  });
});
