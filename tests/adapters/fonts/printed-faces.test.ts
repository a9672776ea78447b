import { afterAll, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import { readSfnt } from '../../../src/adapters/fonts/sfnt.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { openPrint } from '../chromium/read-print.js';

const RARE = '堃垚喆䶮浉瀍溵翯玥犇';
const FACES = ['title', 'body', 'fang', 'kai', 'kai-plain', 'hei', 'hei-plain', 'song'];
const GRID = `p { margin: 0; font-size: 16pt; letter-spacing: -0.2803px; font-kerning: none;
  text-autospace: no-autospace; text-spacing-trim: space-all; white-space: pre }`;
/** The grid's pitch in points. */
const PITCH = ((16 * 96) / 72 - 0.2803) * 0.75;

const renderer = createChromiumRenderer();
afterAll(() => renderer.close());

function filledWith(body: string, css = GRID): FilledTemplate {
  return {
    manifest: { name: 'faces', label: '字样', model: 'result-notice', form: 'plain' },
    title: '字样',
    body: `<article class="document"><h1>字样</h1>${body}</article>`,
    css,
    facts: {
      author: '省考核办',
      set: { id: 'faces', version: '1', title: '字样' },
      runHash: '0'.repeat(64),
      region: null,
      disclaimer: null,
      date: null,
    },
  };
}

async function print(body: string): Promise<Uint8Array> {
  const printed = await renderer.render(filledWith(body));
  if (!printed.ok) throw new Error(printed.error.code);
  return printed.value.pdf;
}

/** The pieces of text of the first page, with where they begin. */
async function piecesOf(pdf: Uint8Array): Promise<{ text: string; x: number }[]> {
  const page = await (await openPrint(pdf)).getPage(1);
  const { items } = await page.getTextContent({});
  return items.flatMap(({ str = '', transform }) =>
    str === '' ? [] : [{ text: str, x: transform?.[4] ?? 0 }],
  );
}

test('every face prints the rare characters as text, in TrueType', async () => {
  const lines = FACES.map((face) => `<p style="font-family:var(--font-${face})">${RARE}</p>`);
  const pdf = await print(lines.join(''));
  const text = (await piecesOf(pdf)).map((piece) => piece.text).join('');
  expect(text.split(RARE)).toHaveLength(FACES.length + 1);
  const file = Buffer.from(pdf).toString('latin1');
  expect(file).not.toContain('/Type3');
  expect(file).not.toContain('/FontFile3');
});

test.each(['body', 'kai', 'hei'])(
  'after digits and Latin %s is on the grid again',
  async (face) => {
    const words: readonly (readonly [string, number])[] = [
      ['国国', 2],
      ['2015', 2],
      ['年全省', 3],
      ['GDP', 1.5],
      ['增长', 2],
      ['98.95%', 3],
      ['（', 1],
      ['PM2.5', 2.5],
      ['）“浓度”', 5],
    ];
    const line = `${words.map(([word]) => `<span>${word}</span>`).join('')}<b style="font-weight:normal">末</b>`;
    const pieces = await piecesOf(
      await print(`<p style="font-family:var(--font-${face})">${line}</p>`),
    );
    const start = pieces.find((piece) => piece.text.startsWith('国'));
    const end = pieces.find((piece) => piece.text.endsWith('末'));
    const cells = words.reduce((sum, [, width]) => sum + width, 0);
    if (start === undefined || end === undefined) throw new Error('not printed');
    const before = [...end.text].length - 1;
    const measured = end.x + before * PITCH - start.x;
    // A fiftieth of a millimetre over the whole line.
    expect(Math.abs(measured - cells * PITCH)).toBeLessThan((0.02 * 72) / 25.4);
  },
);

test('an HTML document that stands alone has the characters of its style sheet too', async () => {
  const html = await renderer.html(filledWith('<p>质量</p>', "p::after { content: '翯' }"));
  const fonts = (html.ok ? html.value : '').matchAll(/base64,([^)]+)\)/g);
  const kept = [...fonts].map(([, font = '']) => readSfnt(Buffer.from(font, 'base64')));
  expect(kept.some((font) => font.cmap.has('翯'.codePointAt(0) ?? 0))).toBe(true);
});
