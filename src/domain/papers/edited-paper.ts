import { figureMark } from './figure-mark.js';

/** Where something stands in a draft: paragraphs, tables, rows and columns count from 1. */
export type DraftPlace =
  | { readonly kind: 'paragraph'; readonly paragraph: number; readonly start: string }
  | {
      readonly kind: 'cell';
      readonly table: number;
      readonly row: number;
      readonly column: number;
      /** The first words of the row. */
      readonly start: string;
    };

/** A piece of a line: free text, or what stands in a content control. */
export interface DraftPiece {
  readonly text: string;
  /** The control's tag, or what `markTag` says of its bookmark; undefined for free text. */
  readonly tag: string | undefined;
}

/** One paragraph of a draft, in the text or in a cell. */
export interface DraftLine {
  readonly place: DraftPlace;
  readonly pieces: readonly DraftPiece[];
}

/** 改过的稿子: a draft as its readers left it; what they struck out is not in it any more. */
export interface EditedPaper {
  readonly lines: readonly DraftLine[];
}

/** Stands for the tag of a figure of which only the bookmark is left. */
const BOOKMARK = 'bookmark:';

/** The tag of a figure that lost it and has its bookmark still. */
export function markTag(mark: string): string {
  return BOOKMARK + mark;
}

/** Finds the tags of those figures again, of which only the bookmarks are left. */
export function withTags({ lines }: EditedPaper, tags: Iterable<string>): EditedPaper {
  const byMark = new Map([...tags].map((tag) => [markTag(figureMark(tag)), tag]));
  return {
    lines: lines.map(({ place, pieces }) => ({
      place,
      pieces: pieces.map(({ text, tag }) => ({
        text,
        tag: tag === undefined ? undefined : (byMark.get(tag) ?? tag),
      })),
    })),
  };
}

/** Stands for a figure that is compared by its mark. */
export const FIGURE_GAP = '¤';

/** Whether a tag is that of a figure of the run, and not of a blank to be filled in. */
export function isFigure(tag: string): boolean {
  return tag.includes(':') && !tag.startsWith('blank:');
}

/** What of a line is compared as free text: a gap for each figure. */
export function freeText({ pieces }: DraftLine): string {
  return pieces
    .map(({ tag, text }) => (tag === undefined || !isFigure(tag) ? text : FIGURE_GAP))
    .join('');
}
