import type { DocumentForm } from '../../../src/ports/template-source.js';
import { linesOf, textOf, type Line } from './lines-of.js';
import { overlapFaults } from './check-overlaps.js';
import { markFaults } from './check-run-mark.js';
import type { Page } from './read-pages.js';

/** GB/T 9704-2012, millimetres on the sheet. */
export const STANDARD = {
  width: 210,
  height: 297,
  top: 37,
  /** The type area's left edge on a right-hand (odd) and on a left-hand (even) page. */
  left: (page: number) => (page % 2 === 1 ? 28 : 26),
  areaWidth: 156,
  areaHeight: 225,
  line: 225 / 22,
  /** One of 28 characters. */
  cell: 156 / 28,
  /** Chromium sets a baseline on a whole pixel, and a page is 0.1 mm short of A4. */
  tolerance: 0.4,
} as const;

/** What is to be found on the pages of a document, beside what the standard says. */
export interface Expected {
  readonly form: DocumentForm;
  /** Printed at the head of every page; null on an official paper. */
  readonly disclaimer: string | null;
  /** Printed at the foot of working papers and attachments; empty where there is no result. */
  readonly runHash: string;
  /** Whether a 公文's own pages carry the run's hash too. */
  readonly marksEverywhere?: boolean;
}

/** 页码, between its dashes. */
export const NUMBER = /^— ?(\d+) ?—$/;

/** Everything on the pages that is not as the form wants it, a sentence each; none is a sound document. */
export function faultsOf(pages: readonly Page[], expected: Expected): string[] {
  let annexed = false;
  return pages.flatMap((page) => {
    const lines = linesOf(page);
    annexed ||= lines.some((line) => /^附件\d*$/.test(line.text));
    const say = (fault: string): string => `第${page.number}页：${fault}`;
    return [
      ...sheetFaults(page),
      ...placeFaults(page, lines, expected.form),
      ...numberFaults(page, pages.length, lines, expected.form),
      ...overlapFaults(page),
      ...gridFaults(page, lines),
      ...markFaults(page, lines, expected, annexed),
      // Nothing stands on the sheet that goes between a landscape page and the colophon's.
      ...(expected.disclaimer !== null &&
      lines.length > 0 &&
      !textOf(lines).includes(bare(expected.disclaimer))
        ? ['没有演示声明']
        : []),
    ].map(say);
  });
}

function sheetFaults(page: Page): string[] {
  const faults: string[] = [];
  if (Math.abs(page.width - STANDARD.width) > 0.3 || Math.abs(page.height - STANDARD.height) > 0.3)
    faults.push(`纸张 ${page.width.toFixed(1)}×${page.height.toFixed(1)} 毫米，不是 A4`);
  if (page.scale < 0.7499)
    faults.push(`内容超宽，整页被缩小到 ${((page.scale / 0.75) * 100).toFixed(1)}%`);
  for (const font of page.fonts)
    if (!/^[A-Z]{6}\+/.test(font)) faults.push(`字体 ${font} 不是嵌入的子集`);
  return faults;
}

/** The type area, or that of a letter's first page. */
function areaOf(page: Page, form: DocumentForm): { x: number; y: number; w: number; h: number } {
  const x = STANDARD.left(page.number);
  const isLetterHead = form === 'letter' && page.number === 1;
  return isLetterHead
    ? { x, y: 26, w: STANDARD.areaWidth, h: 247 }
    : { x, y: STANDARD.top, w: STANDARD.areaWidth, h: STANDARD.areaHeight };
}

/** Text stands in the type area; outside it only the disclaimer, the number and the run mark. */
function placeFaults(page: Page, lines: readonly Line[], form: DocumentForm): string[] {
  const { x, y, w, h } = areaOf(page, form);
  const slack = STANDARD.tolerance;
  const faults: string[] = [];
  for (const line of lines) {
    const isBelow = line.glyphs.every((glyph) => glyph.y > y + h);
    const isAbove = page.isWide
      ? line.glyphs.every((glyph) => glyph.x < x)
      : line.glyphs.every((glyph) => glyph.y < y);
    if (isBelow || isAbove) continue;
    for (const glyph of line.glyphs) {
      if (glyph.text.trim() === '') continue;
      const endX = glyph.x + glyph.advance * glyph.dx;
      const endY = glyph.y + glyph.advance * glyph.dy;
      const isInside =
        Math.min(glyph.x, endX) >= x - slack &&
        Math.max(glyph.x, endX) <= x + w + slack &&
        Math.min(glyph.y, endY) >= y - slack &&
        Math.max(glyph.y, endY) <= y + h + slack;
      if (!isInside) {
        const at = `${glyph.x.toFixed(1)}，${glyph.y.toFixed(1)}`;
        faults.push(`“${line.text.slice(0, 30)}”的“${glyph.text}”越出版心（${at}）`);
        break;
      }
    }
  }
  const isLetterHead = form === 'letter' && page.number === 1;
  for (const rule of page.rules) {
    const isBeside = rule.x + rule.width > x + w + 0.25 || rule.x < x - 0.25;
    const isInMargin = rule.y >= y + h || rule.y + rule.height <= y;
    if (isBeside && !isInMargin && !isLetterHead)
      faults.push(
        `线或底纹越出版心（${rule.x.toFixed(1)} 至 ${(rule.x + rule.width).toFixed(1)}）`,
      );
  }
  return faults;
}

/** 页码: 4号, dashes 7 mm below the type area, one character from its right (odd) or left (even) edge. */
function numberFaults(
  page: Page,
  count: number,
  lines: readonly Line[],
  form: DocumentForm,
): string[] {
  const found = lines.filter((line) => NUMBER.test(line.text));
  const mayLack =
    (form === 'letter' && page.number === 1) ||
    (form === 'plain' && page.number === 1) ||
    // A blank page before the colophon's, and that page, have none.
    page.number >= count - 1;
  const [line] = found;
  if (line === undefined) return mayLack ? [] : ['没有页码'];
  if (form === 'letter' && page.number === 1) return ['信函首页印了页码'];
  const faults = found.length > 1 ? ['页码不止一个'] : [];
  if (NUMBER.exec(line.text)?.[1] !== String(page.number)) faults.push(`页码是 ${line.text}`);
  const character = (14 / 72) * 25.4;
  const left = STANDARD.left(page.number);
  const off =
    page.number % 2 === 1
      ? left + STANDARD.areaWidth - character - line.end
      : line.start - left - character;
  if (Math.abs(off) > STANDARD.tolerance) faults.push(`页码左右差 ${off.toFixed(2)} 毫米`);
  const dashes = line.y - DASH_RISE * character - (STANDARD.top + STANDARD.areaHeight);
  if (Math.abs(dashes - 7) > STANDARD.tolerance)
    faults.push(`页码一字线距版心 ${dashes.toFixed(2)} 毫米，应为 7`);
  if (Math.abs((line.glyphs[0]?.size ?? 0) - 14) > 0.1) faults.push('页码不是4号');
  return faults;
}

/** How far above the baseline a dash's upper edge is, in 宋体's heights. */
const DASH_RISE = 0.29;

/** Body text: lines a 22nd of the type area apart, characters on half cells from the left edge. */
function gridFaults(page: Page, lines: readonly Line[]): string[] {
  if (page.isWide) return [];
  const left = STANDARD.left(page.number);
  const body = lines.filter(
    (line) =>
      line.glyphs.every((glyph) => glyph.dx === 1 && Math.abs(glyph.size - 16) < 0.05) &&
      [0, 2].some((indent) => Math.abs(line.start - left - indent * STANDARD.cell) < 0.3),
  );
  const faults: string[] = [];
  for (const [index, line] of body.entries()) {
    const before = body[index - 1];
    if (before !== undefined && line.y - before.y < STANDARD.line - 0.3)
      faults.push(`“${line.text.slice(0, 20)}”与上一行相距 ${(line.y - before.y).toFixed(2)} 毫米`);
    const stray = line.glyphs.find((glyph) => {
      const halves = ((glyph.x - left) / STANDARD.cell) * 2;
      return /\p{Script=Han}/u.test(glyph.text) && Math.abs(halves - Math.round(halves)) > 0.1;
    });
    if (stray !== undefined)
      faults.push(
        `“${line.text.slice(0, 20)}”的“${stray.text}”不在字格上（${stray.x.toFixed(2)}）`,
      );
  }
  return faults;
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');
