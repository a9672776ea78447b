/**
 * Colours by which the finishing pass knows what it looks at, as red, green and blue of 255. Nothing
 * of them is left in a finished file: page numbers become black, a letter's rules red, squares go.
 */
export const MARKS = {
  /** A page number: printed black, and taken away where no number may stand. */
  number: [0, 0, 1],
  /** A square on the page of a colophon. */
  colophon: [1, 2, 3],
  /** A square, or a stripe, on a page between two documents. */
  between: [1, 2, 5],
  /** A square on a right page of a letter, which is set as the letter's first one. */
  letter: [1, 2, 7],
  /** A rule of a letter's first page. */
  rule: [1, 2, 9],
} as const;

/** A colour of MARKS by its name. */
export type Mark = keyof typeof MARKS;

/** How much lower a letter's first page ends than its others, in CSS pixels: 11 mm (letter.css). */
export const LETTER_LIFT = 41.5;

/**
 * The rules that put the marks on the pages; they go after a template's own.
 *
 * A colophon and what stands between two documents are named pages, since only a page rule can mark
 * a page. `counter-set` in a page rule is the only way in which Chromium begins page numbers again;
 * `counter-reset` on an element is ignored, and so is `break-before: right`. So what stands between
 * two documents fits on a left page and needs two where it begins on a right one: the next document
 * begins on a right page in either case.
 */
export const MARK_CSS = `
:root { --page-number: ${css('number')}; --letter-rule: ${css('rule')}; --letter-lift: ${LETTER_LIFT}px; --letter-turn: 1px; }
.colophon { page: colophon; break-before: page; }
@page colophon { ${square('colophon')} }
@page letter:right { ${square('letter')} }
@page between { size: A4 portrait; counter-set: page 0; ${emptyMargins()} ${square('between')} }
@page between:left { margin: 40mm; }
@page between:right { margin: 40mm 40mm 157mm; }
article.document + article.document::before { content: ''; display: block; height: 150mm; page: between; break-before: page; }
`;

/**
 * The rules by which letters follow one another without pages between, but for a left one after an odd
 * number of pages. A letter's left pages are a pixel wider than its text (--letter-turn, letter.css):
 * there the block before the next letter has a width, and fills the page; on a right page it has none,
 * and so no height. They go last.
 */
export const CLOSE_CSS = `
article.document + article.document { break-before: page; }
article.document + article.document::before {
  break-before: auto; page: auto; height: auto; background: ${css('between')};
  width: calc(100% - var(--letter-width, 100%) - 0.5px); aspect-ratio: 1 / 20000; max-height: 300mm;
}
`;

function css(mark: Mark): string {
  return `rgb(${MARKS[mark].join(' ')})`;
}

/** Margins that are thrown away are not worth painting. */
function emptyMargins(): string {
  const boxes = ['top', 'bottom'].flatMap((side) => [
    `${side}-left`,
    `${side}-center`,
    `${side}-right`,
  ]);
  const upright = ['left', 'right'].flatMap((side) => [
    `${side}-top`,
    `${side}-middle`,
    `${side}-bottom`,
  ]);
  return [...boxes, ...upright].map((box) => `@${box} { content: none; }`).join(' ');
}

function square(mark: Mark): string {
  return `@top-left-corner { content: ''; background: ${css(mark)}; border: none; padding: 0; }`;
}
