import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../src/domain/kernel/nearest-name.js';

const KNOWN = ['label', 'title', 'min', 'max', 'sampled', 'pass_rate', '西宁市', '海东市'];

describe('the nearest name', () => {
  it.each([
    ['a swap', 'titel', 'title'],
    ['a swap in a short name', 'mni', 'min'],
    ['a letter dropped', 'lable', 'label'],
    ['a letter too many', 'sammpled', 'sampled'],
    ['another letter', 'pass-rate', 'pass_rate'],
    ['another character', '西宁州', '西宁市'],
  ])('is found in spite of %s', (_what, name, meant) => {
    expect(nearestName(name, KNOWN)).toBe(meant);
  });

  it.each([
    ['too much would change', 'goal'],
    ['one letter could be anything', 'x'],
    ['it says nothing', ''],
    ['it is longer than any name', 'a'.repeat(65)],
  ])('is not guessed where %s', (_why, name) => {
    expect(nearestName(name, [...KNOWN, 'y', 'a'.repeat(64)])).toBeUndefined();
  });

  it('is the nearest of several, the first of equals', () => {
    expect(nearestName('rates', ['rate', 'rated', 'dates'])).toBe('rate');
    expect(nearestName('sample', ['samples', 'sampled'])).toBe('samples');
  });
});
