import { linesOf, type Line } from './lines-of.js';
import type { Glyph, Page } from './read-pages.js';

/** Characters printed over one another: a text that runs out of its cell, or lines that are too near. */
export function overlapFaults(page: Page): string[] {
  // A watermark slants below the text.
  const straight = page.glyphs.filter(({ dx, dy }) => Math.abs(dx * dy) < 0.01);
  const lines = linesOf({ ...page, glyphs: straight });
  const alongside = lines.flatMap((line) => runIntoOneAnother(line));
  const above = lines.flatMap((line, index) =>
    lines.slice(index + 1).filter((other) => isOver(line, other)),
  );
  return [
    ...alongside.map((text) => `“${text}”与旁边的字相叠`),
    ...above.map(({ text }) => `“${text.slice(0, 20)}”与上一行相叠`),
  ];
}

/** Where a character stands along its line, and how far it reaches; kerning moves it by less. */
const LEAST_SHARE = 0.6;

function runIntoOneAnother({ glyphs }: Line): string[] {
  const found: string[] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const next = glyphs[index + 1];
    if (next === undefined) continue;
    const step = (next.x - glyph.x) * glyph.dx + (next.y - glyph.y) * glyph.dy;
    if (step < glyph.advance * LEAST_SHARE) found.push(glyph.text + next.text);
  }
  // One text over another is told once.
  return found.slice(0, 1);
}

/** Whether two lines of one direction are nearer than half a character, and one stands over the other. */
function isOver(a: Line, b: Line): boolean {
  const [one] = a.glyphs;
  const [other] = b.glyphs;
  if (one === undefined || other === undefined) return false;
  if (Math.abs(one.dx - other.dx) > 0.1) return false;
  const isUpright = Math.abs(one.dx) > 0.5;
  const apart = isUpright ? Math.abs(one.y - other.y) : Math.abs(one.x - other.x);
  const size = (Math.min(one.size, other.size) / 72) * 25.4;
  if (apart > size * LEAST_SHARE) return false;
  return a.glyphs.some((glyph) => b.glyphs.some((second) => isUnder(glyph, second, isUpright)));
}

function isUnder(a: Glyph, b: Glyph, isUpright: boolean): boolean {
  const start = (glyph: Glyph): number => (isUpright ? glyph.x : -glyph.y);
  const end = (glyph: Glyph): number => start(glyph) + glyph.advance;
  return (
    Math.min(end(a), end(b)) - Math.max(start(a), start(b)) > 0.4 * Math.min(a.advance, b.advance)
  );
}
