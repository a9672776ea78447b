import { availableParallelism } from 'node:os';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type {
  DocumentRenderer,
  FillDocument,
  PrintedDocument,
  PrintFault,
  PrintingFacts,
} from '../../ports/document-renderer.js';
import type { FilledTemplate } from '../../ports/template-source.js';
import { DocumentFonts, type FontSheet } from '../fonts/document-fonts.js';
import { checkPrint, noticesOf } from './check-print.js';
import { fileFactsOf } from './file-facts-of.js';
import { keepFontConfig } from './font-config.js';
import { inOrder } from './in-order.js';
import { inTime } from './in-time.js';
import { launchBrowser, type LaunchFault, type RunningBrowser } from './launch-browser.js';
import { pageHtml } from './page-html.js';
import type { Spacing } from './pdf/cut/cut-sheaf.js';
import { Press, sayError } from './press.js';
import { openPrivateCache, type PrivateCache } from './private-cache.js';
import { isAboutOne, lotsOf, sheavesOf, spacingsOf } from './sheaves.js';
import { Turns } from './turns.js';

/** What the renderer needs. */
export interface RendererOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A document that takes longer is given up. */
  readonly limitMs?: number;
  /** How many documents are printed at a time; one more than the machine has cores, at most eight. */
  readonly pages?: number;
}

/** A renderer on Chromium; nothing is loaded or started before the first document. */
export function createChromiumRenderer(options: RendererOptions = {}): DocumentRenderer {
  return new ChromiumRenderer(options);
}

type Printed = Result<PrintedDocument, PrintFault>;

/** What is learnt of a batch on the way: how many sheaves failed in each spacing. */
type Batch = Record<Spacing, number>;

/**
 * After so many failed sheaves, as where no font can be cut, the rest of a batch is printed with pages
 * between, or singly.
 */
const PATIENCE = 3;

/** How often a document is printed side by side with others when the browser dies under it. */
const SHARED_TRIES = 2;

class ChromiumRenderer implements DocumentRenderer {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #limitMs: number;
  readonly #pages: number;
  readonly #turns: Turns;
  #cache: Promise<Result<PrivateCache, PrintFault>> | null = null;
  #fonts: DocumentFonts | null = null;
  #press: Promise<Result<Press, LaunchFault>> | null = null;

  constructor(options: RendererOptions) {
    this.#env = options.env ?? process.env;
    this.#limitMs = options.limitMs ?? 120_000;
    this.#pages = options.pages ?? Math.min(8, availableParallelism() + 1);
    this.#turns = new Turns(this.#pages);
  }

  async render(filled: FilledTemplate): Promise<Printed> {
    const print = async (): Promise<Printed> => {
      const printed = await this.#print([filled]);
      return printed.ok ? (printed.value[0] ?? failure(NOTHING_PRINTED)) : printed;
    };
    for (let tries = 0; tries < SHARED_TRIES; tries++) {
      const printed = await this.#turns.take(print);
      if (printed.ok || printed.error.code !== 'browser-died') return printed;
    }
    // A document must not fail for what another one did to the browser: the last try is alone.
    return this.#turns.takeAll(print);
  }

  async *renderAll(fills: Iterable<FillDocument>): AsyncGenerator<Printed> {
    // While as many lots as there are pages are printed, the next one lies ready.
    const lots = lotsOf([...fills], this.#pages);
    const batch: Batch = { close: 0, apart: 0 };
    const print = (lot: readonly FillDocument[]) => this.#printLot(lot, batch);
    for await (const lot of inOrder(lots, this.#pages + 1, print)) yield* lot;
  }

  async html(filled: FilledTemplate): Promise<Result<string, PrintFault>> {
    const fonts = await this.#sheetFor(filled, true);
    return fonts.ok ? success(pageHtml({ ...filled, fonts: fonts.value }, 'person')) : fonts;
  }

  async inspect(): Promise<PrintingFacts> {
    const cache = await this.#openCache();
    if (!cache.ok) return { ...NOTHING, fault: cache.error };
    const facts = { ...NOTHING, cacheDirectory: cache.value.directory };
    const press = await this.#startedPress();
    if (!press.ok) return { ...facts, attempts: press.error.attempts, fault: press.error.fault };
    const { running, found } = press.value;
    return { ...facts, browser: running.facts, attempts: running.attempts, faces: found.faces };
  }

  async close(): Promise<void> {
    const press = this.#press;
    this.#press = null;
    const started = await press;
    if (started?.ok === true) await started.value.running.close();
  }

  /** Fills and prints documents in one turn; those whose sheaf failed are printed one by one. */
  async #printLot(fills: readonly FillDocument[], batch: Batch): Promise<Printed[]> {
    const outcomes = await this.#turns.take(async () => {
      const filled: Result<FilledTemplate, PrintFault>[] = [];
      for (const fill of fills) filled.push(await fill());
      const sheaves = sheavesOf(filled.flatMap((each) => (each.ok ? [each.value] : [])));
      const printed: (Printed | FilledTemplate)[] = [];
      for (const sheaf of sheaves) {
        printed.push(...((await this.#printSheaf(sheaf, batch)) ?? sheaf));
      }
      return filled.map((each) => (each.ok ? (printed.shift() ?? each.value) : each));
    });
    const all = outcomes.map((each) => ('ok' in each ? Promise.resolve(each) : this.render(each)));
    return Promise.all(all);
  }

  /** Prints documents as one, as close together as they may stand; null where that fails. */
  async #printSheaf(sheaf: readonly FilledTemplate[], batch: Batch): Promise<Printed[] | null> {
    for (const spacing of spacingsOf(sheaf)) {
      if (batch[spacing] >= PATIENCE) continue;
      const done = await this.#print(sheaf, spacing);
      if (done.ok) return done.value;
      batch[spacing] += 1;
    }
    return null;
  }

  /** Prints documents as one; what fails for one of them alone is its own outcome. */
  async #print(
    sheaf: readonly FilledTemplate[],
    spacing: Spacing = 'apart',
  ): Promise<Result<Printed[], PrintFault>> {
    const [first] = sheaf;
    if (first === undefined) return success([]);
    const started = await this.#startedPress();
    if (!started.ok) return failure(started.error.fault);
    const press = started.value;
    const isAlone = sheaf.length === 1;
    // Fonts that a page brings are cut to its characters, and a neighbour's would be among them.
    if (!isAlone && !press.found.hasShelf) return failure(NOTHING_PRINTED);
    const sheets: FontSheet[] = [];
    for (const filled of sheaf) {
      const fonts = await this.#sheetFor(filled, !press.found.hasShelf);
      if (!fonts.ok) return fonts;
      sheets.push(fonts.value);
    }
    const fonts = sheets[0] ?? { css: '', warmUp: '' };
    const parts = { ...first, body: sheaf.map(({ body }) => body).join('\n'), fonts };
    const kind = isAboutOne(first) ? spacing : 'whole';
    const printing = press.print(parts, sheaf.map(fileFactsOf), kind);
    try {
      const finished = await inTime(printing, this.#limitMs);
      if (finished === 'late') {
        await this.#drop(press.running);
        const seconds = String(Math.round(this.#limitMs / 1000));
        return failure({ code: 'print-timeout', facts: { seconds } });
      }
      if (!finished.ok) {
        return failure({ code: 'unexpected-pdf', facts: { detail: finished.error } });
      }
      return success(
        finished.value.map((each, at) => {
          const missing = sheets[at]?.missing ?? [];
          const checked = checkPrint(each, sheaf[at]?.title ?? '', missing);
          if (!checked.ok) return checked;
          const notices = [...noticesOf(press, missing), ...checked.value.notices];
          return success({ ...checked.value, notices });
        }),
      );
    } catch (error) {
      await this.#drop(press.running);
      return failure({ code: 'browser-died', facts: { detail: sayError(error) } });
    }
  }

  /** The fonts of a document; one that is to stand alone brings them along. */
  async #sheetFor(
    { title, body, css, facts }: FilledTemplate,
    isAlone: boolean,
  ): Promise<Result<FontSheet, PrintFault>> {
    const fonts = await this.#openFonts();
    if (!fonts.ok) return fonts;
    const printed = [title, body, css, facts.set.title, facts.disclaimer ?? ''];
    return isAlone ? fonts.value.inlineSheetFor(printed) : fonts.value.sheetFor(printed);
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
    return launched.ok ? Press.start(launched.value, shelf.value) : launched;
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
}

const NOTHING_PRINTED: PrintFault = { code: 'empty-print', facts: { detail: '没有页面' } };

const NOTHING: PrintingFacts = {
  cacheDirectory: '',
  browser: null,
  attempts: [],
  faces: [],
  fault: null,
};
