import { expect, test } from 'vitest';
import { lotsOf, sheavesOf } from '../../../src/adapters/chromium/sheaves.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { documentOf, filledWith } from './filled.js';

const region = { id: 'xining', name: '西宁市' };

function about(
  body = documentOf(1),
  css = '',
  of: FilledTemplate['facts']['region'] = region,
): FilledTemplate {
  return filledWith(body, { css, facts: { region: of } });
}

const sizesOf = (documents: readonly FilledTemplate[]) =>
  sheavesOf(documents).map((sheaf) => sheaf.length);

test('lots grow from a first small one, and shrink towards the end; each document is in one', () => {
  const documents = Array.from({ length: 333 }, (_, number) => number);
  const lots = [...lotsOf(documents, 3)];
  expect(lots.flat()).toEqual(documents);
  const sizes = lots.map((lot) => lot.length);
  expect(sizes.slice(0, 3)).toEqual([4, 16, 64]);
  expect(Math.max(...sizes.slice(-3))).toBeLessThanOrEqual(12);
});

test('a small batch is parted so that all pages of the browser have work', () => {
  const sizes = [...lotsOf(Array.from({ length: 21 }), 3)].map((lot) => lot.length);
  expect(sizes).toEqual([4, 5, 4, 4, 4]);
});

test('documents about one region each are printed as one', () => {
  expect(sizesOf([about(), about(), about()])).toEqual([3]);
});

test.each([
  ['is about no single region', about(documentOf(1), '', null)],
  ['has other rules', about(documentOf(1), 'p { color: #111; }')],
  [
    'is to be printed otherwise',
    about(documentOf(1).replace('<article class="document"', '$& data-cover="plain"')),
  ],
  ['holds several documents', about(documentOf(1) + documentOf(1))],
  ['has a name to which a link may lead', about(documentOf(1).replace('<h1>', '<h1 id="top">'))],
])('one that %s is printed alone', (_, other) => {
  expect(sizesOf([about(), other, about(), about()])).toEqual([1, 1, 2]);
});

test.each([
  ['is repeated on every page', '.watermark { position: fixed; }'],
  ['counts the pages of a file', '@page { @top-left { content: counter(pages); } }'],
  ['means the first page of a file', '@page letter:first { margin: 0; }'],
  ['asks what stands anywhere', ':root:has(.seal) { --sealed: 1; }'],
  ['picks one of several documents', 'article.document:first-of-type { color: #111; }'],
])('documents whose rules have what %s are printed alone', (_, css) => {
  expect(sizesOf([about(documentOf(1), css), about(documentOf(1), css)])).toEqual([1, 1]);
});

test('rules that ask how the documents are to be printed do not keep them apart', () => {
  const css = ":root:has([data-red-heading='preprinted'], [data-cover='plain']) { --rule: 0; }";
  expect(sizesOf([about(documentOf(1), css), about(documentOf(1), css)])).toEqual([2]);
});

test('long documents share a print with fewer others', () => {
  const long = about(documentOf(1).replace('</main>', `<p>${'长'.repeat(600_000)}</p></main>`));
  expect(sizesOf([long, long, long, long])).toEqual([2, 2]);
});
