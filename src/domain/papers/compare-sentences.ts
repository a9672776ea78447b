import type { Difference } from './difference.js';
import type { DraftPlace, EditedPaper } from './edited-paper.js';
import {
  amountOf,
  doubtfulNames,
  namesIn,
  numbersOf,
  scoreLikeNumbers,
  withoutNames,
} from './free-text.js';
import type { KnownResults } from './known-results.js';
import type { Paper } from './paper.js';
import { draftSentences, sentencesOf, wholeOf, type Sentence } from './sentences.js';

/**
 * Free text: where a sentence is the run's own but for numbers or names, these are held against the
 * run's; of a sentence that somebody wrote, what reads like a result and is none.
 */
export function compareSentences(
  expected: readonly Paper[],
  edited: EditedPaper,
  known: KnownResults,
): readonly Difference[] {
  const { names } = known;
  const said = sentencesOf(expected);
  const open = new Map<string, Sentence[]>();
  for (const one of said) add(open, wholeOf(one), one);
  const rest = draftSentences(edited).filter((one) => take(open, wholeOf(one)) === undefined);
  // What is left over on both sides: first by its shape with its names, then without them.
  const left = [...open.values()].flat();
  const byNumbers = indexOf(left, (text) => shapeOf(text));
  const differences: Difference[] = [];
  const strangers: Sentence[] = [];
  const taken = new Set<Sentence>();
  const byNames = indexOf(left, (text) => shapeOf(withoutNames(text, names)));
  for (const one of rest) {
    const text = wholeOf(one);
    const shape = shapeOf(withoutNames(text, names));
    const match =
      takeFree(byNumbers, shapeOf(text), taken) ??
      (isTelling(shape) ? takeFree(byNames, shape, taken) : undefined);
    if (match === undefined) strangers.push(one);
    else differences.push(...changesOf(match, one, names));
  }
  const whole = said.map(wholeOf).join('|');
  const amounts = new Set([...known.numbers, ...numbersOf(whole)].map(amountOf));
  return [
    ...differences,
    ...strangers.flatMap((one) => strangersOf(one, { amounts, names, whole })),
  ];
}

/** A sentence without its numbers, and with one gap for a list of names. */
function shapeOf(text: string): string {
  return text.replace(/\n(?:[、，和及]\n)*/g, '@').replace(/\d+(?:\.\d+)?/g, '#');
}

/** A sentence of nothing but a name and a number is too little to be known by. */
function isTelling(shape: string): boolean {
  return shape.replace(/[@#|¤—、。]/g, '').length >= 2;
}

type Index = Map<string, Sentence[]>;

function indexOf(sentences: readonly Sentence[], key: (text: string) => string): Index {
  const index: Index = new Map();
  for (const one of sentences) add(index, key(wholeOf(one)), one);
  return index;
}

function add(index: Index, key: string, sentence: Sentence): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [sentence]);
  else known.push(sentence);
}

function take(index: Index, key: string): Sentence | undefined {
  return index.get(key)?.shift();
}

function takeFree(index: Index, key: string, taken: Set<Sentence>): Sentence | undefined {
  const found = index.get(key)?.find((one) => !taken.has(one));
  if (found !== undefined) taken.add(found);
  return found;
}

/** What differs between two sentences of one shape, part by part where they have the same parts. */
function changesOf(
  before: Sentence,
  now: Sentence,
  names: readonly string[],
): readonly Difference[] {
  const isByPart = before.parts.length === now.parts.length;
  const pairs = isByPart
    ? now.parts.map((text, index) => [before.parts[index] ?? '', text, now.places[index]] as const)
    : [[wholeOf(before), wholeOf(now), now.places[0]] as const];
  return pairs.flatMap(([said, found, place]) => [
    ...changed('number-changed', numbersOf(said), numbersOf(found), place),
    ...changed('names-changed', namesIn(said, names), namesIn(found, names), place),
  ]);
}

/** Lists of one length are told item by item, others as a whole. */
function changed(
  code: 'number-changed' | 'names-changed',
  said: readonly string[],
  found: readonly string[],
  place: DraftPlace | undefined,
): readonly Difference[] {
  if (said.length !== found.length) {
    const texts = { said: said.join('、') || '无', found: found.join('、') || '无' };
    return [{ code, tag: undefined, ...texts, place }];
  }
  return said.flatMap((one, index): readonly Difference[] => {
    const other = found[index] ?? '';
    return one === other ? [] : [{ code, tag: undefined, said: one, found: other, place }];
  });
}

/** Numbers and names of a sentence that the run does not have anywhere. */
function strangersOf(
  { parts, places }: Sentence,
  known: {
    readonly amounts: ReadonlySet<string>;
    readonly names: readonly string[];
    readonly whole: string;
  },
): readonly Difference[] {
  return parts.flatMap((text, index) => {
    const place = places[index];
    const numbers = [...new Set(scoreLikeNumbers(text))]
      .filter((number) => !known.amounts.has(amountOf(number)))
      .map((found): Difference => ({
        code: 'number-unknown',
        tag: undefined,
        said: '',
        found,
        place,
      }));
    const names = doubtfulNames(text, known.names, known.whole).map(
      ({ name, near }): Difference => ({
        code: near === undefined ? 'name-unknown' : 'name-misspelt',
        tag: undefined,
        said: near ?? '',
        found: name,
        place,
      }),
    );
    return [...numbers, ...names];
  });
}
