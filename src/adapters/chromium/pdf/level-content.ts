import type { PageContent, Rectangle } from './page-content.js';

/**
 * Chromium lays all pages of a file out in one column, and counts the places on each from the head of
 * the first: the same page has other numbers behind other pages. This counts them from the head of
 * the page's own area, so that a page is the same wherever it was printed.
 */
export function levelContent(content: PageContent): PageContent {
  const { area } = content;
  if (area === null) return content;
  const groups = content.groups.map((group) =>
    group.isMargin ? group : { ...group, operations: levelled(group.operations, area) },
  );
  return { ...content, groups };
}

/** Whether a page is printed as large as it was laid out: Chromium shrinks what is too wide. */
export function isFullSize({ groups }: PageContent): boolean {
  const scales = groups.flatMap(({ operations, isMargin }) => {
    const scale = /^q\n(?:.*\n){2}q\n([\d.]+) 0 0 \1 /.exec(operations)?.[1];
    return isMargin || scale === undefined ? [] : [Number(scale)];
  });
  // A drawing has a scale of its own.
  return scales.length === 0 || scales.includes(PIXEL);
}

/** A matrix that leaves the picture upright: a scale, and where it begins. */
const COLUMN = /^([\d.]+) 0 0 ([\d.]+) (-?[\d.]+) (-?[\d.]+) cm$/;
/** Skia's units in a CSS pixel. */
const PIXEL = 3.125;

/** What the places of an operator count from: the page, a matrix of their own, or so far above. */
type Origin = 'page' | 'own' | number;

function levelled(operations: string, area: Rectangle): string {
  const kept: string[] = [];
  const stack: Origin[] = [];
  let origin: Origin = 'page';
  let from = 0;
  for (let start = 0, end: number; start < operations.length; start = end + 1) {
    end = operations.indexOf('\n', start);
    if (end < 0) end = operations.length;
    const last = operations[end - 1];
    // Nearly every line shows a character, which stands where the one before it ended.
    if (last === 'j') continue;
    if (end - start === 1) {
      if (last === 'q') stack.push(origin);
      else if (last === 'Q') origin = stack.pop() ?? 'page';
      continue;
    }
    const operator = operations.slice(operations.lastIndexOf(' ', end) + 1, end);
    let line: string | null = null;
    if (operator === 'cm') {
      const placed: Placed = place(operations.slice(start, end), origin, area);
      line = placed.line;
      origin = placed.origin;
    } else if (origin === 'page') {
      if (operator === 're') line = clip(operations.slice(start, end), area);
    } else if (origin !== 'own') {
      const places = DOWNWARD[operator];
      if (places !== undefined) line = lowered(operations.slice(start, end), places, origin);
    }
    if (line === null) continue;
    kept.push(operations.slice(from, start), line);
    from = end;
  }
  kept.push(operations.slice(from));
  return kept.join('');
}

/** Where in an operator's operands the places downwards stand. */
const DOWNWARD: Readonly<Record<string, readonly number[]>> = {
  re: [1],
  m: [1],
  l: [1],
  Tm: [5],
  c: [1, 3, 5],
  v: [1, 3],
  y: [1, 3],
};

interface Placed {
  readonly line: string;
  readonly origin: Origin;
}

/** A matrix as it is for places that count from the head of the page's area. */
function place(line: string, origin: Origin, [left, top]: Rectangle): Placed {
  if (origin === 'own') return { line, origin };
  if (origin !== 'page') return { line: lowered(line, [5], origin), origin: 'own' };
  const [, scale = '', other, x = '', y] = COLUMN.exec(line) ?? [];
  const isColumn = scale === other && Math.abs(Number(x) - left) < 0.01;
  if (isColumn && Number(y) < top + 0.01) {
    const above = Math.round((Number(y) - top) / Number(scale));
    return { line: `${scale} 0 0 ${scale} ${x} ${top} cm`, origin: above };
  }
  return { line: changedAt(line, [5], (each) => onPixel(each, top)), origin: 'own' };
}

function lowered(line: string, places: readonly number[], by: number): string {
  return changedAt(line, places, (each) => Math.fround(each) + by);
}

/**
 * What has a matrix of its own (a drawing, what is stretched) lies on the page with the rounding error
 * of its place in the column. So it is put on a whole pixel, as Chromium puts lines and rules. Chromium
 * lays out in 64ths of a pixel: between two of them is no place that could fall to either side.
 */
function onPixel(place: number, top: number): number {
  return top + Math.round((place - top) / PIXEL + 1 / 128) * PIXEL;
}

/** What cuts off a drawing, a pixel wider; the page's own area is left as it is. */
function clip(line: string, [, top, , height]: Rectangle): string {
  const [x = '', y, width = '', tall] = line.split(' ');
  if (Number(y) === top && Number(tall) === height) return line;
  const pixels = Math.ceil(Number(tall) / PIXEL - 1 / 128) + 2;
  const above = written(onPixel(Number(y), top) - PIXEL);
  return `${x} ${above} ${width} ${written(pixels * PIXEL)} re`;
}

function changedAt(
  line: string,
  places: readonly number[],
  change: (place: number) => number,
): string {
  let changed = '';
  let from = 0;
  let start = 0;
  let operand = 0;
  for (const wanted of places) {
    for (; operand < wanted; operand++) start = line.indexOf(' ', start) + 1;
    const end = line.indexOf(' ', start);
    changed += line.slice(from, start) + written(change(Number(line.slice(start, end))));
    from = end;
  }
  return changed + line.slice(from);
}

/** A number as Skia writes it, with the digits that are sure far down a long column. */
function written(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const text = String(Math.round(value * 1e4) / 1e4);
  return text.replace(/^(-?)0\./, '$1.');
}
