import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import type { DocumentRenderer } from '../../../src/ports/document-renderer.js';
import { FOOD } from '../../templates/fixtures.js';
import { documentOf, filledWith } from './filled.js';
import { readPrint } from './read-print.js';

let printer: DocumentRenderer;
let server: Server;
let folder = '';
let secret = '';
let requests: string[] = [];
beforeAll(async () => {
  printer = createChromiumRenderer();
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end('<p>外来</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = mkdtempSync(join(tmpdir(), 'kaoheng-secret-'));
  writeFileSync(join(folder, 'secret.html'), '<p>机密机密</p>');
  writeFileSync(
    join(folder, 'secret.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="20">机密机密</text></svg>',
  );
  secret = pathToFileURL(folder).href;
});
afterAll(async () => {
  await printer.close();
  server.close();
  rmSync(folder, { recursive: true });
});

/** Prints a template that somebody wrote with bad intent; gives the text of all pages. */
async function printedText(markup: string, css = ''): Promise<string> {
  requests = [];
  const body = documentOf(1, { hasColophon: false }).replace('</main>', `${markup}</main>`);
  const printed = await printer.render(filledWith(body, { css }));
  if (!printed.ok) throw new Error(printed.error.code);
  return (await readPrint(printed.value.pdf)).map(({ text }) => text).join('');
}

describe('a template written with bad intent', () => {
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  test.each<readonly [string, (to: string) => string]>([
    ['an iframe', (to) => `<iframe src="${to}/secret.html"></iframe>`],
    ['an object', (to) => `<object data="${to}/secret.html"></object>`],
    ['an embed', (to) => `<embed src="${to}/secret.svg">`],
    ['an image', (to) => `<img src="${to}/secret.svg" alt="">`],
    ['an SVG image', (to) => `<svg><image href="${to}/secret.svg" width="99" height="99"/></svg>`],
    ['an SVG use', (to) => `<svg><use href="${to}/secret.svg#a"/></svg>`],
    ['a style sheet', (to) => `<link rel="stylesheet" href="${to}/secret.css">`],
    ['a prefetch', (to) => `<link rel="prefetch" href="${to}/secret.html">`],
    ['a base', (to) => `<base href="${to}/"><img src="secret.svg" alt="">`],
    ['a video', (to) => `<video poster="${to}/secret.svg"></video>`],
  ])('reaches neither disk nor network by %s', async (_, markup) => {
    for (const to of [secret, address()]) {
      const text = await printedText(markup(to));
      expect(text).toContain('正文1');
      expect(text).not.toMatch(/机密|外来/);
    }
    expect(requests).toEqual([]);
  });

  test.each<readonly [string, (to: string) => string]>([
    ['an import', (to) => `@import url("${to}/secret.css");`],
    ['a background', (to) => `body { background: url("${to}/secret.svg"); }`],
    ['a content', (to) => `h1::before { content: url("${to}/secret.svg"); }`],
    ['a margin box', (to) => `@page { @top-left { content: url("${to}/secret.svg"); } }`],
    [
      'a font',
      (to) =>
        `@font-face { font-family: X; src: url("${to}/x.ttf"); } p { font-family: X, var(--font-body); }`,
    ],
  ])('reaches neither disk nor network by the CSS of %s', async (_, css) => {
    for (const to of [secret, address()]) {
      const text = await printedText('', css(to));
      expect(text).toContain('正文1');
      expect(text).not.toMatch(/机密|外来/);
    }
    expect(requests).toEqual([]);
  });

  test('that leads the page elsewhere is not printed, and the next document is', async () => {
    for (const to of [secret, address()]) {
      const refresh = `<meta http-equiv="refresh" content="0;url=${to}/secret.html">`;
      const text = await printedText(refresh).catch((error: unknown) => String(error));
      expect(text).toMatch(/unexpected-pdf|正文1/);
      expect(text).not.toMatch(/机密|外来/);
      expect(await printedText('')).toContain('正文1');
    }
    expect(requests).toEqual([]);
  });

  test('runs no script', async () => {
    const text = await printedText(
      `<script>document.body.textContent='脚本'</script><img src="x" onerror="document.body.textContent='脚本'" alt=""><a href="javascript:document.body.textContent='脚本'">链接</a><svg onload="document.body.textContent='脚本'"></svg><details ontoggle="document.body.textContent='脚本'" open>详情</details>`,
    );
    expect(text).toContain('正文1');
    expect(text).not.toContain('脚本');
    expect(requests).toEqual([]);
  });
});

describe('a text of a prefecture', () => {
  const templates = templateFolder('templates');

  async function pagesWith(text: string) {
    const model = { ...FOOD, method: [text, '其后一段'] };
    const filled = await templates.fill('result-notice', [model]);
    if (!filled.ok) throw new Error(filled.error.code);
    const printed = await printer.render(filled.value);
    if (!printed.ok) throw new Error(printed.error.code);
    return { pages: await readPrint(printed.value.pdf), notices: printed.value.notices };
  }

  test.each([
    ['markup', '</p></article><script>x</script><h1>伪造</h1><iframe src="file:///etc/passwd">'],
    ['a style', '</style><style>*{display:none}</style>} p{display:none} @page{margin:0}'],
    ['the language of templates', '{{paper.issuer}}{{{this}}}{{> heading}}'],
    [
      'the marks of the finishing pass',
      '<footer class="colophon">x</footer> /MCID 0 >>BDC EMC Q q',
    ],
    ['a string of PDF', ') Tj ET endstream endobj xref (node00000001) \\('],
  ])('with %s in it is printed as it stands', async (_, hostile) => {
    const { pages } = await pagesWith(hostile);
    const all = pages.map(({ text }) => text).join('');
    expect(all).toContain(hostile.replace(/\s/g, ''));
    expect(all).toContain('其后一段');
  });

  test('cannot turn the words around it', async () => {
    const { pages } = await pagesWith('左\u202E右前后\u2066abc\u202D');
    const all = pages.map(({ text }) => text).join('');
    expect(all).toContain('其后一段');
    const { pages: plain } = await pagesWith('左右前后abc');
    const after = (read: typeof pages) =>
      read.flatMap(({ words }) => words).find(({ text }) => text.includes('其后'))?.x;
    expect(after(pages)).toBe(after(plain));
  });

  test('with pictures and nothing else prints, and the pictures without a glyph are named', async () => {
    const { pages, notices } = await pagesWith('😀👨‍👩‍👧‍👦🇨🇳好');
    expect(pages.map(({ text }) => text).join('')).toContain('好');
    expect(notices.join('')).toContain('😀');
  });

  test('may be a hundred thousand characters long, in one word or in many', async () => {
    for (const text of ['长'.repeat(100_000), 'A'.repeat(100_000), '短句。'.repeat(33_334)]) {
      const { pages } = await pagesWith(text);
      expect(pages.length).toBeGreaterThan(70);
    }
  }, 120_000);
});
