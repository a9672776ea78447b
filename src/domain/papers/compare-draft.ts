import type { Difference } from './difference.js';
import { freeText, isFigure, withTags, type DraftLine, type EditedPaper } from './edited-paper.js';
import { compareSentences } from './compare-sentences.js';
import { plainText } from './free-text.js';
import type { KnownResults } from './known-results.js';
import { linesOf, type PaperLine } from './paper-lines.js';
import type { Paper } from './paper.js';

/**
 * 核对稿子: what an edited draft says that its run does not. A figure's mark is believed before the
 * text around it; of free text only numbers and names are compared, since sentences are what the
 * draft was handed out for.
 *
 * @param expected the same template filled from the run that was computed anew
 */
export function compareDraft(
  expected: readonly Paper[],
  edited: EditedPaper,
  known: KnownResults,
): readonly Difference[] {
  const lines = linesOf(expected);
  const tags = lines.flatMap(({ figures }) => figures.map(({ tag }) => tag));
  const tagged = withTags(edited, tags);
  return [...compareFigures(lines, tagged), ...compareSentences(expected, tagged, known)];
}

/** A shorter text, such as a rank, stands in any document by chance. */
const TELLING = 3;

function compareFigures(lines: readonly PaperLine[], edited: EditedPaper): readonly Difference[] {
  const said = new Map<string, { readonly texts: Set<string>; count: number }>();
  for (const { figures } of lines) {
    for (const { tag, text } of figures) {
      const known = said.get(tag) ?? { texts: new Set<string>(), count: 0 };
      known.texts.add(plainText(text));
      said.set(tag, { ...known, count: known.count + 1 });
    }
  }
  const differences: Difference[] = [];
  const counts = new Map<string, number>();
  for (const line of edited.lines) {
    for (const { tag, text } of figuresIn(line)) {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      const texts = said.get(tag)?.texts;
      const found = plainText(text);
      if (texts?.has(found) === true) continue;
      const code = texts === undefined ? 'figure-unknown' : 'figure-changed';
      const expectedText = texts === undefined ? '' : [...texts].join(' / ');
      differences.push({ code, tag, said: expectedText, found, place: line.place });
    }
  }
  const free = plainText(edited.lines.map(freeText).join('|'));
  for (const [tag, { texts, count }] of said) {
    const missing = count - (counts.get(tag) ?? 0);
    if (missing <= 0) continue;
    const [text = ''] = texts;
    // A program that does not know content controls keeps the words and drops the mark.
    const isThere = [...texts].some((one) => one.length >= TELLING && free.includes(one));
    const code = isThere ? 'figure-unmarked' : 'figure-vanished';
    differences.push({ code, tag, said: text, found: '', place: undefined });
  }
  return differences;
}

/** Figures that span several runs of a control are one. */
function figuresIn(line: DraftLine): readonly { readonly tag: string; readonly text: string }[] {
  return line.pieces.flatMap(({ tag, text }) =>
    tag === undefined || !isFigure(tag) ? [] : [{ tag, text }],
  );
}
