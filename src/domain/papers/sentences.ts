import {
  FIGURE_GAP,
  freeText,
  type DraftLine,
  type DraftPlace,
  type EditedPaper,
} from './edited-paper.js';
import { plainText } from './free-text.js';
import { chartWords, textOf, type Block, type Inline, type Paper } from './paper.js';

/** What is compared as a whole: a paragraph, or the row of a table with its cells. */
export interface Sentence {
  /** Free text, a gap for each figure; of a row one for each cell, of a paragraph one alone. */
  readonly parts: readonly string[];
  /** Where each part stands; none in what the run says. */
  readonly places: readonly DraftPlace[];
}

/** Parts in one text. */
export function wholeOf({ parts }: Sentence): string {
  return parts.join('|');
}

/** The sentences of papers as the run has them. */
export function sentencesOf(papers: readonly Paper[]): readonly Sentence[] {
  return papers.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap(sentencesOfBlock)),
  );
}

function sentencesOfBlock(block: Block): readonly Sentence[] {
  if (block.kind === 'paragraph') return [sentence([freeInlines(block.inlines)])];
  const caption = block.caption.length === 0 ? [] : [sentence([freeInlines(block.caption)])];
  if (block.kind === 'chart') return [sentence([plainText(chartWords(block))]), ...caption];
  const rows = block.rows.map(({ cells }) =>
    sentence(
      cells.map(({ lines }) => lines.map(freeInlines).join('')).filter((text) => text !== ''),
    ),
  );
  return [...caption, ...rows];
}

function sentence(parts: readonly string[]): Sentence {
  return { parts, places: [] };
}

function freeInlines(inlines: readonly Inline[]): string {
  const free = inlines.map((one) => (one.kind === 'figure' ? FIGURE_GAP : textOf([one])));
  return plainText(free.join(''));
}

/** The sentences of a draft as it is now; lines of one cell and cells of one row belong together. */
export function draftSentences({ lines }: EditedPaper): readonly Sentence[] {
  const sentences: { parts: string[]; places: DraftPlace[] }[] = [];
  let before: DraftPlace | undefined;
  for (const line of lines) {
    const { place } = line;
    const text = plainText(freeText(line));
    const last = sentences.at(-1);
    if (last === undefined || !isSameRow(before, place)) {
      sentences.push({ parts: [text], places: [place] });
    } else if (isSameCell(before, line)) last.parts.push((last.parts.pop() ?? '') + text);
    else {
      last.parts.push(text);
      last.places.push(place);
    }
    before = place;
  }
  return sentences;
}

function isSameRow(before: DraftPlace | undefined, place: DraftPlace): boolean {
  return (
    before?.kind === 'cell' &&
    place.kind === 'cell' &&
    before.table === place.table &&
    before.row === place.row
  );
}

function isSameCell(before: DraftPlace | undefined, { place }: DraftLine): boolean {
  return before?.kind === 'cell' && place.kind === 'cell' && before.column === place.column;
}
