import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { PrintFault } from '../../ports/document-renderer.js';
import type { PrivateCache } from '../chromium/private-cache.js';
import { readCoverage } from './coverage.js';
import { FACES, familyName, type Face } from './faces.js';

/** The fonts of one document, cut down to its characters. */
export interface FontSheet {
  /** `@font-face` rules with the fonts inside them, and the variables `--font-<id>`. */
  readonly css: string;
  /** Characters that no font has; they print as a box. */
  readonly missing: readonly string[];
}

/** Printed by style sheets, or by a machine's own words: always in the fonts. */
const ALWAYS =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '　、。，；：？！（）《》〔〕“”‘’—…·－–−×〇一二三四五六七八九十百年月日第页共';

/** Many documents in a row say nearly the same; a sheet is a megabyte. */
const KEPT_SHEETS = 8;

/** Makes the fonts of documents; reads nothing before the first one. */
export class DocumentFonts {
  readonly #cache: PrivateCache;
  readonly #files = new Map<string, Promise<Uint8Array>>();
  readonly #coverage = new Map<Face['id'], (codePoint: number) => boolean>();
  readonly #sheets = new Map<string, Promise<Result<FontSheet, PrintFault>>>();

  constructor(cache: PrivateCache) {
    this.#cache = cache;
  }

  /** The fonts for these texts. */
  sheetFor(texts: readonly string[]): Promise<Result<FontSheet, PrintFault>> {
    const characters = charactersOf([ALWAYS, ...texts]);
    const kept = this.#sheets.get(characters);
    if (kept !== undefined) return kept;
    const made = this.#makeSheet(characters);
    this.#sheets.set(characters, made);
    const oldest = this.#sheets.keys().next();
    if (this.#sheets.size > KEPT_SHEETS && oldest.done !== true) this.#sheets.delete(oldest.value);
    return made;
  }

  /** A small font file for the browser's own list: with none at all it prints nothing. */
  async systemFont(): Promise<Result<string, PrintFault>> {
    const face = FACES.find((each) => each.id === 'body');
    if (face === undefined) throw new Error('no body face');
    try {
      return success(
        await this.#cache.keep(`system-fonts/${face.file}-${versionOf(face)}.ttf`, async () =>
          this.#subset(await this.#sfnt(face), ALWAYS),
        ),
      );
    } catch (error) {
      return missingFont(face, error);
    }
  }

  async #makeSheet(characters: string): Promise<Result<FontSheet, PrintFault>> {
    const rules: string[] = [];
    const variables: string[] = [];
    const covers: ((codePoint: number) => boolean)[] = [];
    for (const face of FACES) {
      let whole: Uint8Array;
      try {
        whole = await this.#sfnt(face);
      } catch (error) {
        return missingFont(face, error);
      }
      const has = this.#coverage.get(face.id) ?? readCoverage(whole);
      this.#coverage.set(face.id, has);
      covers.push(has);
      const own = [...characters].filter((c) => has(c.codePointAt(0) ?? 0)).join('');
      const subset = await this.#subset(whole, own);
      const url = `data:font/ttf;base64,${Buffer.from(subset).toString('base64')}`;
      rules.push(`@font-face{font-family:"${familyName(face.id)}";src:url(${url})}`);
      variables.push(`--font-${face.id}:${familyList(face)};`);
    }
    const missing = [...characters].filter(
      (c) => isVisible(c) && !covers.some((has) => has(c.codePointAt(0) ?? 0)),
    );
    return success({ css: `${rules.join('\n')}\n:root{${variables.join('')}}\n`, missing });
  }

  /** The whole font, decompressed once and kept. */
  async #sfnt(face: Face): Promise<Uint8Array> {
    const name = `fonts/${face.file}-${versionOf(face)}.ttf`;
    let reading = this.#files.get(name);
    if (reading === undefined) {
      reading = this.#cache
        .keep(name, async () => {
          const { default: wawoff2 } = await import('wawoff2');
          return wawoff2.decompress(
            await readFile(resolve(`${face.package}/files/${face.file}.woff2`)),
          );
        })
        .then((path) => readFile(path));
      this.#files.set(name, reading);
      reading.catch(() => this.#files.delete(name));
    }
    return reading;
  }

  async #subset(whole: Uint8Array, characters: string): Promise<Uint8Array> {
    const { default: subsetFont } = await import('subset-font');
    // No layout features: official documents are set on a grid, without ligatures and kerning.
    return subsetFont(Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength), characters, {
      targetFormat: 'sfnt',
      keepFeatures: [],
    });
  }
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

function familyList(face: Face): string {
  const chain: string[] = [...face.local, familyName(face.id)];
  let next = face.fallback;
  while (next !== null) {
    const id: Face['id'] = next;
    chain.push(familyName(id));
    next = FACES.find((each) => each.id === id)?.fallback ?? null;
  }
  return chain.map((name) => `"${name}"`).join(',');
}

const resolve = (name: string): string => createRequire(import.meta.url).resolve(name);

function versionOf(face: Face): string {
  const file = resolve(`${face.package}/files/${face.file}.woff2`);
  const manifest = createRequire(import.meta.url)(`${dirname(dirname(file))}/package.json`) as {
    version: string;
  };
  return manifest.version;
}

function missingFont(face: Face, error: unknown): Result<never, PrintFault> {
  const detail = error instanceof Error ? error.message : String(error);
  return failure({
    code: 'missing-font',
    facts: { font: `${face.standIn}（${face.package}）`, detail },
  });
}
