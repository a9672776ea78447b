import { plainText } from './free-text.js';
import { textOf, type Block, type Figure, type Inline, type Paper } from './paper.js';

/** A paragraph, or a line of a cell, with its figures. */
export interface PaperLine {
  /** Without white space, as it is compared. */
  readonly text: string;
  readonly figures: readonly Figure[];
  /** What it is told by: the first words of the paragraph, or of the row. */
  readonly start: string;
}

/** Every line of papers, in the order in which they are printed. */
export function linesOf(papers: readonly Paper[]): readonly PaperLine[] {
  return papers.flatMap(({ sections }) =>
    sections.flatMap(({ blocks }) => blocks.flatMap(linesOfBlock)),
  );
}

function linesOfBlock(block: Block): readonly PaperLine[] {
  switch (block.kind) {
    case 'paragraph':
      return [lineOf(block.inlines)];
    case 'chart':
      return block.caption.length === 0 ? [] : [lineOf(block.caption)];
    case 'table': {
      const caption = block.caption.length === 0 ? [] : [lineOf(block.caption)];
      const rows = block.rows.flatMap(({ cells }) => {
        const start = firstWords(cells.map(({ lines }) => lines.map(textOf).join('')));
        return cells.flatMap(({ lines }) => lines.map((line) => lineOf(line, start)));
      });
      return [...caption, ...rows];
    }
  }
}

function lineOf(inlines: readonly Inline[], start?: string): PaperLine {
  const text = plainText(textOf(inlines));
  const figures = inlines.filter((inline) => inline.kind === 'figure');
  return { text, figures, start: start ?? text.slice(0, 12) };
}

/** The words by which a person finds a row: its first cells that say something. */
export function firstWords(texts: readonly string[]): string {
  const said = texts.map(plainText).filter((text) => text !== '');
  return said.slice(0, 2).join(' ').slice(0, 24);
}
