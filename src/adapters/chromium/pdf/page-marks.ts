/**
 * Colours by which the finishing pass knows what it looks at, as red, green and blue of 255. Nothing
 * of them is left in a finished file: page numbers become black, squares go.
 */
export const MARKS = {
  /** A page number: printed black, and taken away where no number may stand. */
  number: [0, 0, 1],
  /** A square on the page of a colophon. */
  colophon: [1, 2, 3],
  /** A square on the page between two documents. */
  between: [1, 2, 5],
} as const;

/** A colour of MARKS by its name. */
export type Mark = keyof typeof MARKS;

/**
 * The rules that put the marks on the pages; they go after a template's own.
 *
 * A colophon and what stands between two documents are named pages, since only a page rule can mark
 * a page. `counter-set` in a page rule is the only way in which Chromium begins page numbers again;
 * `counter-reset` on an element is ignored.
 */
export const MARK_CSS = `
:root { --page-number: ${css('number')}; }
.colophon { page: colophon; break-before: page; }
@page colophon { ${square('colophon')} }
@page between { counter-set: page 0; ${square('between')} }
article.document + article.document::before { content: ''; display: block; page: between; break-before: page; }
`;

/** Rules that put one more page before these documents, the first of a file being number 0. */
export function turnedOverCss(documents: readonly number[]): string {
  const before = documents.map((n) => `article.document:nth-of-type(${n + 1})::before`);
  return documents.length === 0 ? '' : `${before.join(',')} { height: 300mm; }`;
}

function css(mark: Mark): string {
  return `rgb(${MARKS[mark].join(' ')})`;
}

function square(mark: Mark): string {
  return `@top-left-corner { content: ''; background: ${css(mark)}; border: none; padding: 0; }`;
}
