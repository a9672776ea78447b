import {
  HALF_CHARACTERS,
  HALF_UNITS_PER_EM,
  codesOf,
  takeFull,
  takeHalf,
  takeNatural,
} from './cells.js';
import { CHINESE } from './chinese-characters.js';
import { CUTS, type Cut, type CutId, type NpmFont } from './cuts.js';
import { familyName } from './faces.js';
import { readBold, readFont, readSlices } from './npm-font.js';
import { writeOutline } from './outline.js';
import { readSfnt, type Sfnt } from './sfnt.js';
import { writeTrueType, type Glyph } from './write-true-type.js';

/** What was cut. */
export interface CutFonts {
  readonly cuts: readonly CutId[];
  readonly fang: string | null;
  readonly covered: ReadonlySet<number>;
}

/** Cuts all fonts of the shelf and hands each to `keep`. */
export async function cutFonts(
  fangSong: Uint8Array | null,
  keep: (id: CutId, font: Uint8Array) => Promise<unknown>,
): Promise<CutFonts> {
  const made = new Map<CutId, ReadonlySet<number>>();
  const put = async (id: CutId, glyphs: readonly Glyph[], title: Title): Promise<void> => {
    const box = drawBox(title.unitsPerEm);
    await keep(id, writeTrueType({ ...title, family: familyName(id) }, [box, ...glyphs]));
    made.set(id, new Set(glyphs.flatMap((glyph) => glyph.codePoints)));
  };
  // One font after another, so that no more than one is in memory.
  for (const font of new Set(Object.values(CUTS).map((cut) => cut.font))) {
    const whole = await readFont(font);
    for (const [id, cut] of cutsOf(font)) {
      const glyphs = await takeFor(cut, whole, bothOf(made));
      const unitsPerEm = cut.take === 'half' ? HALF_UNITS_PER_EM : whole.unitsPerEm;
      const postScript = `${font.postScript}${SUFFIXES[cut.take]}`;
      await put(id, glyphs, { unitsPerEm, postScript, copyright: whole.name(0) ?? '' });
    }
  }
  let fang: string | null = null;
  if (fangSong !== null) {
    const font = readSfnt(fangSong);
    fang = font.name(4) ?? font.name(6) ?? '仿宋';
    const postScript = (font.name(6) ?? 'FangSong').replace(/[^\w-]/g, '');
    await put('fang', takeFull(font, font.cmap.keys(), CHINESE.symbols), {
      unitsPerEm: font.unitsPerEm,
      postScript,
      copyright: font.name(0) ?? '',
    });
  }
  const covered = new Set([...made.values()].flatMap((codes) => [...codes]));
  return { cuts: [...made.keys()], fang, covered };
}

interface Title {
  readonly unitsPerEm: number;
  readonly postScript: string;
  readonly copyright: string;
}

const SUFFIXES: Readonly<Record<Cut['take'], string>> = {
  common: '',
  more: '-More',
  gaps: '-More',
  half: '-Half',
  latin: '',
};

function cutsOf(font: NpmFont): (readonly [CutId, Cut])[] {
  const ids = Object.keys(CUTS) as (keyof typeof CUTS)[];
  return ids.map((id) => [id, CUTS[id]] as const).filter(([, cut]) => cut.font === font);
}

/** Which glyphs a cut has. */
async function takeFor(cut: Cut, whole: Sfnt, had: ReadonlySet<number>): Promise<readonly Glyph[]> {
  const codes = [...whole.cmap.keys()];
  // The main file of a sliced font holds the common characters already.
  const isCommon = (code: number): boolean => cut.font.isSliced || CHINESE.common.has(code);
  switch (cut.take) {
    case 'half':
      return takeHalf(whole, await readBold(cut.font));
    case 'latin':
      return takeNatural(whole, codesOf(HALF_CHARACTERS));
    case 'common':
      return takeFull(whole, codes.filter(isCommon), CHINESE.symbols);
    case 'gaps':
      return takeFull(
        whole,
        codes.filter((code) => !had.has(code)),
        CHINESE.symbols,
      );
    case 'more': {
      const glyphs = takeFull(
        whole,
        codes.filter((code) => !isCommon(code)),
        CHINESE.symbols,
      );
      const seen = new Set(codes);
      for await (const slice of readSlices(cut.font)) {
        const fresh = [...slice.cmap.keys()].filter((code) => !seen.has(code));
        for (const code of fresh) seen.add(code);
        glyphs.push(...takeFull(slice, fresh, CHINESE.symbols));
      }
      return glyphs;
    }
  }
}

/** What 宋 and 黑 both have: the bold 楷 need not have it. */
function bothOf(made: ReadonlyMap<CutId, ReadonlySet<number>>): ReadonlySet<number> {
  const of = (...ids: readonly CutId[]): number[] => ids.flatMap((id) => [...(made.get(id) ?? [])]);
  const hei = new Set(of('hei', 'hei-more'));
  return new Set(of('title', 'title-more').filter((code) => hei.has(code)));
}

/** The box for a character that no font has. */
function drawBox(unitsPerEm: number): Glyph {
  const edge = Math.round(unitsPerEm * 0.06);
  const [left, bottom, right, top] = [edge, 0, unitsPerEm - edge, Math.round(unitsPerEm * 0.8)];
  const square = (inset: number) => [
    { x: left + inset, y: bottom + inset, on: true },
    { x: left + inset, y: top - inset, on: true },
    { x: right - inset, y: top - inset, on: true },
    { x: right - inset, y: bottom + inset, on: true },
  ];
  const outline = writeOutline([square(0), square(edge).reverse()]);
  return { codePoints: [], advance: unitsPerEm, outline };
}
