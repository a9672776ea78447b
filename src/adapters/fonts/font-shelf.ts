import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PrivateCache } from '../chromium/private-cache.js';
import { cutFonts, type CutFonts } from './cut-fonts.js';
import { CUTS, type CutId } from './cuts.js';
import { fontVersion } from './npm-font.js';

/** Our fonts as files in one folder, ready for the browser. */
export interface FontShelf {
  readonly folder: string;
  /** The cuts that are there: all, except 仿宋 where none was brought. */
  readonly cuts: ReadonlySet<CutId>;
  /** The 仿宋 that was brought, by its own name. */
  readonly fang: string | null;
  /** Whether any of the fonts has the character. */
  covers(codePoint: number): boolean;
}

/** Where the 仿宋 that the user had brought lies in the cache. */
export const FANG_FILE = 'fang-song.ttf';

/** To be raised whenever the same packages are to give other files. */
const RECIPE = 2;

/** The shelf's own list; it is written last, so that it tells of a whole shelf. */
interface ShelfList {
  readonly cuts: readonly CutId[];
  readonly fang: string | null;
  /** First and last code point of every run that has glyphs. */
  readonly covered: readonly (readonly [number, number])[];
}

/** Opens the shelf in the cache; the first time it is made, which takes some seconds. */
export async function openFontShelf(cache: PrivateCache): Promise<FontShelf> {
  const fangFile = join(cache.directory, FANG_FILE);
  const fang = await stat(fangFile).catch(() => null);
  const recipe = {
    recipe: RECIPE,
    cuts: Object.entries(CUTS).map(([id, cut]) => [
      id,
      cut.take,
      cut.font.file,
      fontVersion(cut.font),
    ]),
    fang: fang === null ? null : [fang.size, fang.mtimeMs],
  };
  const print = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 12);
  const folder = `shelf-${print}`;
  const list = await cache.keep(`${folder}/shelf.json`, async () => {
    const made = await cutFonts(fang === null ? null : await readFile(fangFile), (id, font) =>
      cache.keep(`${folder}/${id}.ttf`, () => Promise.resolve(font)),
    );
    return Buffer.from(JSON.stringify(listOf(made)));
  });
  return shelfOf(dirname(list), JSON.parse(await readFile(list, 'utf8')) as ShelfList);
}

function listOf(made: CutFonts): ShelfList {
  const covered: [number, number][] = [];
  for (const code of [...made.covered].sort((a, b) => a - b)) {
    const run = covered.at(-1);
    if (run !== undefined && run[1] === code - 1) run[1] = code;
    else covered.push([code, code]);
  }
  return { cuts: made.cuts, fang: made.fang, covered };
}

function shelfOf(folder: string, { cuts, fang, covered }: ShelfList): FontShelf {
  return {
    folder,
    cuts: new Set(cuts),
    fang,
    covers(codePoint) {
      let [low, high] = [0, covered.length - 1];
      while (low <= high) {
        const middle = (low + high) >> 1;
        const [first, last] = covered[middle] ?? [0, 0];
        if (codePoint < first) high = middle - 1;
        else if (codePoint > last) low = middle + 1;
        else return true;
      }
      return false;
    },
  };
}
