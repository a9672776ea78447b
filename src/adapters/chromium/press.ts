import type { Browser, Page } from 'puppeteer';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { FontShelf } from '../fonts/font-shelf.js';
import { findFaces, type FoundFaces } from './find-faces.js';
import type { LaunchFault, RunningBrowser } from './launch-browser.js';
import { pageHtml, type PageParts } from './page-html.js';
import { cutSheaf, type Spacing } from './pdf/cut/cut-sheaf.js';
import type { FileFacts } from './pdf/describe-file.js';
import { finishPdf, type FinishedPdf } from './pdf/finish-pdf.js';
import { CLOSE_CSS } from './pdf/page-marks.js';

/** Nobody looks at the screen: documents are laid out for paper alone. */
const PRESS_CSS = '@media screen { article.document { display: none; } }';

/**
 * Chromium learns only by laying out what the first page is called, and lays out once more where its
 * area is not as large as that of a page without a name: such a page gets the same margins.
 */
const OPENING_CSS: Readonly<Record<string, string>> = {
  letter: '@page :first { margin: var(--letter-margin); }',
  sheet: '@page :first { size: A4 landscape; margin: var(--wide-margin); }',
};

/**
 * A page is closed after so many documents, for Chromium keeps a megabyte of each. To have it swept
 * (HeapProfiler.collectGarbage) takes longer than to open a new page.
 */
const DOCUMENTS_A_PAGE = 240;

/** A page that waits for its next document. */
interface IdlePage {
  readonly page: Page;
  readonly printed: number;
}

/** A browser that runs, with its pages and what it found of our fonts. */
export class Press {
  readonly running: RunningBrowser;
  readonly found: FoundFaces;
  readonly #idle: IdlePage[] = [];

  private constructor(running: RunningBrowser, found: FoundFaces, first: IdlePage) {
    this.running = running;
    this.found = found;
    this.#idle.push(first);
  }

  /** Takes a browser into use; one that fails at once is closed. */
  static async start(
    running: RunningBrowser,
    shelf: FontShelf,
  ): Promise<Result<Press, LaunchFault>> {
    try {
      const first = await openPage(running.browser);
      return success(new Press(running, await findFaces(first.page, shelf), first));
    } catch (error) {
      await running.close();
      const facts = { detail: sayError(error) };
      return failure({ fault: { code: 'browser-died', facts }, attempts: running.attempts });
    }
  }

  /**
   * Prints a document, or several, and finishes the file.
   *
   * @param of whole: the file as it is; else a file for each document, independent of the others, and
   *   how they are to follow one another in the print
   * @returns in Chinese, what was unexpected in the PDF
   * @throws when the browser dies
   */
  async print(
    parts: PageParts,
    facts: readonly FileFacts[],
    of: 'whole' | Spacing,
  ): Promise<Result<FinishedPdf[], string>> {
    const idle = this.#idle.pop() ?? (await openPage(this.running.browser));
    const printed = await printHtml(idle.page, pageHtml(parts, 'press', pressCss(parts, of)));
    await this.#giveBack(idle, facts.length);
    if (of !== 'whole') {
      const cut = await cutSheaf(printed, facts, of);
      // Alone, a document may also stand as Chromium wrote it.
      if (cut.ok || facts.length > 1) return cut;
    }
    const [first] = facts;
    if (first === undefined || facts.length > 1) throw new Error('一个文件只能有一组文件属性');
    const finished = finishPdf(printed, first);
    return finished.ok ? success([finished.value]) : finished;
  }

  async #giveBack(idle: IdlePage, documents: number): Promise<void> {
    const printed = idle.printed + documents;
    if (printed < DOCUMENTS_A_PAGE) this.#idle.push({ ...idle, printed });
    else await idle.page.browserContext().close();
  }
}

function pressCss({ body }: PageParts, of: 'whole' | Spacing): string {
  const form = /^<article [^>]*data-form="(\w+)"/.exec(body)?.[1] ?? '';
  return `${PRESS_CSS}${OPENING_CSS[form] ?? ''}${of === 'close' ? CLOSE_CSS : ''}`;
}

/** What an error says, short enough for a message. */
export function sayError(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

/** Opens a page in a context, and with it a process, of its own: pages of one process take turns. */
async function openPage(browser: Browser): Promise<IdlePage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isOurs = request.url().startsWith('data:') || request.url() === 'about:blank';
    (isOurs ? request.continue() : request.abort()).catch(() => undefined);
  });
  return { page, printed: 0 };
}

/** Always by setContent: a page opened from a file could read other files. */
async function printHtml(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load', timeout: 0 });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    timeout: 0,
  });
}
