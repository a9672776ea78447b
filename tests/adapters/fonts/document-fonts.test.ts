import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openPrivateCache } from '../../../src/adapters/chromium/private-cache.js';
import { readCoverage } from '../../../src/adapters/fonts/coverage.js';
import { DocumentFonts } from '../../../src/adapters/fonts/document-fonts.js';

const directory = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
const cache = await openPrivateCache({ KAOHENG_CACHE: directory });
if (!cache.ok) throw new Error(cache.error.code);
const fonts = new DocumentFonts(cache.value);
afterAll(() => rmSync(directory, { recursive: true }));

/** The fonts inside a sheet, by face. */
async function facesFor(text: string) {
  const sheet = await fonts.sheetFor([text]);
  if (!sheet.ok) throw new Error(sheet.error.code);
  const found = sheet.value.css.matchAll(
    /font-family:"Kaoheng (\w+)";src:url\(data:font\/ttf;base64,([^)]+)\)/g,
  );
  const faces = [...found].map(
    ([, face = '', font = '']) => [face, readCoverage(Buffer.from(font, 'base64'))] as const,
  );
  return { faces: new Map(faces), missing: sheet.value.missing };
}

test('every chain of faces ends in one that has the rare characters', async () => {
  const { faces, missing } = await facesFor('堃垚䶮浉瀍Ⅰ㎡〔〕');
  expect(missing).toEqual([]);
  for (const last of ['body', 'kai']) {
    for (const character of '堃垚䶮浉瀍Ⅰ㎡〔〕') {
      expect(faces.get(last)?.(character.codePointAt(0) ?? 0), `${last} ${character}`).toBe(true);
    }
  }
});

test('a font holds the characters of its document and no others', async () => {
  const { faces } = await facesFor('质量');
  expect(faces.get('title')?.('质'.codePointAt(0) ?? 0)).toBe(true);
  expect(faces.get('title')?.('龙'.codePointAt(0) ?? 0)).toBe(false);
});

test('the page numbers of every document are there without its saying so', async () => {
  const { faces } = await facesFor('');
  for (const character of '0123456789—第页共') {
    expect(faces.get('song')?.(character.codePointAt(0) ?? 0), character).toBe(true);
  }
});

test('blanks, controls and bidi marks are not missing characters', async () => {
  const { missing } = await facesFor('\u202E\u200B\u2003\u0007😀');
  expect(missing).toEqual(['😀']);
});
