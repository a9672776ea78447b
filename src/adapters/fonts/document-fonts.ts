import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { PrintFault } from '../../ports/document-renderer.js';
import type { PrivateCache } from '../chromium/private-cache.js';
import type { CutId } from './cuts.js';
import { FACES, familyName, fontVariables } from './faces.js';
import { openFontShelf, type FontShelf } from './font-shelf.js';
import { readSfnt, type Sfnt } from './sfnt.js';

/** What a page needs for its fonts. */
export interface FontSheet {
  /** The variables `--font-…`, before them the fonts themselves where the sheet brings them. */
  readonly css: string;
  /** Characters that no font has; they print as a box. */
  readonly missing: readonly string[];
  /**
   * Hidden text for the page, with a character of each font that the sheet brings: a font that only
   * a page margin uses would be asked for when the page is already being printed.
   */
  readonly warmUp: string;
}

/** Printed by style sheets, or by a machine's own words: always in the fonts that a sheet brings. */
const ALWAYS =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '　、。，；：？！（）《》〔〕“”‘’—…·－–−×〇一二三四五六七八九十百年月日第页共';

/** Many documents in a row say nearly the same; a sheet that brings its fonts is a megabyte. */
const KEPT_SHEETS = 8;

/** The fonts of documents; reads nothing before the first one. */
export class DocumentFonts {
  readonly #cache: PrivateCache;
  #shelf: Promise<Result<FontShelf, PrintFault>> | null = null;
  readonly #files = new Map<CutId, Promise<OpenFont>>();
  readonly #sheets = new Map<string, Promise<Result<FontSheet, PrintFault>>>();
  /** Code units known to be printed: in a batch of documents nearly all of them. */
  readonly #printed = new Uint8Array(0x10000);
  #variables: string | null = null;
  /** A long text, such as the rules of a batch, in which nothing was missing. */
  #complete = '';

  constructor(cache: PrivateCache) {
    this.#cache = cache;
  }

  /** The folder of fonts that the browser is started with. */
  shelf(): Promise<Result<FontShelf, PrintFault>> {
    this.#shelf ??= openShelf(this.#cache).then((shelf) => {
      if (!shelf.ok) this.#shelf = null;
      return shelf;
    });
    return this.#shelf;
  }

  /**
   * For a browser that has the shelf: names alone, the same for every document. So a document's
   * bytes do not depend on what is printed with it, and no font is made or sent for it.
   */
  async sheetFor(texts: readonly string[]): Promise<Result<FontSheet, PrintFault>> {
    const shelf = await this.shelf();
    if (!shelf.ok) return shelf;
    const missing = this.#missingFrom(shelf.value, texts);
    this.#variables ??= fontVariables(shelf.value.cuts);
    return success({ css: this.#variables, missing, warmUp: '' });
  }

  /** For a page that is to stand alone: the fonts are in it, cut down to its characters. */
  async inlineSheetFor(texts: readonly string[]): Promise<Result<FontSheet, PrintFault>> {
    const characters = charactersOf([ALWAYS, ...texts]);
    const kept = this.#sheets.get(characters);
    if (kept !== undefined) return kept;
    const made = this.#makeInline(characters);
    this.#sheets.set(characters, made);
    const oldest = this.#sheets.keys().next();
    if (this.#sheets.size > KEPT_SHEETS && oldest.done !== true) this.#sheets.delete(oldest.value);
    return made;
  }

  async #makeInline(characters: string): Promise<Result<FontSheet, PrintFault>> {
    const shelf = await this.shelf();
    if (!shelf.ok) return shelf;
    const rules: string[] = [];
    const samples: string[] = [];
    for (const [cut, own] of await this.#share(shelf.value, characters)) {
      const { bytes } = await this.#open(shelf.value, cut);
      const subset = await subsetOf(bytes, own);
      const url = `data:font/ttf;base64,${Buffer.from(subset).toString('base64')}`;
      rules.push(`@font-face{font-family:"${familyName(cut)}";src:url(${url})}\n`);
      const sample = /[\p{L}\p{N}]/u.exec(own)?.[0] ?? '';
      samples.push(`<span style="font-family:'${familyName(cut)}'">${sample}</span>`);
    }
    return success({
      css: `${rules.join('')}${fontVariables(shelf.value.cuts)}`,
      missing: this.#missingFrom(shelf.value, [characters]),
      warmUp: `<div aria-hidden="true" style="position:absolute;visibility:hidden">${samples.join('')}</div>`,
    });
  }

  /** Which characters each font has to print: in every face, those that stand before it lack. */
  async #share(shelf: FontShelf, characters: string): Promise<ReadonlyMap<CutId, string>> {
    const shares = new Map<CutId, Set<string>>();
    for (const { chain, latin } of FACES) {
      for (const first of latin === null ? [null] : [latin.half, latin.natural]) {
        let left = [...characters];
        for (const cut of [...(first === null ? [] : [first]), ...chain]) {
          if (!shelf.cuts.has(cut)) continue;
          const { font } = await this.#open(shelf, cut);
          const has = (c: string): boolean => font.cmap.has(c.codePointAt(0) ?? 0);
          const share = shares.get(cut) ?? new Set();
          for (const c of left.filter(has)) share.add(c);
          if (share.size > 0) shares.set(cut, share);
          left = left.filter((c) => !has(c));
        }
      }
    }
    return new Map([...shares].map(([cut, share]) => [cut, [...share].sort().join('')]));
  }

  #missingFrom(shelf: FontShelf, texts: readonly string[]): string[] {
    const missing = new Set<string>();
    for (const text of texts) {
      if (text === this.#complete) continue;
      let isComplete = true;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (this.#printed[unit] === 1) continue;
        const code = text.codePointAt(i) ?? unit;
        if (code > 0xffff) i += 1;
        const character = String.fromCodePoint(code);
        if (isVisible(character) && !shelf.covers(code)) {
          missing.add(character);
          isComplete = false;
        } else if (code === unit) this.#printed[unit] = 1;
      }
      if (isComplete && text.length > this.#complete.length) this.#complete = text;
    }
    return [...missing].sort();
  }

  #open(shelf: FontShelf, cut: CutId): Promise<OpenFont> {
    let opening = this.#files.get(cut);
    if (opening === undefined) {
      opening = readFile(join(shelf.folder, `${cut}.ttf`)).then((bytes) => ({
        bytes,
        font: readSfnt(bytes),
      }));
      this.#files.set(cut, opening);
      opening.catch(() => this.#files.delete(cut));
    }
    return opening;
  }
}

interface OpenFont {
  readonly bytes: Buffer;
  readonly font: Sfnt;
}

async function openShelf(cache: PrivateCache): Promise<Result<FontShelf, PrintFault>> {
  try {
    return success(await openFontShelf(cache));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const font = /@fontsource\/[\w-]+/.exec(detail)?.[0] ?? '打印字体';
    return failure({ code: 'missing-font', facts: { font, detail } });
  }
}

async function subsetOf(whole: Buffer, characters: string): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  return subsetFont(whole, characters, { targetFormat: 'sfnt', keepFeatures: [] });
}

/** Every character once, in order of code point, so that equal sets are equal texts. */
function charactersOf(texts: readonly string[]): string {
  const found = new Set<number>();
  for (const text of texts) for (const c of text) found.add(c.codePointAt(0) ?? 0);
  return [...found]
    .filter((code) => code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff))
    .sort((a, b) => a - b)
    .map((code) => String.fromCodePoint(code))
    .join('');
}

/** Whether a character leaves ink: not a blank, a control, a bidi mark or a joiner. */
function isVisible(character: string): boolean {
  return !/^[\p{White_Space}\p{C}\p{Variation_Selector}]$/u.test(character);
}
