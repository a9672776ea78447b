import { expect, test } from 'vitest';
import { inspectPdf, normalisePdf } from '../../../src/adapters/chromium/pdf-bytes.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('an empty print has neither fonts nor characters', () => {
  const facts = inspectPdf(bytes('%PDF-1.4\n1 0 obj\n<</Type /Page\n/Parent 2 0 R>>\nendobj\n'));
  expect(facts).toEqual({ pages: 1, embeddedFonts: 0, characters: new Set() });
});

test('a list of pages is not a page', () => {
  expect(inspectPdf(bytes('<</Type /Pages\n/Count 1>>')).pages).toBe(0);
});

test('reads the characters that a font gives back', () => {
  const map =
    '1 beginbfchar\n<0001> <8003>\nendbfchar\n1 beginbfrange\n<0002> <0003> <0041>\nendbfrange';
  const pdf = `\n7 0 obj\n<</Length 1>> stream\n${map}\nendstream\nendobj\n<</ToUnicode 7 0 R>>`;
  expect([...inspectPdf(bytes(pdf)).characters]).toEqual(['考', 'A', 'B']);
});

test('two prints that differ in date and numbering become one, at the same length', () => {
  const print = (date: string, a: number, b: number) => {
    const [first, second] = [a, b].map((id) => `(node${String(id).padStart(8, '0')})`);
    const leaf = [`${first} 3 0 R`, `${second} 4 0 R`].sort().join(' ');
    const limits = [first, second].sort().join(' ');
    return bytes(
      `/CreationDate (D:${date}+00'00')\n/ID ${first}\n/ID ${second}\n<</Limits [${limits}]\n/Names [${leaf}]>>`,
    );
  };
  const one = normalisePdf(print('20240101120000', 607, 608));
  const other = normalisePdf(print('20250305080910', 12, 9));
  expect(Buffer.from(other).toString()).toBe(Buffer.from(one).toString());
  expect(one.length).toBe(print('20240101120000', 607, 608).length);
});
