import type { Browser, Page } from 'puppeteer';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type {
  DocumentRenderer,
  FaceFacts,
  PrintedDocument,
  PrintFault,
  PrintingFacts,
} from '../../ports/document-renderer.js';
import type { DocumentFacts, FilledTemplate } from '../../ports/template-source.js';
import { DocumentFonts } from '../fonts/document-fonts.js';
import { findFaces, type FoundFaces } from './find-faces.js';
import { keepFontConfig } from './font-config.js';
import { launchBrowser, type LaunchFault, type RunningBrowser } from './launch-browser.js';
import type { FileFacts } from './pdf/describe-file.js';
import { finishPdf, type FinishedPdf } from './pdf/finish-pdf.js';
import { MARK_CSS, turnedOverCss } from './pdf/page-marks.js';
import { openPrivateCache, type PrivateCache } from './private-cache.js';

/** What the renderer needs. */
export interface RendererOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A document that takes longer is given up. */
  readonly limitMs?: number;
  /** How many documents are printed at a time. */
  readonly pages?: number;
}

/** A document put together, before it goes to the browser. */
interface Composed {
  readonly title: string;
  readonly facts: FileFacts;
  readonly html: string;
  readonly missing: readonly string[];
}

/** A browser with its pages and the faces that it found. */
interface Press extends FoundFaces {
  readonly running: RunningBrowser;
  readonly idle: Page[];
}

/** A renderer on Chromium; nothing is loaded or started before the first document. */
export function createChromiumRenderer(options: RendererOptions = {}): DocumentRenderer {
  return new ChromiumRenderer(options);
}

class ChromiumRenderer implements DocumentRenderer {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #limitMs: number;
  #free: number;
  readonly #waiting: (() => void)[] = [];
  #cache: Promise<Result<PrivateCache, PrintFault>> | null = null;
  #fonts: DocumentFonts | null = null;
  #press: Promise<Result<Press, LaunchFault>> | null = null;

  constructor(options: RendererOptions) {
    this.#env = options.env ?? process.env;
    this.#limitMs = options.limitMs ?? 120_000;
    this.#free = options.pages ?? 2;
  }

  async render(filled: FilledTemplate): Promise<Result<PrintedDocument, PrintFault>> {
    await this.#take();
    try {
      const press = await this.#startedPress();
      if (!press.ok) return failure(press.error.fault);
      const composed = await this.#compose(filled, !press.value.hasShelf);
      if (!composed.ok) return composed;
      const first = await this.#print(composed.value);
      if (first.ok || first.error.code !== 'browser-died') return first;
      // A browser may be killed from outside; a second death is the document's own doing.
      return await this.#print(composed.value);
    } finally {
      this.#give();
    }
  }

  async html(filled: FilledTemplate): Promise<Result<string, PrintFault>> {
    const composed = await this.#compose(filled, true);
    return composed.ok ? success(composed.value.html) : composed;
  }

  async inspect(): Promise<PrintingFacts> {
    const cache = await this.#openCache();
    if (!cache.ok) return { ...NOTHING, fault: cache.error };
    const facts = { ...NOTHING, cacheDirectory: cache.value.directory };
    const press = await this.#startedPress();
    if (!press.ok) return { ...facts, attempts: press.error.attempts, fault: press.error.fault };
    const { running, faces } = press.value;
    return { ...facts, browser: running.facts, attempts: running.attempts, faces };
  }

  async close(): Promise<void> {
    const press = this.#press;
    this.#press = null;
    const started = await press;
    if (started?.ok === true) await started.value.running.close();
  }

  /** Puts a document together; one that is to stand alone brings its fonts. */
  async #compose(
    { title, body, css, facts }: FilledTemplate,
    alone: boolean,
  ): Promise<Result<Composed, PrintFault>> {
    const fonts = await this.#openFonts();
    if (!fonts.ok) return fonts;
    const printed = [title, body, facts.set.title, facts.disclaimer ?? ''];
    const sheet = await (alone
      ? fonts.value.inlineSheetFor(printed)
      : fonts.value.sheetFor(printed));
    if (!sheet.ok) return sheet;
    const { missing, warmUp } = sheet.value;
    const page = { title, body: `${warmUp}${body}`, css: `${sheet.value.css}${css}${MARK_CSS}` };
    return success({ title, html: pageOf(page), missing, facts: fileFacts(title, facts) });
  }

  async #print(composed: Composed): Promise<Result<PrintedDocument, PrintFault>> {
    const press = await this.#startedPress();
    if (!press.ok) return failure(press.error.fault);
    const { running, faces, idle } = press.value;
    let page: Page | undefined;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#limitMs);
    });
    try {
      page = idle.pop() ?? (await openPage(running.browser));
      const printing = printFinished(page, composed);
      const finished = await Promise.race([printing, late]);
      if (finished === 'late') {
        printing.catch(() => undefined);
        await this.#drop(running);
        const seconds = String(Math.round(this.#limitMs / 1000));
        return failure({ code: 'print-timeout', facts: { seconds } });
      }
      idle.push(page);
      return checked(finished, composed, noticesOf(running, faces, composed));
    } catch (error) {
      await this.#drop(running);
      const detail = error instanceof Error ? error.message : String(error);
      return failure({ code: 'browser-died', facts: { detail: detail.slice(0, 200) } });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends a browser that failed; the next document starts a new one. */
  async #drop(running: RunningBrowser): Promise<void> {
    const current = await this.#press;
    if (current?.ok === true && current.value.running === running) this.#press = null;
    await running.close();
  }

  async #startedPress(): Promise<Result<Press, LaunchFault>> {
    const starting = (this.#press ??= this.#startPress());
    const press = await starting;
    if (press.ok && press.value.running.browser.connected) return press;
    if (this.#press === starting) this.#press = null;
    if (!press.ok) return press;
    await press.value.running.close();
    return this.#startedPress();
  }

  async #startPress(): Promise<Result<Press, LaunchFault>> {
    const cache = await this.#openCache();
    if (!cache.ok) return failure({ fault: cache.error, attempts: [] });
    const fonts = await this.#openFonts();
    if (!fonts.ok) return failure({ fault: fonts.error, attempts: [] });
    const shelf = await fonts.value.shelf();
    if (!shelf.ok) return failure({ fault: shelf.error, attempts: [] });
    const fontConfig = await keepFontConfig(cache.value, shelf.value, this.#env['HOME']);
    const launched = await launchBrowser({ env: this.#env, cache: cache.value, fontConfig });
    if (!launched.ok) return launched;
    const running = launched.value;
    try {
      const page = await openPage(running.browser);
      return success({ running, ...(await findFaces(page, shelf.value)), idle: [page] });
    } catch (error) {
      await running.close();
      const detail = error instanceof Error ? error.message : String(error);
      return failure({
        fault: { code: 'browser-died', facts: { detail: detail.slice(0, 200) } },
        attempts: running.attempts,
      });
    }
  }

  #openCache(): Promise<Result<PrivateCache, PrintFault>> {
    this.#cache ??= openPrivateCache(this.#env);
    return this.#cache;
  }

  async #openFonts(): Promise<Result<DocumentFonts, PrintFault>> {
    const cache = await this.#openCache();
    if (!cache.ok) return cache;
    this.#fonts ??= new DocumentFonts(cache.value);
    return success(this.#fonts);
  }

  /** Waits for a turn; turns are handed on in the order of asking. */
  async #take(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

const NOTHING: PrintingFacts = {
  cacheDirectory: '',
  browser: null,
  attempts: [],
  faces: [],
  fault: null,
};

/** Puts the page together; it may load nothing and run nothing, whatever a text in it says. */
function pageOf(filled: Pick<FilledTemplate, 'title' | 'body' | 'css'>): string {
  const title = filled.title.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>
${filled.css}</style>
</head>
<body>
${filled.body}
</body>
</html>
`;
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isOurs = request.url().startsWith('data:') || request.url() === 'about:blank';
    (isOurs ? request.continue() : request.abort()).catch(() => undefined);
  });
  return page;
}

/** Always by setContent: a page opened from a file could read other files. */
async function printPage(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
}

function noticesOf(
  running: RunningBrowser,
  faces: readonly FaceFacts[],
  composed: Composed,
): string[] {
  const standIns = faces.filter((face) => face.isStandIn);
  const notices: string[] = [];
  if (standIns.length > 0) {
    const pairs = standIns.map((face) => `${face.wanted}→${face.used}`).join('，');
    notices.push(`本机没有公文标准字体，已代用：${pairs}。安装标准字体后重印即可换用。`);
    if (faces.some((face) => !face.isSameStyle)) {
      notices.push(
        '正文的仿宋以楷体代用。取得仿宋：npm run kaoheng -- fonts，办法见 docs/printing.md。',
      );
    }
  }
  if (!running.facts.sandbox) {
    const why = process.getuid?.() === 0 ? '以 root 运行' : '本机不支持';
    notices.push(`浏览器未启用沙箱（${why}）；打印页面不执行脚本、不联网。`);
  }
  if (composed.missing.length > 0) {
    const shown = composed.missing.slice(0, 20).join(' ');
    notices.push(`有 ${composed.missing.length} 个字符在所有字体中都没有字形，未能印出：${shown}`);
  }
  return notices;
}

/** Prints a page and finishes the file; once more where documents began on the wrong side. */
async function printFinished(page: Page, composed: Composed): Promise<Result<FinishedPdf, string>> {
  const printed = await printPage(page, composed.html);
  const first = finishPdf(printed, composed.facts);
  if (!first.ok) return first;
  if (first.value.kind === 'finished') return success(first.value);
  const more = turnedOverCss(first.value.documents);
  const html = composed.html.replace('</style>\n</head>', `${more}</style>\n</head>`);
  const second = finishPdf(await printPage(page, html), composed.facts);
  if (!second.ok) return second;
  if (second.value.kind === 'finished') return success(second.value);
  return failure('多份公文未能各从单页起排');
}

/** A print is handed over only finished, with pages, fonts, and its title's characters as text. */
function checked(
  finished: Result<FinishedPdf, string>,
  composed: Composed,
  notices: readonly string[],
): Result<PrintedDocument, PrintFault> {
  if (!finished.ok) return failure({ code: 'unexpected-pdf', facts: { detail: finished.error } });
  const { pdf, pages, fonts } = finished.value;
  const empty = (detail: string) => failure({ code: 'empty-print' as const, facts: { detail } });
  if (pages === 0) return empty('没有页面');
  if (fonts.embedded === 0) return empty('没有嵌入字体，页面是空白的');
  const missing = new Set(composed.missing);
  const lost = [...new Set(composed.title)].filter(
    (character) =>
      /[\p{L}\p{N}]/u.test(character) &&
      !missing.has(character) &&
      !fonts.characters.has(character),
  );
  if (lost.length > 0) return empty(`标题中的“${lost.join('')}”没有印出`);
  return success({ pdf, pages, notices: [...notices, ...finished.value.notices] });
}

function fileFacts(title: string, { author, set, runHash, region }: DocumentFacts): FileFacts {
  const subject = region === null ? set.title : `${set.title}·${region.name}`;
  return { title, author, subject, keywords: [set.id, set.version, runHash], date: null };
}
