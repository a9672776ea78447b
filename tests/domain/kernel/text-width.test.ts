import { expect, test } from 'vitest';
import { textWidth } from '../../../src/domain/kernel/text-width.js';

test.each([
  ['2015年度', 4],
  ['通报', 2],
  ['', 0],
  ['𠀀', 1],
])('%s takes the room of %d full-width characters', (text, width) => {
  expect(textWidth(text)).toBe(width);
});
