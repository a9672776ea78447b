import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PdfFile } from '../../../../src/adapters/chromium/pdf/pdf-file.js';
import { readFonts } from '../../../../src/adapters/chromium/pdf/read-fonts.js';
import type { FilledTemplate } from '../../../../src/ports/template-source.js';
import { documentOf, filledWith } from '../filled.js';
import { openSheafPress, type SheafPress } from '../print-sheaf.js';
import { openPrint, readPrint } from '../read-print.js';

let press: SheafPress;
beforeAll(async () => {
  press = await openSheafPress();
});
afterAll(() => press.close());

/** A document about a region of this name, which stands in it. */
function about(name: string, pages: number, options: Parameters<typeof documentOf>[1] = {}) {
  const title = `${name}考核结果`;
  return filledWith(documentOf(pages, { title, ...options }), {
    title,
    facts: { region: { id: name, name } },
  });
}

async function cut(sheaf: readonly FilledTemplate[]): Promise<Uint8Array[]> {
  const printed = await press.print(sheaf);
  if (!printed.ok) throw new Error(printed.error);
  return printed.value.map(({ pdf }) => pdf);
}

/** One, two and three pages; with a colophon or without; a landscape table at the end. */
const MIXED = [
  about('西宁', 3),
  about('海东', 1, { hasColophon: false }),
  about('海西', 2, { endsWide: true }),
  about('玉树', 2),
  about('果洛', 1),
  about('黄南', 3, { endsWide: true, hasColophon: false }),
];

test('a document has the same bytes alone and behind any others', async () => {
  const alone: Uint8Array[] = [];
  for (const document of MIXED) alone.push(...(await cut([document])));
  for (const order of [
    [0, 1, 2, 3, 4, 5],
    [5, 3, 1, 4, 2, 0],
  ]) {
    const together = await cut(order.map((at) => MIXED[at] ?? about('', 1)));
    for (const [place, at] of order.entries()) {
      expect(Buffer.compare(together[place] ?? Buffer.of(), alone[at] ?? Buffer.of())).toBe(0);
    }
  }
});

test('each has its own pages, numbers, colophon and outline', async () => {
  const files = await cut(MIXED);
  const firsts = await Promise.all(
    files.map(async (pdf) => {
      const pages = await readPrint(pdf);
      const outline = await (await openPrint(pdf)).getOutline();
      return `${pages.length} ${pages[0]?.text ?? ''} ${outline?.[0]?.title ?? ''}`;
    }),
  );
  expect(firsts).toEqual([
    '4 —1—西宁考核结果第1节正文1 西宁考核结果',
    '1 —1—海东考核结果第1节正文1 海东考核结果',
    '4 —1—海西考核结果第1节正文1 海西考核结果',
    '2 —1—玉树考核结果第1节正文1 玉树考核结果',
    '2 —1—果洛考核结果第1节正文1 果洛考核结果',
    '3 —1—黄南考核结果第1节正文1 黄南考核结果',
  ]);
});

test('says of itself what it is about, not what its neighbour is', async () => {
  const [, second = new Uint8Array()] = await cut([about('西宁', 1), about('海东', 1)]);
  const { info } = await (await openPrint(second)).getMetadata();
  expect(info).toMatchObject({ Title: '海东考核结果', Subject: '食品安全考核·海东' });
});

test('holds no character that stands in a neighbour alone', async () => {
  for (const [at, pdf] of (await cut(MIXED)).entries()) {
    const own = MIXED[at]?.body ?? '';
    const { characters, embedded } = readFonts(new PdfFile(pdf));
    expect(embedded).toBeGreaterThan(0);
    const foreign = [...characters].filter((each) => !own.includes(each) && !/[\s—\d]/.test(each));
    expect(foreign).toEqual([]);
  }
});

test('keeps the tags of its tables and the links to other places', async () => {
  const [, , third = new Uint8Array()] = await cut(MIXED);
  const pages = await readPrint(third);
  expect(pages[1]?.tags).toEqual(['H2:第2节', 'P:正文2', 'TH:名次', 'TH:单位', 'TH:1', 'TD:西宁']);
  expect(pages[1]?.links).toHaveLength(1);
});

test('one that is too wide makes no other smaller: the sheaf is not cut', async () => {
  const wide = about('海东', 1);
  const body = wide.body.replace('<main>', '<main><p style="width:500mm">宽</p>');
  expect((await press.print([about('西宁', 1), { ...wide, body }])).ok).toBe(false);
});

test('a reader of PDF finds no fault in the files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-cut-'));
  try {
    for (const [at, pdf] of (await cut(MIXED)).entries()) {
      const file = join(folder, `${at}.pdf`);
      writeFileSync(file, pdf);
      const run = (program: string, ...args: string[]): string | null => {
        try {
          return execFileSync(program, args, { encoding: 'utf8' });
        } catch (error) {
          const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
          if (!isAbsent) throw error;
          console.warn(`本机没有 ${program}，跳过`);
          return null;
        }
      };
      expect(run('qpdf', '--check', file) ?? 'No syntax').toContain('No syntax');
      const fonts = run('pdffonts', file);
      for (const row of fonts?.split('\n').slice(2, -1) ?? []) {
        expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
