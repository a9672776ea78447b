import { nearestName } from '../kernel/nearest-name.js';

/** A text as it is compared: without white space, marks that nobody sees, and wide digits. */
export function plainText(text: string): string {
  return text
    .replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** Numbers of neighbouring cells stay apart, digits and points together. */
export function plainPieces(text: string): string {
  return text
    .split(/\s+/)
    .map(plainText)
    .filter((piece) => piece !== '')
    .join(' ');
}

/** The numbers of a text, as they are written. */
export function numbersOf(text: string): readonly string[] {
  return text.match(/\d+(?:\.\d+)?/g) ?? [];
}

/**
 * A number by its amount, whatever noughts were written.
 *
 * @example amountOf('98.50') // '98.5'
 */
export function amountOf(number: string): string {
  const plain = number.includes('.') ? number.replace(/\.?0+$/, '') : number;
  return plain.replace(/^0+(?=\d)/, '');
}

/** What reads as a score, a rank or a rate: 98.95, 95分, 第3名, 1.5个百分点, 97%. */
const SCORE_LIKE =
  /\d+\.\d+|(?<=第)\d+(?=[名位])|(?<![时点\d.])\d+(?=分(?![钟之别期类析组工管局公]))|\d+(?=个百分点|[%％])/g;

/** The numbers of a text that read as results of the assessment. */
export function scoreLikeNumbers(text: string): readonly string[] {
  return text.match(SCORE_LIKE) ?? [];
}

/** The names of a text, in the order in which they stand; of two that overlap the longer one. */
export function namesIn(text: string, names: readonly string[]): readonly string[] {
  return pieces(text, names).filter((piece, index) => index % 2 === 1 && piece !== '');
}

/** The text with a gap for each name. */
export function withoutNames(text: string, names: readonly string[]): string {
  return pieces(text, names)
    .map((piece, index) => (index % 2 === 1 ? '\n' : piece))
    .join('');
}

/** Text and names by turns. */
function pieces(text: string, names: readonly string[]): readonly string[] {
  const longest = [...names].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  const found: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length;) {
    const name = longest.find((one) => text.startsWith(one, at));
    if (name === undefined) at += 1;
    else {
      found.push(text.slice(start, at), name);
      at += name.length;
      start = at;
    }
  }
  return [...found, text.slice(start)];
}

/** A name that no region has, and the one that was probably meant. */
export interface DoubtfulName {
  readonly name: string;
  readonly near: string | undefined;
}

/** What every name of a region ends with. */
const ENDING = /[市州县区盟旗]/;

/** A word between marks that reads as the name of a region. */
const LONE_NAME =
  /(?<=^|[、，。：；（《\n])[\p{Script=Han}]{1,11}?(?:市|州|县|区|盟|旗)(?=$|[、，。：；）》\n])/gu;

/** What may stand before a name in a list. */
const JOINED = /^(?:和|及|与|以及|对|将|由|向|把|如|即)/;

/** Words that end as names do and are none. */
const NO_NAME =
  /各|全|本|该|我|有关|相关|其他|其余|所有|部分|先进|^(?:省|市|州|县|区|[一二三四五六七八九十两几])/;

/**
 * Names in a text that look like a region's and are none: one letter off, or standing alone among
 * names.
 *
 * @param allowed what may stand there all the same: the text as the run gives it
 */
export function doubtfulNames(
  text: string,
  names: readonly string[],
  allowed: string,
): readonly DoubtfulName[] {
  const rest = withoutNames(text, names);
  const found = new Map<string, string | undefined>();
  for (const name of misspeltIn(rest, names)) {
    if (!allowed.includes(name)) found.set(name, nearestName(name, names));
  }
  for (const [lone] of rest.matchAll(LONE_NAME)) {
    const name = lone.replace(JOINED, '');
    const isTold = [...found.keys()].some((one) => name.includes(one));
    if (!isTold && !NO_NAME.test(name) && !allowed.includes(name)) found.set(name, undefined);
  }
  return [...found].map(([name, near]) => ({ name, near }));
}

/** Pieces as long as a name, with its ending, that differ from it by a letter or by two swapped. */
function misspeltIn(text: string, names: readonly string[]): readonly string[] {
  const lengths = new Set(
    names.filter((name) => ENDING.test(name.at(-1) ?? '')).map((name) => name.length),
  );
  const found: string[] = [];
  for (const length of lengths) {
    if (length < 3) continue;
    for (let at = 0; at + length <= text.length; at += 1) {
      const piece = text.slice(at, at + length);
      if (!ENDING.test(piece.at(-1) ?? '') || !/^\p{Script=Han}+$/u.test(piece)) continue;
      const near = names.find((name) => name.length === length && isOneOff(piece, name));
      if (near !== undefined) found.push(piece);
    }
  }
  return found;
}

/** Whether two texts of one length differ in one letter, or in two neighbours that are swapped. */
function isOneOff(a: string, b: string): boolean {
  const off = [...a].flatMap((letter, index) => (letter === b[index] ? [] : [index]));
  const [first = 0, second = 0] = off;
  if (off.length === 1) return first < a.length - 1 || ENDING.test(a.at(-1) ?? '');
  return (
    off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
  );
}
