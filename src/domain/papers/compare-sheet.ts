import type { Difference } from './difference.js';
import { amountOf, numbersOf, plainText } from './free-text.js';
import { linesOf } from './paper-lines.js';
import type { Paper } from './paper.js';

/** What a printed sheet says that a run does not, as far as it can be told. */
export interface SheetComparison {
  readonly differences: readonly Difference[];
  /** How many numbers of the run stand on the sheet, in their order. */
  readonly agreeing: number;
  /** How many the run has for it. */
  readonly expected: number;
}

/** More than this, and the sheets are not two states of one document. */
const MOST_STEPS = 1500;
/** A sheet of 60 regions has 20,000 numbers. */
const MOST_NUMBERS = 40_000;

/**
 * 核对打印件: holds the numbers of a printed sheet against those of the run, in the order in which
 * they are printed. A page repeats heads and has numbers of its own, so numbers that stand on the
 * sheet alone are only told where one of the run is missing beside them. A line that stands on the
 * sheet word for word is there, wherever the page painted it: a letter's 发文字号 comes behind its text.
 */
export function compareSheet(expected: readonly Paper[], text: string): SheetComparison {
  const wanted = linesOf(expected).flatMap((line) =>
    numbersOf(line.text).map((number) => ({ number, start: line.start, line: line.text })),
  );
  const found = numbersOf(text);
  const most = { differences: [], agreeing: 0, expected: wanted.length };
  if (wanted.length > MOST_NUMBERS || found.length > MOST_NUMBERS * 2) return most;
  const isElsewhere = findsLines(text);
  let moved = 0;
  const matches = longestCommon(
    wanted.map(({ number }) => amountOf(number)),
    found.map(amountOf),
  );
  if (matches === undefined) return most;
  const differences: Difference[] = [];
  let nextFound = 0;
  let gap: number[] = [];
  const close = (end: number): void => {
    const between = found.slice(nextFound, end);
    for (const [index, at] of gap.entries()) {
      const one = wanted[at];
      if (one === undefined) continue;
      if (isElsewhere(one.line)) {
        moved += 1;
        continue;
      }
      const isPaired = between.length === gap.length;
      const other = isPaired ? (between[index] ?? '') : between.slice(0, 6).join('、');
      differences.push({
        code: 'number-changed',
        tag: undefined,
        said: one.number,
        found: other,
        place: { kind: 'paragraph', paragraph: 0, start: one.start },
      });
    }
    gap = [];
  };
  for (const [at, match] of matches.entries()) {
    if (match === undefined) gap.push(at);
    else {
      close(match);
      nextFound = match + 1;
    }
  }
  close(found.length);
  const agreeing = matches.filter((match) => match !== undefined).length + moved;
  return { differences, agreeing, expected: wanted.length };
}

/** Whether a line of words stands on a sheet; one of figures alone stands anywhere by chance. */
function findsLines(text: string): (line: string) => boolean {
  const sheet = plainText(text);
  return (line) => {
    const plain = plainText(line);
    const first = sheet.indexOf(plain);
    // What stands there twice may be right in one place and wrong in the other.
    return (
      /(?:\p{Script=Han}.*){3}/su.test(plain) && first >= 0 && first === sheet.lastIndexOf(plain)
    );
  };
}

/**
 * For each item of `a` its partner in `b`, by the greedy algorithm of Myers (1986), which is fast
 * where the two are nearly alike; undefined where they are not.
 */
function longestCommon(
  a: readonly string[],
  b: readonly string[],
): readonly (number | undefined)[] | undefined {
  const trail: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let steps = 0; steps <= MOST_STEPS; steps += 1) {
    const next = new Map(reach);
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const isDown = goesDown(reach, diagonal, steps);
      let x = isDown ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= a.length && x - diagonal >= b.length) return walkBack([...trail, reach], a, b);
    }
    trail.push(reach);
    reach = next;
  }
  return undefined;
}

function goesDown(reach: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true;
  if (diagonal === steps) return false;
  return (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function walkBack(
  trail: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): readonly (number | undefined)[] {
  const partners: (number | undefined)[] = a.map(() => undefined);
  let x = a.length;
  let y = b.length;
  for (let steps = trail.length - 1; steps >= 0; steps -= 1) {
    const reach = trail[steps] ?? new Map<number, number>();
    const diagonal = x - y;
    const from = goesDown(reach, diagonal, steps) ? diagonal + 1 : diagonal - 1;
    const beforeX = steps === 0 ? 0 : (reach.get(from) ?? 0);
    const beforeY = steps === 0 ? 0 : beforeX - from;
    while (x > beforeX && y > beforeY) {
      x -= 1;
      y -= 1;
      partners[x] = y;
    }
    x = beforeX;
    y = beforeY;
  }
  return partners;
}
