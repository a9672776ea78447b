import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createChromiumRenderer } from '../../../src/adapters/chromium/chromium-renderer.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { describePrintFault } from '../../../src/messages/print-faults.js';
import type { DocumentRenderer, PrintedDocument } from '../../../src/ports/document-renderer.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { renameFont } from '../fonts/rename-font.js';
import { EXAMPLE, FOOD, type Result } from '../../templates/fixtures.js';

const templates = templateFolder('templates');
const printers: DocumentRenderer[] = [];

/** A renderer that is closed after the tests, whatever becomes of them. */
function newPrinter(env: Readonly<Record<string, string | undefined>> = process.env) {
  const printer = createChromiumRenderer({ env });
  printers.push(printer);
  return printer;
}

/** A template filled with a model. */
async function filled(template: string, model: Result): Promise<FilledTemplate> {
  const done = await templates.fill(template, [model]);
  if (!done.ok) throw new Error(describePrintFault(done.error));
  return done.value;
}

async function print(
  printer: DocumentRenderer,
  template: string,
  model: Result,
): Promise<PrintedDocument> {
  const printed = await printer.render(await filled(template, model));
  if (!printed.ok) throw new Error(describePrintFault(printed.error));
  return printed.value;
}

/** The text of each page, without blanks. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)));
  return text.map((page) => page.replace(/\s/g, ''));
}

/** The processes that this test's own browsers are. */
function browserProcesses(): number[] {
  const mine = String(process.pid);
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return rows
    .map((row) => /^\s*(\d+)\s+(\d+)\s(.*)$/.exec(row))
    .filter((row) => row?.[2] === mine && row[3]?.includes('--remote-debugging-pipe') === true)
    .map((row) => Number(row?.[1]));
}

afterAll(() => Promise.all(printers.map((printer) => printer.close())));

describe('a printed result', () => {
  let printer: DocumentRenderer;
  beforeAll(() => {
    printer = newPrinter();
  });

  test('prints the notice with its title, ranking and page numbers as text', async () => {
    const { pdf, pages } = await print(printer, 'result-notice', FOOD);
    const texts = await pagesOf(pdf);
    expect(texts).toHaveLength(pages);
    expect(texts[0]).toContain('—1—');
    expect(texts[1]).toContain('—2—');
    const all = texts.join('');
    expect(all).toContain('关于2024年度市州食品安全监督抽检合格率结果的通报');
    for (const { name, rank, score } of FOOD.regions)
      expect(all).toContain(`${rank}${name}${score}`);
  });

  test('says on every page that a demonstration is none of the office', async () => {
    for (const template of ['result-notice', 'score-sheet']) {
      const { pdf } = await print(printer, template, EXAMPLE);
      for (const page of await pagesOf(pdf)) expect(page).toContain('非正式考核结果');
    }
  });

  test('embeds every font as TrueType', async () => {
    const { pdf } = await print(printer, 'score-sheet', EXAMPLE);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/\/FontFile2 /);
    expect(text).not.toMatch(/\/Subtype \/Type3/);
  });

  test('prints rare characters of place names, and signs that small fonts lack', async () => {
    const rare = '堃垚䶮浉瀍Ⅰ㎡〔〕';
    const { pdf, notices } = await print(printer, 'result-notice', {
      ...FOOD,
      set: { ...FOOD.set, title: `${rare}考核` },
      method: [rare],
    });
    const all = (await pagesOf(pdf)).join('');
    expect(all.split(rare).length).toBeGreaterThanOrEqual(3);
    expect(notices.join('')).not.toContain('没有字形');
  });

  test('names the characters that no font has', async () => {
    const { notices } = await print(printer, 'result-notice', { ...FOOD, method: ['好😀'] });
    expect(notices.join('')).toContain('😀');
  });

  test('repeats the head of a score sheet on each of its pages and keeps rows whole', async () => {
    const { pdf } = await print(printer, 'score-sheet', EXAMPLE);
    const texts = await pagesOf(pdf);
    const first = EXAMPLE.regions[0]?.name ?? '';
    const sheets = texts.slice(1).filter((page) => page.includes(`${first}总分`));
    expect(sheets.length).toBeGreaterThan(1);
    for (const page of sheets) expect(page).toContain('序号指标分值实际值得分自评失分');
    const row = '旅游服务质量投诉按期办结率（含黄金周和节假日集中受理的投诉）';
    expect(texts.filter((page) => page.includes(row))).toHaveLength(EXAMPLE.regions.length);
  });

  test("a region's own sheet tells nothing of the others", async () => {
    const [region, ...others] = EXAMPLE.regions;
    const regions = EXAMPLE.regions.slice(0, 1);
    const { pdf } = await print(printer, 'score-sheet', { ...EXAMPLE, regions });
    const all = (await pagesOf(pdf)).join('');
    expect(all).toContain(region?.name);
    for (const { name } of others) expect(all).not.toContain(name);
  });

  test('carries the run hash on every page of a score sheet', async () => {
    const { pdf } = await print(printer, 'score-sheet', FOOD);
    for (const page of await pagesOf(pdf)) expect(page).toContain(FOOD.runHash);
  });

  test('the same result prints to the same bytes, in any order and by any browser process', async () => {
    const first = await print(printer, 'score-sheet', EXAMPLE);
    await print(printer, 'result-notice', FOOD);
    const again = await print(printer, 'score-sheet', EXAMPLE);
    const other = newPrinter();
    const elsewhere = await print(other, 'score-sheet', EXAMPLE);
    await other.close();
    expect(Buffer.from(again.pdf).equals(first.pdf)).toBe(true);
    expect(Buffer.from(elsewhere.pdf).equals(first.pdf)).toBe(true);
  });
});

describe('a text that wants to be more than text', () => {
  test('is printed as it stands, and asks nothing of the network', async () => {
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const hostile = `<script>document.body.remove()</script>{{set.id}}{{{this}}}</style><style>@import url(http://127.0.0.1:${port}/a);</style></title><img src=http://127.0.0.1:${port}/b><link rel=dns-prefetch href=//127.0.0.1:${port}><iframe src=file:///etc/passwd></iframe>"'\u202Eabc\u202D\uD800\u0000😂`;
    const printer = newPrinter();
    for (const template of ['result-notice', 'score-sheet']) {
      const { pdf } = await print(printer, template, {
        ...FOOD,
        set: { ...FOOD.set, title: hostile, disclaimer: hostile, labels: [hostile] },
        runHash: hostile,
        paper: { ...FOOD.paper, mark: hostile, issuer: hostile, number: hostile },
        method: [hostile],
        regions: FOOD.regions.map((region) => ({ ...region, name: hostile, note: hostile })),
      });
      const all = (await pagesOf(pdf)).join('');
      expect(all).toContain('<script>document.body.remove()</script>{{set.id}}{{{this}}}</style>');
      expect(all).not.toContain('root:x:');
    }
    server.close();
    expect(requests).toBe(0);
  });

  test('may be a hundred thousand characters long', async () => {
    const { pages } = await print(newPrinter(), 'result-notice', {
      ...FOOD,
      method: ['长'.repeat(100_000)],
    });
    expect(pages).toBeGreaterThan(100);
  });
});

describe('the browser', () => {
  test('is replaced when it dies, and leaves neither process nor profile when closed', async () => {
    // A folder of its own: other programs that print leave theirs in the common one meanwhile.
    const folder = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
    vi.stubEnv('TMPDIR', folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    });
    const others = browserProcesses();
    const printer = newPrinter();
    await print(printer, 'result-notice', FOOD);
    expect(readdirSync(folder)).toHaveLength(1);
    const own = browserProcesses().filter((pid) => !others.includes(pid));
    expect(own).toHaveLength(1);
    const underway = [EXAMPLE, FOOD, EXAMPLE].map((model) => print(printer, 'score-sheet', model));
    for (const pid of own) process.kill(pid, 'SIGKILL');
    for (const { pages } of await Promise.all(underway)) expect(pages).toBeGreaterThan(0);
    await printer.close();
    expect(browserProcesses().filter((pid) => !others.includes(pid))).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that the user names is never silently replaced by another', async () => {
    const printer = newPrinter({ ...process.env, KAOHENG_CHROME: '/nowhere/chrome' });
    const printed = await printer.render(await filled('result-notice', FOOD));
    expect(printed).toMatchObject({
      ok: false,
      error: { code: 'configured-browser-failed', facts: { path: '/nowhere/chrome' } },
    });
    if (!printed.ok) expect(describePrintFault(printed.error)).toContain('KAOHENG_CHROME');
  });

  test('is reported with its version, its sandbox and the faces that stand in', async () => {
    const facts = await newPrinter().inspect();
    expect(facts.fault).toBeNull();
    expect(Number.parseInt(facts.browser?.version ?? '', 10)).toBeGreaterThanOrEqual(131);
    expect(facts.faces.map((face) => face.wanted)).toEqual([
      '小标宋',
      '仿宋',
      '楷体',
      '黑体',
      '宋体',
    ]);
  });

  test.runIf(process.platform === 'linux')(
    'takes the standard font where the user has installed it, and says so',
    async () => {
      const home = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
      const { cacheDirectory: cache } = await newPrinter().inspect();
      const shelf = readdirSync(cache).find((name) => name.startsWith('shelf-')) ?? '';
      mkdirSync(join(home, '.fonts'));
      const font = renameFont(readFileSync(join(cache, shelf, 'light.ttf')), '仿宋_GB2312');
      writeFileSync(join(home, '.fonts', 'fangsong.ttf'), font);
      const printer = newPrinter({ ...process.env, HOME: home, KAOHENG_CACHE: cache });
      const { notices } = await print(printer, 'result-notice', FOOD);
      const { faces } = await printer.inspect();
      expect(faces.find((face) => face.wanted === '仿宋')).toEqual({
        wanted: '仿宋',
        used: '仿宋_GB2312',
        isStandIn: false,
        isSameStyle: true,
        digits: 'Tinos',
        rare: ['霞鹜文楷(细)'],
      });
      expect(notices.join('')).not.toContain('仿宋→');
      rmSync(home, { recursive: true });
    },
  );

  test('without one the document is still there as HTML that needs no other file', async () => {
    const printer = newPrinter({ ...process.env, KAOHENG_CHROME: '/nowhere/chrome' });
    const html = await printer.html(await filled('result-notice', FOOD));
    expect(html.ok && html.value).toContain('data:font/ttf;base64,');
    expect(html.ok && html.value).not.toMatch(/(?:src|href)=/);
    // Nobody takes the marks of the finishing pass away again.
    expect(html.ok && html.value).not.toContain('rgb(1 2 3)');
  });

  test.skipIf(process.platform === 'win32')(
    'does not use a cache that others may write',
    async () => {
      const cache = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
      chmodSync(cache, 0o777);
      writeFileSync(join(cache, 'planted'), '');
      const printer = newPrinter({ ...process.env, KAOHENG_CACHE: cache });
      const printed = await printer.render(await filled('result-notice', FOOD));
      expect(printed).toMatchObject({ ok: false, error: { code: 'unusable-cache' } });
      rmSync(cache, { recursive: true });
    },
  );
});
