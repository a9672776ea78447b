import type { Glyph, Page } from './read-pages.js';

/** Glyphs that stand on one baseline, in the order of reading. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  readonly glyphs: readonly Glyph[];
}

/** The lines of a page from top to bottom; text that runs upwards on the sheet is lines of its own. */
export function linesOf(page: Page): Line[] {
  const groups = new Map<string, Glyph[]>();
  for (const glyph of page.glyphs) {
    const isUpright = Math.abs(glyph.dx) > 0.5;
    // A pixel's worth of rounding does not part a line.
    const place = Math.round((isUpright ? glyph.y : glyph.x) / 0.3);
    const key = [place - 1, place, place + 1]
      .map((near) => `${isUpright ? 'across' : 'down'} ${near}`)
      .find((near) => groups.has(near));
    const group = groups.get(key ?? '') ?? [];
    group.push(glyph);
    groups.set(key ?? `${isUpright ? 'across' : 'down'} ${place}`, group);
  }
  const lines = [...groups.values()].map((glyphs): Line => {
    const isUpright = Math.abs(glyphs[0]?.dx ?? 1) > 0.5;
    const sorted = [...glyphs].sort((a, b) => (isUpright ? a.x - b.x : b.y - a.y));
    const printed = sorted.filter((glyph) => glyph.text.trim() !== '');
    const first = printed[0] ?? sorted[0];
    const last = printed.at(-1) ?? sorted.at(-1);
    return {
      text: sorted
        .map((glyph) => glyph.text)
        .join('')
        .trim(),
      start: first?.x ?? 0,
      end: (last?.x ?? 0) + (last?.advance ?? 0) * (last?.dx ?? 0),
      y: first?.y ?? 0,
      glyphs: printed,
    };
  });
  return lines.filter((line) => line.glyphs.length > 0).sort((a, b) => a.y - b.y);
}

/** All text of some lines, without blanks. */
export function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.text.replaceAll(/\s/g, '')).join('');
}
