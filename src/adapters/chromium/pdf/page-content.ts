import { MARKS, type Mark } from './page-marks.js';
import { UnexpectedPdf } from './pdf-value.js';

/** A rectangle in the page's own units: left, top, width, height. */
export type Rectangle = readonly [number, number, number, number];

/** What Chromium painted on a page, taken apart. */
export interface PageContent {
  /** The matrix that turns CSS pixels upside down, with its line end. */
  readonly matrix: string;
  /** How many points one unit of the content is. */
  readonly scale: number;
  /** What stands in the margins and what in the page area, in the order of painting. */
  readonly groups: readonly Group[];
  /** The page area; null on a page without text. */
  readonly area: Rectangle | null;
}

/** A `q … Q` of the page with what follows it. */
export interface Group {
  readonly operations: string;
  readonly isMargin: boolean;
  /** Which marks stand in it, where it is a margin. */
  readonly marks: ReadonlySet<Mark>;
}

/** An operator that leaves ink; Skia ends a line with it. */
const INK = /^(?:f\*?|F|B\*?|b\*?|S|s|(?:.*\s)?(?:Tj|TJ|Do|sh))$/m;
const MARKED = /<<\/MCID \d+ ?>>\s*BDC/;
/** Skia sets the colour of lines and of surfaces in one line. */
const COLOUR = /^([\d.]+ [\d.]+ [\d.]+) RG [\d. ]+ rg$/gm;
const NUMBER = '-?(?:\\d+\\.?\\d*|\\.\\d+)';
const MATRIX = new RegExp(`^(${NUMBER}) 0 0 -(${NUMBER}) 0 ${NUMBER} cm\\n$`);
const CLIP = new RegExp(`^q\\n(${NUMBER}) (${NUMBER}) (${NUMBER}) (${NUMBER}) re\\nW\\*? n\\n`);

/** Takes a page's content apart: margins are whatever Chromium paints outside the page area. */
export function readPageContent(content: string): PageContent {
  const { head, groups } = splitGroups(content);
  const matrix = MATRIX.exec(head);
  if (matrix === null || matrix[1] !== matrix[2]) throw new UnexpectedPdf('页面内容的开头');
  const main = groups.find((group) => MARKED.test(group));
  const area = main === undefined ? null : clipOf(main);
  if (main !== undefined && area === null) throw new UnexpectedPdf('版心没有边界');
  return {
    matrix: head,
    scale: Number(matrix[1]),
    area,
    groups: groups.map((operations) => {
      const isMargin = !MARKED.test(operations) && !isInside(clipOf(operations), area);
      return { operations, isMargin, marks: isMargin ? marksIn(operations) : NO_MARKS };
    }),
  };
}

/** Splits at each outermost `q`; Skia gives an operator without operands a line of its own. */
function splitGroups(content: string): { head: string; groups: string[] } {
  const starts: number[] = [];
  let depth = 0;
  const lineOf = (operator: string, from: number): number => {
    const at = content.indexOf(`\n${operator}\n`, from);
    return at < 0 ? content.length : at + 1;
  };
  let [opens, closes] = [content.startsWith('q\n') ? 0 : lineOf('q', 0), lineOf('Q', 0)];
  while (Math.min(opens, closes) < content.length && depth >= 0) {
    if (opens < closes) {
      if (depth === 0) starts.push(opens);
      depth += 1;
      opens = lineOf('q', opens + 1);
    } else {
      depth -= 1;
      closes = lineOf('Q', closes + 1);
    }
  }
  if (depth !== 0) throw new UnexpectedPdf('页面内容的 q、Q 不成对');
  const groups = starts.map((start, index) => content.slice(start, starts[index + 1]));
  return { head: content.slice(0, starts[0] ?? content.length), groups };
}

function clipOf(group: string): Rectangle | null {
  const found = CLIP.exec(group);
  if (found === null) return null;
  const [left = 0, top = 0, width = 0, height = 0] = found.slice(1).map(Number);
  return [left, top, width, height];
}

function isInside(inner: Rectangle | null, outer: Rectangle | null): boolean {
  if (inner === null || outer === null) return false;
  const slack = 1;
  return (
    inner[0] >= outer[0] - slack &&
    inner[1] >= outer[1] - slack &&
    inner[0] + inner[2] <= outer[0] + outer[2] + slack &&
    inner[1] + inner[3] <= outer[1] + outer[3] + slack
  );
}

/** Whether something stands in the page area. */
export function hasText({ groups }: PageContent): boolean {
  return groups.some(({ operations, isMargin }) => !isMargin && INK.test(operations));
}

/** Which marks stand in the margins. */
export function marksOf({ groups }: PageContent): ReadonlySet<Mark> {
  return new Set(groups.flatMap(({ marks }) => [...marks]));
}

const NO_MARKS: ReadonlySet<Mark> = new Set();

function marksIn(operations: string): ReadonlySet<Mark> {
  const found = new Set<Mark>();
  for (const [, colour = ''] of operations.matchAll(COLOUR)) {
    const mark = markOf(colour);
    if (mark !== null) found.add(mark);
  }
  return found;
}

function markOf(colour: string): Mark | null {
  const parts = colour.trim().split(' ').map(Number);
  for (const [mark, wanted] of Object.entries(MARKS)) {
    const is = wanted.every((part, at) => Math.abs((parts[at] ?? 9) - part / 255) < 0.0004);
    if (is) return mark as Mark;
  }
  return null;
}

/** The same margin without its page number: what two pages have to agree in to exchange numbers. */
export function besideNumber({ operations }: Group): string {
  const kept: string[] = [];
  let from = 0;
  for (const { 1: colour = '', index } of operations.matchAll(COLOUR)) {
    if (index < from || markOf(colour) !== 'number') continue;
    kept.push(operations.slice(from, index));
    NUMBER_END.lastIndex = index + 1;
    from = NUMBER_END.exec(operations)?.index ?? operations.length;
  }
  return [...kept, operations.slice(from)].join('');
}

/** What ends a text of one colour: another colour, or the end of the group. */
const NUMBER_END = /^(?:.* rg|[qQ])$/gm;

/** Puts a page's content together again: the margins marked as no part of the text. */
export function writePageContent(content: PageContent, kept: ReadonlySet<Mark>): string {
  const parts = content.groups.map((group) =>
    group.isMargin ? marginOf(group, kept) : group.operations,
  );
  return `${content.matrix}${parts.join('')}`;
}

/** Pages of one kind share their margins (cut/close-pages.ts), and so what became of them. */
const MARGINS = new WeakMap<Group, Map<ReadonlySet<Mark>, string>>();

function marginOf(group: Group, kept: ReadonlySet<Mark>): string {
  const known = MARGINS.get(group) ?? new Map<ReadonlySet<Mark>, string>();
  const found = known.get(kept);
  if (found !== undefined) return found;
  const { operations, marks } = group;
  const margin = asArtifact(marks.size > 0 ? withoutMarks(operations, kept) : operations);
  MARGINS.set(group, known.set(kept, margin));
  return margin;
}

/** The same content with another page area. */
export function withArea(content: PageContent, operations: string): PageContent {
  const margins = content.groups.filter((group) => group.isMargin);
  return { ...content, groups: [...margins, { operations, isMargin: false, marks: NO_MARKS }] };
}

/** The page area's content alone, moved, its marked parts numbered from another number on. */
export function movedArea(content: PageContent, move: string, firstMark: number): string {
  const area = content.groups.filter((group) => !group.isMargin);
  const numbered = area.map(({ operations }) =>
    firstMark === 0
      ? operations
      : operations.replace(
          /<<\/MCID (\d+) ?>>/g,
          (_, mark: string) => `<</MCID ${Number(mark) + firstMark}>>`,
        ),
  );
  return `q\n${move}${numbered.join('').trimEnd()}\nQ\n`;
}

/** What the marks that are kept are painted in: a letter's rules in the red of a heading (base.css). */
const RED = '.8431 0 .0588 RG .8431 0 .0588 rg';
const BLACK = '0 0 0 RG 0 0 0 rg';

/**
 * Takes the marks out of a margin. Skia sets colours on one line, text between BT and ET, and a
 * shape in lines that end with the operator that paints it.
 */
function withoutMarks(operations: string, keptMarks: ReadonlySet<Mark>): string {
  const kept: string[] = [];
  const stack: (Mark | null)[] = [];
  let mark: Mark | null = null;
  let shape: string[] = [];
  let isText = false;
  for (const line of operations.split('\n')) {
    const colour = / rg$/.test(line) ? (/^(.*?) RG /.exec(line)?.[1] ?? null) : null;
    const isDropped = mark !== null && !keptMarks.has(mark);
    if (colour !== null) {
      mark = markOf(colour);
      kept.push(mark === null ? line : mark === 'rule' ? RED : BLACK);
    } else if (isText || line === 'BT') {
      isText = line !== 'ET';
      if (!isDropped) kept.push(line);
    } else if (/ (?:m|l|c|v|y|re)$|^h$/.test(line)) {
      shape.push(line);
    } else if (/^(?:f\*?|F|B\*?|b\*?|S|s)$/.test(line)) {
      if (!isDropped) kept.push(...shape, line);
      shape = [];
    } else {
      if (line === 'q') stack.push(mark);
      if (line === 'Q') mark = stack.pop() ?? null;
      kept.push(...shape, line);
      shape = [];
    }
  }
  return kept.join('\n');
}

/** Marks a margin as pagination, so that it is neither read out nor copied with the text. */
function asArtifact(operations: string): string {
  const isWhole = count(operations, /BDC\n/g) === count(operations, /EMC\n/g);
  // A margin painted after the text may end a mark that the text began.
  if (!isWhole || operations.trim() === '') return operations;
  const closed = operations.endsWith('\n') ? operations : `${operations}\n`;
  return `/Artifact <</Type /Pagination>> BDC\n${closed}EMC\n`;
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
