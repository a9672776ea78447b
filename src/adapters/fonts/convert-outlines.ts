import { writeOutline, type Outline } from './outline.js';
import { readSfnt } from './sfnt.js';
import { writeTrueType, type Glyph } from './write-true-type.js';

/**
 * Turns a font with CFF outlines, which Chromium prints as nameless Type 3, into one with glyf
 * outlines. Only the curves come from the library: it has advance widths and characters of such
 * fonts wrong (every digit took a line), so those are read from the font's own tables.
 */
export async function convertOutlines(file: Uint8Array): Promise<Uint8Array> {
  const { default: fonteditor } = await import('fonteditor-core');
  const font = readSfnt(file);
  // A copy: the library wants a buffer that holds the font and nothing else.
  const buffer = new Uint8Array(file).buffer;
  const { glyf }: { readonly glyf: readonly Curves[] } = fonteditor
    .createFont(buffer, { type: 'otf' })
    .get();
  const codes = new Map<number, number[]>();
  for (const [code, glyph] of font.cmap) codes.set(glyph, [...(codes.get(glyph) ?? []), code]);
  const glyphs = glyf.map((glyph, id): Glyph => ({
    codePoints: codes.get(id) ?? [],
    advance: font.advance(id),
    outline: writeOutline(rounded(glyph.contours ?? [])),
  }));
  return writeTrueType(
    {
      family: font.name(4) ?? font.name(1) ?? '仿宋',
      postScript: font.name(6) ?? 'FangSong',
      copyright: font.name(0) ?? '',
      unitsPerEm: font.unitsPerEm,
    },
    glyphs,
  );
}

/** What the library gives for a glyph; a blank has no contours. */
interface Curves {
  readonly contours?: readonly (readonly Curve[])[];
}

interface Curve {
  readonly x: number;
  readonly y: number;
  readonly onCurve?: boolean;
}

function rounded(contours: readonly (readonly Curve[])[]): Outline {
  return contours.map((contour) =>
    contour.map(({ x, y, onCurve }) => ({
      x: Math.round(x),
      y: Math.round(y),
      on: onCurve === true,
    })),
  );
}
