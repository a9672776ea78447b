import { expect, test } from 'vitest';
import { mappedCharacters } from '../../../../src/adapters/chromium/pdf/read-fonts.js';

test('reads the characters that a font gives back', () => {
  const map =
    '1 beginbfchar\n<0001> <8003>\nendbfchar\n1 beginbfrange\n<0002> <0003> <0041>\nendbfrange';
  expect([...mappedCharacters(map)]).toEqual(['考', 'A', 'B']);
});
