import { expect, test } from 'vitest';
import { inOrder } from '../../../src/adapters/chromium/in-order.js';
import { Turns } from '../../../src/adapters/chromium/turns.js';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('letters come out in their order, however long each takes', async () => {
  const taken: number[] = [];
  for await (const letter of inOrder([30, 1, 20, 5, 0], 3, async (ms) => {
    await wait(ms);
    return ms;
  })) {
    taken.push(letter);
  }
  expect(taken).toEqual([30, 1, 20, 5, 0]);
});

test('no more letters are begun than may lie ready', async () => {
  let begun = 0;
  let taken = 0;
  const work = () => {
    begun += 1;
    return Promise.resolve(begun);
  };
  for await (const letter of inOrder(Array.from({ length: 50 }), 4, work)) {
    taken = letter;
    expect(begun - taken).toBeLessThan(4);
  }
  expect(taken).toBe(50);
});

test('letters that nobody takes any more disturb nobody', async () => {
  const work = (letter: number) =>
    letter === 2 ? Promise.reject(new Error('lost')) : Promise.resolve(letter);
  for await (const letter of inOrder([1, 2, 3], 3, work)) {
    expect(letter).toBe(1);
    break;
  }
  await wait(5);
});

test('a document that is printed alone waits for the others, and they for it', async () => {
  const turns = new Turns(2);
  const log: string[] = [];
  const print = (name: string, ms: number) => async () => {
    log.push(`+${name}`);
    await wait(ms);
    log.push(`-${name}`);
  };
  await Promise.all([
    turns.take(print('a', 10)),
    turns.take(print('b', 5)),
    turns.takeAll(print('alone', 5)),
    turns.takeAll(print('too', 5)),
    turns.take(print('c', 1)),
  ]);
  const at = (what: string) => log.indexOf(what);
  expect(at('+alone')).toBeGreaterThan(at('-a'));
  expect(at('-alone') - at('+alone')).toBe(1);
  expect(at('-too') - at('+too')).toBe(1);
  expect(log).toHaveLength(10);
});
