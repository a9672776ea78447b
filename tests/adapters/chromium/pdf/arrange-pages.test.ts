import { describe, expect, test } from 'vitest';
import {
  arrangePages,
  beginOnRightPages,
  inOneFile,
  type PageFacts,
} from '../../../../src/adapters/chromium/pdf/arrange-pages.js';
import type { Mark } from '../../../../src/adapters/chromium/pdf/page-marks.js';

const MARKED: Readonly<Record<string, Mark>> = { c: 'colophon', '|': 'between', l: 'letter' };

/**
 * Pages by a letter each: text, wide, room (blank), colophon, | between documents, a letter's right; o
 * opens a document though none stands between.
 */
function pagesOf(letters: string): PageFacts[] {
  return [...letters].map((letter) => ({
    marks: new Set(MARKED[letter] === undefined ? [] : [MARKED[letter]]),
    isWide: letter === 'w',
    isBlank: 'r|'.includes(letter),
    opensDocument: letter === 'o',
  }));
}

/** Each finished page as its letter, `+` for a colophon on it, `_` when empty, `'` without a number. */
function arranged(letters: string): string {
  return inOneFile(arrangePages(pagesOf(letters)))
    .map(({ page, colophon, keepsNumber }) => {
      const letter = page === null ? '_' : (letters[page] ?? '');
      return `${letter}${colophon === null ? '' : '+'}${keepsNumber ? '' : "'"}`;
    })
    .join(' ');
}

describe('the colophon of a document', () => {
  test.each([
    ['ttc', 't t+', 'goes onto the last page when that is an even one'],
    ['tc', 't c', 'has the back of a single page'],
    ['tttc', 't t t c', 'stays on its own even page after an odd number of pages'],
    ['ttrc', "t t r' c'", 'and the blank page before it have no number'],
    ['trc', 't r+', 'stands alone on an even page where only its room spilled over'],
    ['twc', "t w _' c'", 'is not put on a landscape table'],
    ['ttwc', 't t w c', 'may be on the back of a landscape table'],
    ['c', 'c', 'may be all there is'],
    ['ttt', 't t t', 'may be missing'],
  ])('%s becomes %s: it %s', (printed, wanted) => {
    expect(arranged(printed)).toBe(wanted);
  });

  test('longer than a page stays where it is, and is told of', () => {
    const [document] = arrangePages(pagesOf('ttcc'));
    expect(document?.pages.map(({ page }) => page)).toEqual([0, 1, 2, 3]);
    expect(document?.hasLongColophon).toBe(true);
  });
});

describe('several documents in one file', () => {
  test.each([
    ['tt||tt', 't t t t', 'follow one another where each has an even number of pages'],
    ['t|t', "t _' t", 'begin on a front side each: none shares a sheet of paper'],
    ['oto|o', "o t o _' o", 'begin where they are said to, though no page stands between'],
    ['tc||ttc|tttc', 't c t t+ t t t c', 'have their colophons each at their own end'],
  ])('%s become %s: they %s', (printed, wanted) => {
    expect(arranged(printed)).toBe(wanted);
  });

  test.each([
    ['tt', true],
    ['t|t', true],
    ['tt|tt', false],
    ['tt||tt', true],
    ['tt||t|tt|t', false],
  ])('%s: that each begins on a right page is %s', (printed, wanted) => {
    expect(beginOnRightPages(pagesOf(printed))).toBe(wanted);
  });

  test('the first page of each letter is a front of its own, without a number', () => {
    const letters = arrangePages(pagesOf('ltl||ltc|l'));
    const fronts = letters.map(({ pages }) => pages.map(({ opensLetter }) => opensLetter));
    expect(fronts).toEqual([[true, false, false], [true, false], [true]]);
    expect(letters.map(({ pages }) => pages[0]?.keepsNumber)).toEqual([false, false, false]);
  });
});
