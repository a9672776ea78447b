import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  openPrivateCache,
  type PrivateCache,
} from '../../../src/adapters/chromium/private-cache.js';
import { HALF_CELL } from '../../../src/adapters/fonts/cells.js';
import { DocumentFonts } from '../../../src/adapters/fonts/document-fonts.js';
import { FACES } from '../../../src/adapters/fonts/faces.js';
import type { FontShelf } from '../../../src/adapters/fonts/font-shelf.js';
import { readSfnt } from '../../../src/adapters/fonts/sfnt.js';
import { boundsOf, readOutline } from '../../../src/adapters/fonts/outline.js';

const RARE: string = '堃垚喆䶮浉瀍溵翯玥犇昇燊翀赟頔珅〇㎡Ⅰ〔〕';
let cache: PrivateCache;
let fonts: DocumentFonts;
let shelf: FontShelf;

beforeAll(async () => {
  const opened = await openPrivateCache(process.env);
  if (!opened.ok) throw new Error(opened.error.code);
  cache = opened.value;
  fonts = new DocumentFonts(cache);
  const made = await fonts.shelf();
  if (!made.ok) throw new Error(made.error.code);
  shelf = made.value;
}, 60_000);

const cut = (id: string) => readSfnt(readFileSync(join(shelf.folder, `${id}.ttf`)));
const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

/** Width of a character in em. */
function widthOf(id: string, character: string): number {
  const font = cut(id);
  return font.advance(font.cmap.get(codeOf(character)) ?? 0) / font.unitsPerEm;
}

/** The fonts inside a sheet, by face. */
async function inlineFonts(...texts: string[]) {
  const sheet = await fonts.inlineSheetFor(texts);
  if (!sheet.ok) throw new Error(sheet.error.code);
  const found = sheet.value.css.matchAll(
    /font-family:"Kaoheng ([\w-]+)";src:url\(data:font\/ttf;base64,([^)]+)\)/g,
  );
  const read = [...found].map(
    ([, id = '', font = '']) => [id, readSfnt(Buffer.from(font, 'base64'))] as const,
  );
  return { fonts: new Map(read), ...sheet.value };
}

describe('the shelf of fonts', () => {
  test.each(FACES.map((face) => [face.wanted, face] as const))(
    '%s has a font for every rare character of names and places',
    (_, face) => {
      const chain = face.chain.filter((id) => shelf.cuts.has(id)).map((id) => cut(id));
      const lacking = [...RARE].filter((c) => !chain.some((font) => font.cmap.has(codeOf(c))));
      expect(lacking).toEqual([]);
    },
  );

  test('what 小标宋 and 黑体 lack is printed by a bold face, what 仿宋 lacks by a light one', () => {
    const chains = new Map(FACES.map((face) => [face.id, face.chain]));
    expect(chains.get('title')?.at(-1)).toBe('bold');
    expect(chains.get('hei')?.at(-1)).toBe('bold');
    expect(chains.get('body')?.slice(1)).toEqual(['light', 'light-more']);
    expect(cut('title-more').cmap.has(codeOf('瀍'))).toBe(true);
    expect(cut('bold').cmap.has(codeOf('溵'))).toBe(true);
  });

  test.each(['half', 'half-kai', 'half-hei'])(
    'every digit and letter of %s is half a cell of the grid wide',
    (id) => {
      // Font size 16 pt, letter-spacing -0.2803 px: what the style sheet of a 公文 says.
      const [size, spacing] = [(16 * 96) / 72, -0.2803];
      const halfPitch = (size + spacing) / 2;
      for (let code = 0x20; code < 0x7f; code++) {
        const character = String.fromCharCode(code);
        const advance = widthOf(id, character) * size + spacing;
        expect(Math.abs(advance - halfPitch), character).toBeLessThan(0.001);
      }
      expect(HALF_CELL).toBeCloseTo(0.50657, 5);
    },
  );

  test('digits stand in the middle of their half cell', () => {
    const font = cut('half');
    for (const digit of '0234567890') {
      const [left, , right] = boundsOf(readOutline(font, font.cmap.get(codeOf(digit)) ?? 0));
      const middle = (left + right) / 2 / font.unitsPerEm;
      expect(Math.abs(middle - HALF_CELL / 2), digit).toBeLessThan(0.02);
    }
  });

  test.each(['light', 'kai', 'hei'])('Chinese marks take a full cell in %s', (id) => {
    const font = cut(id);
    for (const mark of '，。、；：“”‘’—…·×±÷°《》〔〕') {
      if (!font.cmap.has(codeOf(mark))) continue;
      expect(widthOf(id, mark), mark).toBe(1);
    }
  });

  test('all fonts stand alike in their line', () => {
    for (const id of shelf.cuts) {
      const file = readFileSync(join(shelf.folder, `${id}.ttf`));
      const view = new DataView(file.buffer, file.byteOffset);
      const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + i * 16);
      const hhea = tables.find((at) => file.toString('latin1', at, at + 4) === 'hhea') ?? 0;
      const at = view.getUint32(hhea + 8);
      const em = readSfnt(file).unitsPerEm;
      expect([view.getInt16(at + 4) / em, view.getInt16(at + 6) / em], id).toEqual([
        expect.closeTo(0.88, 3),
        expect.closeTo(-0.12, 3),
      ]);
    }
  });

  test('a second process finds it made', async () => {
    const other = await new DocumentFonts(cache).shelf();
    expect(other.ok && other.value.folder).toBe(shelf.folder);
  });
});

describe('the sheet of a document', () => {
  test('is the same for every document, so that its bytes do not depend on its batch', async () => {
    const one = await fonts.sheetFor(['质量']);
    const many = await fonts.sheetFor(['质量', RARE, '龙']);
    expect(one.ok && one.value.css).toBe(many.ok && many.value.css);
    expect(one.ok && one.value.css).not.toContain('data:');
  });

  test('blanks, controls and bidi marks are not missing characters', async () => {
    const sheet = await fonts.sheetFor(['\u202E\u200B\u2003\u0007😀']);
    expect(sheet.ok && sheet.value.missing).toEqual(['😀']);
  });
});

describe('a sheet that brings its fonts', () => {
  test('holds the characters of its document and no others', async () => {
    const { fonts: brought } = await inlineFonts('质量');
    expect(brought.get('title')?.cmap.has(codeOf('质'))).toBe(true);
    expect(brought.get('title')?.cmap.has(codeOf('龙'))).toBe(false);
    expect([...brought.keys()]).not.toContain('bold');
  });

  test('brings the fonts that print its rare characters', async () => {
    const { fonts: brought, missing } = await inlineFonts(RARE);
    expect(missing).toEqual([]);
    for (const { chain } of FACES) {
      for (const c of RARE) {
        expect(
          chain.some((id) => brought.get(id)?.cmap.has(codeOf(c)) === true),
          c,
        ).toBe(true);
      }
    }
  });

  test('the page numbers of every document are there without its saying so', async () => {
    const { fonts: brought, warmUp } = await inlineFonts('');
    for (const character of '0123456789第页共') {
      expect(brought.get('song')?.cmap.has(codeOf(character)), character).toBe(true);
    }
    expect(warmUp).toContain('Kaoheng song');
  });
});
