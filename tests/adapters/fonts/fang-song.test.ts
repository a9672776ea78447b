import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPrivateCache } from '../../../src/adapters/chromium/private-cache.js';
import { convertOutlines } from '../../../src/adapters/fonts/convert-outlines.js';
import { DocumentFonts } from '../../../src/adapters/fonts/document-fonts.js';
import { createFontBringer } from '../../../src/adapters/fonts/fang-song.js';
import { boundsOf, readOutline } from '../../../src/adapters/fonts/outline.js';
import { readSfnt } from '../../../src/adapters/fonts/sfnt.js';
import { describeFontFault, describeFontStep } from '../../../src/messages/font-faults.js';
import { cffFont } from './cff-font.js';
import { renameFont } from './rename-font.js';

const home = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
const env = { ...process.env, KAOHENG_CACHE: join(home, 'cache') };
afterAll(() => rmSync(home, { recursive: true }));

/** Brings a file and tells what was said. */
async function bring(
  file: string | null,
  where: Readonly<Record<string, string | undefined>> = env,
) {
  const said: string[] = [];
  const brought = await createFontBringer(where).bring(file, (step) => {
    said.push(describeFontStep(step));
  });
  return { brought, said, fault: brought.ok ? '' : describeFontFault(brought.error) };
}

function put(name: string, content: Uint8Array): string {
  const path = join(home, name);
  writeFileSync(path, content);
  return path;
}

/** The folder of the fonts that printing has here anyway. */
let shelf = '';
beforeAll(async () => {
  const cache = await openPrivateCache(process.env);
  if (!cache.ok) throw new Error(cache.error.code);
  const made = await new DocumentFonts(cache.value).shelf();
  if (!made.ok) throw new Error(made.error.code);
  shelf = made.value.folder;
}, 60_000);

describe('a 仿宋 that the user has', () => {
  test('is used from then on, and its digits stay in half cells', async () => {
    const font = renameFont(readFileSync(join(shelf, 'light.ttf')), '某某仿宋');
    const { brought, said } = await bring(put('fang.ttf', font));
    expect(brought).toMatchObject({ ok: true, value: { name: '某某仿宋', characters: 6763 } });
    expect(said).toEqual(['正在读取字体……', '正在存入本机缓存……']);

    const cache = await openPrivateCache(env);
    if (!cache.ok) throw new Error(cache.error.code);
    const fonts = new DocumentFonts(cache.value);
    const made = await fonts.shelf();
    expect(made.ok && made.value.fang).toBe('某某仿宋');
    const sheet = await fonts.sheetFor(['']);
    expect(sheet.ok && sheet.value.css).toMatch(
      /--font-body:"Kaoheng half","仿宋_GB2312".*"Kaoheng fang","Kaoheng light"/,
    );
  }, 60_000);

  test('is refused when it is no font, a collection, or not there', async () => {
    expect((await bring(put('a.ttf', Buffer.from('考核')))).fault).toContain('不能用作字体');
    expect((await bring(put('a.ttc', Buffer.from('ttcf0000')))).fault).toContain('字体集合');
    expect((await bring(join(home, 'nowhere.ttf'))).fault).toContain('没有这个文件');
  });

  test('is refused when it has no 汉字', async () => {
    const { fault } = await bring(put('latin.ttf', readFileSync(join(shelf, 'latin.ttf'))));
    expect(fault).toContain('只有 GB 2312 的 6763 个汉字中的 0 个');
  });

  test('is refused when its maker forbids embedding', async () => {
    const font = readFileSync(join(shelf, 'latin.ttf'));
    const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16);
    const os2 = tables.find((at) => font.toString('latin1', at, at + 4) === 'OS/2') ?? 0;
    font.writeUInt16BE(2, font.readUInt32BE(os2 + 8) + 8);
    expect((await bring(put('closed.ttf', font))).fault).toContain('不允许嵌入');
  });
});

test("without Debian's package manager it is said what else to do", async () => {
  const { brought, fault, said } = await bring(null, { ...env, PATH: home });
  expect(brought).toMatchObject({ ok: false, error: { code: 'no-package-manager' } });
  expect(fault).toContain('apt-get');
  expect(fault).toContain('kaoheng fonts 文件');
  expect(said).toEqual([]);
});

describe('a font with CFF outlines', () => {
  test("gets TrueType's, with the curves where they were", async () => {
    const font = readSfnt(await convertOutlines(cffFont()));
    expect(font.has('glyf')).toBe(true);
    const glyph = font.cmap.get(0x4e00) ?? 0;
    expect(boundsOf(readOutline(font, glyph))).toEqual([100, 0, 900, 500]);
  });

  test('keeps the widths of its own table, which the outlines contradict', async () => {
    const font = readSfnt(await convertOutlines(cffFont()));
    expect(font.advance(font.cmap.get(0x4e00) ?? 0)).toBe(1000);
    expect(font.name(1)).toBe('试制仿宋');
  });

  test('gives the same bytes each time', async () => {
    expect(await convertOutlines(cffFont())).toEqual(await convertOutlines(cffFont()));
  });
});
