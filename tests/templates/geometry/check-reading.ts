import { readPapers } from '../../../src/adapters/html/read-papers.js';
import { textOf as wordsOf, type Block } from '../../../src/domain/papers/index.js';
import type { DocumentForm, FilledTemplate } from '../../../src/ports/template-source.js';
import { NUMBER, STANDARD } from './check-pages.js';
import { linesOf, type Line } from './lines-of.js';
import type { Page } from './read-pages.js';

/**
 * What a reader would miss: words that are not printed, or not in their order; a head at the foot of a
 * page whose text begins on the next; 版记 that does not end the last even page.
 */
export function readingFaultsOf(pages: readonly Page[], filled: FilledTemplate): string[] {
  return [
    ...orderFaults(pages, filled),
    ...orphanFaults(pages, filled),
    ...(/class="colophon"/.test(filled.body) ? colophonFaults(pages, filled.manifest.form) : []),
  ];
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/**
 * The words of the type area as they are printed, those of 版头 first: it is set at places of its own and
 * painted after the text. A watermark slants and is left out.
 */
function printedOn(page: Page, form: DocumentForm): string {
  const isLetterHead = form === 'letter' && page.number === 1;
  const top = isLetterHead ? 26 : STANDARD.top;
  const foot = isLetterHead ? 273 : STANDARD.top + STANDARD.areaHeight;
  const left = STANDARD.left(page.number);
  const glyphs = page.glyphs.filter(({ x, y, dx, dy }) => {
    const isStraight = Math.abs(dx * dy) < 0.01;
    return isStraight && y > top - 1 && y < foot + 1 && (!page.isWide || x > left - 1);
  });
  const heading = page.number === 1 ? (HEADING_FEET[form] ?? 0) : 0;
  const isHeading = ({ y }: { readonly y: number }): boolean => y < heading;
  const ordered = [...glyphs.filter(isHeading), ...glyphs.filter((one) => !isHeading(one))];
  return bare(ordered.map(({ text }) => text).join(''));
}

/** Where 版头 ends: eight lines of the type area, or what a letter's first page leaves of it. */
const HEADING_FEET: Partial<Record<DocumentForm, number>> = {
  official: STANDARD.top + 8 * STANDARD.line,
  letter: 26 + 246.95 - 19 * STANDARD.line,
};

/** Everything that the document says stands in the file, in the order of reading. */
function orderFaults(pages: readonly Page[], filled: FilledTemplate): string[] {
  const papers = readPapers(filled);
  if (!papers.ok) return ['正文有不认识的标记'];
  const { form } = filled.manifest;
  const printed = pages.map((page) => printedOn(page, form)).join('');
  const said = papers.value.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)),
  );
  const faults: string[] = [];
  let at = 0;
  for (const text of said) {
    const found = printed.indexOf(text, at);
    if (found >= 0) at = found + text.length;
    else if (printed.includes(text)) faults.push(`“${text.slice(0, 30)}”不在次序上`);
    else faults.push(`“${text.slice(0, 30)}”没有印全`);
  }
  return faults.slice(0, 10);
}

/** Texts that are printed in one piece. */
function textsOf(block: Block): readonly string[] {
  if (block.kind === 'chart') return [bare(wordsOf(block.caption))];
  if (block.kind === 'table') {
    const cells = block.rows.flatMap(({ cells: ones }) => ones.flatMap(({ lines }) => lines));
    return [block.caption, ...cells]
      .map((line) => bare(wordsOf(line)))
      .filter((text) => text !== '');
  }
  if (['mark', 'number', 'signer'].includes(block.role)) return [];
  // What stands at the ends of a line is printed piece by piece.
  const pieces: string[] = [''];
  for (const inline of block.inlines) {
    if (inline.kind === 'tab') pieces.push('');
    else pieces.push((pieces.pop() ?? '') + bare(wordsOf([inline])));
  }
  return pieces.filter((text) => text !== '');
}

/** A numbered head. */
const HEAD = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)\S{1,24}$/u;

function orphanFaults(pages: readonly Page[], { body, manifest }: FilledTemplate): string[] {
  return pages.slice(0, -1).flatMap((page) => {
    const isLetterHead = manifest.form === 'letter' && page.number === 1;
    const foot = isLetterHead ? 273 : STANDARD.top + STANDARD.areaHeight;
    const lines = linesOf(page).filter(
      ({ y, glyphs }) => y > STANDARD.top && y < foot && glyphs.every(({ dx }) => dx === 1),
    );
    const last = lines.at(-1);
    if (page.isWide || last === undefined || !isHead(last)) return [];
    // Room is left below for a hand.
    const words = last.text.replace(/^.*?[、）]/u, '');
    if (body.includes(`${words}</h2>\n<p class="room">`)) return [];
    // Below it a table or a figure may begin.
    if (page.rules.some(({ y }) => y > last.y && y < foot)) return [];
    return [`第${String(page.number)}页末行是标题“${last.text.slice(0, 20)}”`];
  });
}

function isHead({ text, glyphs }: Line): boolean {
  return HEAD.test(text) && !/[。；，：]$/u.test(text) && glyphs.every(({ size }) => size > 15);
}

/** A letter's 版记 has neither rules nor who printed it. */
function colophonFaults(pages: readonly Page[], form: DocumentForm): string[] {
  const last = pages.at(-1);
  if (last === undefined) return ['没有页'];
  const foot = STANDARD.top + STANDARD.areaHeight;
  const faults = pages.length % 2 === 0 ? [] : [`版记在第${String(pages.length)}页，不是双数页`];
  const rules = last.rules.filter(({ width, y }) => width > 150 && y < foot + 1);
  const lines = linesOf(last).filter(({ text }) => !NUMBER.test(text));
  if (form === 'letter') {
    if (rules.length > 0) faults.push('信函的版记印了分隔线');
    if (!lines.some(({ text }) => text.startsWith('抄送：'))) faults.push('末页没有抄送机关');
    return faults;
  }
  const lowest = Math.max(...rules.map(({ y, height }) => y + height));
  if (Math.abs(lowest - foot) > 0.3)
    faults.push(`版记末线距版心下边 ${(foot - lowest).toFixed(2)} 毫米`);
  if (!lines.some(({ text }) => /印发$/u.test(text))) faults.push('末页没有印发机关');
  return faults;
}
