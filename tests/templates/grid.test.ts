import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import { EXAMPLE } from './fixtures.js';
import { faultsOf, STANDARD } from './geometry/check-pages.js';
import { linesOf } from './geometry/lines-of.js';
import { bytesOfSpecimen } from './geometry/print-specimen.js';
import { readPages, type Page } from './geometry/read-pages.js';

const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

const isAbsent = spawnSync('pdftotext', ['-v']).error !== undefined;
if (isAbsent) console.warn('poppler (pdftotext) is not installed: its second opinion is left out.');

const MIXED =
  '按照《质量发展纲要（2011—2020年）》的部署，2014—2015年度全省8个市（州）综合得分最高98.95分、最低71.08分，平均83.47分（较上年提高1.25个百分点）；其中“产品质量”“工程质量”两项提升明显，CNAS认可的实验室达到A级。';

async function printed(text: string): Promise<Uint8Array> {
  return bytesOfSpecimen(renderer, 'official', `<main><p>${text}</p></main>{{> title}}`, EXAMPLE);
}

/** The body's lines on a page. */
function bodyOf(page: Page): ReturnType<typeof linesOf> {
  return linesOf(page).filter((line) =>
    line.glyphs.every((glyph) => Math.abs(glyph.size - 16) < 0.05 && glyph.y < 262.5),
  );
}

test('a full page has 22 lines of 28 characters that fill the type area', async () => {
  const pages = await readPages(await printed('考核结果'.repeat(400)));
  for (const page of pages.slice(0, 2)) {
    const lines = bodyOf(page);
    expect(lines).toHaveLength(22);
    for (const line of lines.slice(1)) {
      expect(line.glyphs).toHaveLength(28);
      expect(Math.abs(line.start - STANDARD.left(page.number))).toBeLessThan(0.3);
      expect(Math.abs(line.end - line.start - 156)).toBeLessThan(0.3);
    }
    // The first and the last line's character boxes touch the type area's half leading.
    const half = (STANDARD.line - (16 / 72) * 25.4) / 2;
    const top = (lines[0]?.y ?? 0) - 0.88 * (16 / 72) * 25.4 - half;
    const foot = (lines.at(-1)?.y ?? 0) + 0.12 * (16 / 72) * 25.4 + half;
    expect(Math.abs(top - 37)).toBeLessThan(0.4);
    expect(Math.abs(foot - 262)).toBeLessThan(0.4);
  }
}, 60_000);

test('Chinese, digits, letters and punctuation keep to half cells, and few lines end early', async () => {
  const pages = await readPages(await printed(MIXED.repeat(30)));
  const { disclaimer } = EXAMPLE.set;
  expect(faultsOf(pages, { form: 'official', disclaimer, runHash: EXAMPLE.runHash })).toEqual([]);
  const lines = pages.flatMap((page) =>
    bodyOf(page).map((line) => line.end - STANDARD.left(page.number)),
  );
  const short = lines.slice(0, -1).filter((end) => end < 156 - 1.1 * STANDARD.cell);
  expect(short.length / lines.length).toBeLessThan(0.2);
}, 60_000);

test.skipIf(isAbsent)(
  'poppler measures the same type area and the same page numbers',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kaoheng-poppler-'));
    try {
      const path = join(folder, 'notice.pdf');
      writeFileSync(path, await printed('考核结果'.repeat(400)));
      const said = spawnSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' }).stdout;
      const pages = said.split('<page ').slice(1);
      for (const [index, page] of pages.slice(0, 2).entries()) {
        const words = [
          ...page.matchAll(
            /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)/g,
          ),
        ].map((found) => ({
          x: (Number(found[1]) / 72) * 25.4,
          y: (Number(found[2]) / 72) * 25.4,
          end: (Number(found[3]) / 72) * 25.4,
          text: found[5] ?? '',
        }));
        const body = words.filter((word) => /^[考核结果]{20,}$/u.test(word.text));
        const left = STANDARD.left(index + 1);
        expect(body).toHaveLength(22);
        expect(Math.min(...body.map((word) => word.x))).toBeCloseTo(left, 0);
        expect(Math.max(...body.map((word) => word.end))).toBeCloseTo(left + 156, 0);
        const dashes = words.filter((word) => word.text === '—' && word.y > 262);
        expect(dashes).toHaveLength(2);
        const character = (14 / 72) * 25.4;
        if (index % 2 === 0)
          expect(Math.max(...dashes.map((dash) => dash.end))).toBeCloseTo(
            left + 156 - character,
            0,
          );
        else expect(Math.min(...dashes.map((dash) => dash.x))).toBeCloseTo(left + character, 0);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

test('a line ends before a name or a figure of the result where it ends before any other text', async () => {
  const said = (mark: (text: string, value: string) => string): string =>
    Array.from(
      { length: 14 },
      (_, place) =>
        `${'经'.repeat(place)}第一组的海西州等级由${mark('B', 'rank:haixi')}降为${mark('C', 'rank:haixi')}，得分${mark('93.20', 'score:haixi')}分，其后为${mark('海东市', 'name:haidong')}、${mark('海北州', 'name:haibei')}、${mark('黄南州', 'name:huangnan')}。`,
    ).join('</p><p>');
  const linesFor = async (text: string): Promise<string[]> =>
    (await readPages(await printed(text))).flatMap((page) => bodyOf(page).map((line) => line.text));
  const plain = await linesFor(said((text) => text));
  const marked = said((text, value) => `<data class="figure" value="${value}">${text}</data>`);
  expect(await linesFor(marked)).toEqual(plain);
}, 60_000);
