import type { Glyph } from './write-true-type.js';
import {
  boundsOf,
  readOutline,
  withoutInstructions,
  writeOutline,
  type Outline,
} from './outline.js';
import type { Sfnt } from './sfnt.js';

/**
 * By how much the grid of GB/T 9704 sets its 汉字 closer than their own width, in em: 28 characters
 * of 16 pt are to fit 156 mm. The style sheet's letter-spacing is this number, negative.
 */
const TIGHTENING = 0.2803 / ((16 * 96) / 72);

/** Half a cell of the grid, in em: with the letter-spacing behind it, exactly half the pitch. */
export const HALF_CELL = (1 + TIGHTENING) / 2;

/** Fine enough that a whole line of half cells is off by less than a hundredth of a millimetre. */
export const HALF_UNITS_PER_EM = 16384;

const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));

/** ASCII, letters with accents, superscripts, the minus: what stands in half a cell. */
export const HALF_CHARACTERS = `${range(0x20, 0x7e)}\u00a0¹²³${range(0xc0, 0xd6)}${range(0xd8, 0xf6)}${range(0xf8, 0xff)}–−€`;

/** What opens stands at the right of its cell, beside what it opens; what closes, at the left. */
const OPENING = '([{“‘';
const CLOSING = ')]}”’';
/** A point stands nearer to what it follows: in 98.95 it parts, but not by a whole blank. */
const POINTS = '.,:;';

/** Takes glyphs as they are. */
export function takeNatural(font: Sfnt, codePoints: Iterable<number>): Glyph[] {
  return take(font, codePoints, (glyph) => ({
    advance: font.advance(glyph),
    outline: plainOutline(font, glyph),
  }));
}

/** Narrowed by more than this, the strokes of a letter become visibly thin. */
const NARROWEST = 0.62;

/**
 * Sets glyphs into half cells; what is wider is condensed, as 仿宋_GB2312 does with its own.
 *
 * @param bold of the same family: M, W and % are taken from it, so that their strokes stay as strong
 */
export function takeHalf(font: Sfnt, bold: Sfnt | null): Glyph[] {
  const cell = Math.round(HALF_CELL * HALF_UNITS_PER_EM);
  return take(font, codesOf(HALF_CHARACTERS), (regular, character) => {
    const isWide = (HALF_CELL * font.unitsPerEm) / font.advance(regular) < NARROWEST;
    const strong = isWide ? bold?.cmap.get(character.codePointAt(0) ?? 0) : undefined;
    const [source, glyph] =
      bold !== null && strong !== undefined ? [bold, strong] : [font, regular];
    const scale = HALF_UNITS_PER_EM / source.unitsPerEm;
    const outline = resize(readOutline(source, glyph), scale, scale, 0);
    return fit(outline, source.advance(glyph) * scale, cell, character);
  });
}

/**
 * Takes 汉字 as they are, and gives every symbol of the Chinese character set the full cell that it
 * has in Chinese typesetting: some of the fonts set “”, · and × narrow.
 */
export function takeFull(font: Sfnt, codePoints: Iterable<number>, symbols: string): Glyph[] {
  const cell = font.unitsPerEm;
  return take(font, codePoints, (glyph, character) => {
    const advance = font.advance(glyph);
    if (advance === cell || !symbols.includes(character)) {
      return { advance, outline: plainOutline(font, glyph) };
    }
    const outline = readOutline(font, glyph);
    // A dash fills its cell, so that two of them join.
    if (character === '—') return { advance: cell, outline: writeOutline(stretch(outline, cell)) };
    return fit(outline, advance, cell, character);
  });
}

function fit(
  outline: Outline,
  advance: number,
  cell: number,
  character: string,
): Omit<Glyph, 'codePoints'> {
  const squeeze = Math.min(1, cell / advance);
  const room = cell - advance * squeeze;
  const share = OPENING.includes(character)
    ? 1
    : CLOSING.includes(character)
      ? 0
      : POINTS.includes(character)
        ? 0.3
        : 0.5;
  const move = room * share;
  return { advance: cell, outline: writeOutline(resize(outline, squeeze, 1, move)) };
}

function stretch(outline: Outline, cell: number): Outline {
  const [left, , right] = boundsOf(outline);
  const scale = cell / (right - left);
  return resize(outline, scale, 1, -left * scale);
}

function resize(outline: Outline, x: number, y: number, move: number): Outline {
  return outline.map((contour) =>
    contour.map((point) => ({
      ...point,
      x: Math.round(point.x * x + move),
      y: Math.round(point.y * y),
    })),
  );
}

function plainOutline(font: Sfnt, glyph: number): Uint8Array {
  const view = font.outline(glyph);
  if (view.byteLength < 10 || view.getInt16(0) === 0) return new Uint8Array(0);
  return view.getInt16(0) < 0 ? writeOutline(readOutline(font, glyph)) : withoutInstructions(view);
}

/** One glyph for all characters that the font gives the same one. */
function take(
  font: Sfnt,
  codePoints: Iterable<number>,
  set: (glyph: number, character: string) => Omit<Glyph, 'codePoints'>,
): Glyph[] {
  const shared = new Map<number, number[]>();
  for (const code of codePoints) {
    const glyph = font.cmap.get(code);
    if (glyph === undefined) continue;
    const codes = shared.get(glyph);
    if (codes === undefined) shared.set(glyph, [code]);
    else codes.push(code);
  }
  return [...shared].map(([glyph, codes]) => ({
    codePoints: codes,
    ...set(glyph, String.fromCodePoint(codes[0] ?? 0)),
  }));
}

/** The code points of a text, each once, in order. */
export function codesOf(text: string): number[] {
  return [...new Set(text)].map((c) => c.codePointAt(0) ?? 0).sort((a, b) => a - b);
}
