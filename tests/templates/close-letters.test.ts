import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheavesOf, spacingsOf } from '../../src/adapters/chromium/sheaves.js';
import type { FilledTemplate } from '../../src/ports/template-source.js';
import { openSheafPress, type SheafPress } from '../adapters/chromium/print-sheaf.js';
import { EXAMPLE } from './fixtures.js';
import { fillSpecimen } from './geometry/print-specimen.js';
import { linesOf } from './geometry/lines-of.js';
import { readPages } from './geometry/read-pages.js';

let press: SheafPress;
beforeAll(async () => {
  press = await openSheafPress();
});
afterAll(() => press.close());

const SENTENCE =
  '请对照扣分事项逐条分析原因，明确整改措施、责任单位和完成时限，于三十日内报送整改方案。';
const NAMES = ['西宁市', '海东市', '海西州', '玉树州', '果洛州'];

/** A letter to the region of this number: as many pages as told, by the length of its text. */
async function letter(number: number, pages: number, more = ''): Promise<FilledTemplate> {
  const name = NAMES[number] ?? '';
  const text = `<p>${name}。${SENTENCE}</p>`.repeat(4 + (pages - 1) * 8);
  const filled = await fillSpecimen(
    'letter',
    `{{> letter-heading}}{{> title}}{{> addressees}}<main>${text}</main>{{> signature}}${more}`,
    { ...EXAMPLE, paper: { ...EXAMPLE.paper, addressees: `${name}人民政府` } },
  );
  return { ...filled, facts: { ...filled.facts, region: { id: String(number), name } } };
}

const PAGES = [2, 1, 3, 2, 1];
const letters = () => Promise.all(PAGES.map((pages, number) => letter(number, pages)));

async function close(sheaf: readonly FilledTemplate[]): Promise<Uint8Array[]> {
  const printed = await press.print(sheaf, 'close');
  if (!printed.ok) throw new Error(printed.error);
  return printed.value.map(({ pdf }) => pdf);
}

test('letters of one, two and three pages have the same bytes alone and close together', async () => {
  const sheaf = await letters();
  const together = await close(sheaf);
  for (const [at, one] of sheaf.entries()) {
    const [alone] = await close([one]);
    expect(Buffer.compare(together[at] ?? Buffer.of(), alone ?? Buffer.of())).toBe(0);
  }
});

test('each has its own text, as many pages as it needs, and its own numbers', async () => {
  for (const [at, pdf] of (await close((await letters()).reverse())).reverse().entries()) {
    const pages = await readPages(pdf);
    expect(pages).toHaveLength(PAGES[at] ?? 0);
    const text = pages.flatMap((page) => linesOf(page).map((line) => line.text)).join('');
    expect(NAMES.filter((name) => text.includes(name))).toEqual([NAMES[at]]);
    const numbers = pages.map((page) => /— ?(\d+) ?—/.exec(linesOf(page).at(-1)?.text ?? '')?.[1]);
    expect(numbers.slice(1)).toEqual(pages.slice(1).map((_, index) => String(index + 2)));
  }
});

test('letters of own pages alone may stand close, those with an annex or a colophon may not', async () => {
  const [short, other] = [await letter(0, 1), await letter(1, 2)];
  const annexed = await letter(2, 1, '<section class="annex wide"><p>附件</p></section>');
  const copied = await letter(3, 1, '<footer class="colophon"><p>抄送：各部门。</p></footer>');
  const official = await fillSpecimen('official', '<main><p>正文</p></main>', EXAMPLE);
  expect(spacingsOf([short, other])).toEqual(['close', 'apart']);
  for (const one of [annexed, copied, official])
    expect(spacingsOf([short, one])).toEqual(['apart']);
});

test('a page number that looks otherwise than that of the page whose number it needs is refused', async () => {
  const css = "@page other:left { @bottom-left { content: '第' counter(page) '页'; } }";
  const two = [await letter(0, 2), await letter(1, 1, '<p style="page: other">另页</p>')];
  const sheaf = two.map((one) => ({ ...one, css: `${one.css}${css}` }));
  expect(sheavesOf(sheaf)).toHaveLength(1);
  expect(await press.print(sheaf, 'close')).toEqual({ ok: false, error: '页码不能改写' });
  expect((await press.print(sheaf, 'apart')).ok).toBe(true);
});
