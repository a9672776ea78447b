/** Whom a document is about, as far as its names go. */
export interface NamedRegion {
  readonly id: string;
  readonly name: string;
  readonly government: string;
}

/** A text of the page with its names in their marks, and the rest escaped. */
export type Escape = (text: string) => string;

/** A figure or a name of the run; the Word file is held against the run by its value. */
export function figureMarkup(text: string, value: string, escape: Escape): string {
  return `<data class="figure" value="${escape(value)}">${escape(text)}</data>`;
}

/**
 * Puts the names of the region that a document is about into marks of their own, wherever they stand
 * in one of its texts, so that a title or an addressee is held against the run too. A line that ends
 * inside a name stays in its mark.
 *
 * @param region whom the document is about; null where it is about several
 */
export function markNames(text: string, region: NamedRegion | null, escape: Escape): string {
  if (region === null) return escape(text);
  const { id, name, government } = region;
  const names = [`government:${id}`, `name:${id}`] as const;
  // The government's name begins with its region's.
  const found = new RegExp(`(${brokenAnywhere(government)})|(${brokenAnywhere(name)})`, 'gu');
  let html = '';
  let end = 0;
  for (const match of text.matchAll(found)) {
    const [whole] = match;
    const value = match[1] === undefined ? names[1] : names[0];
    html += escape(text.slice(end, match.index)) + figureMarkup(whole, value, escape);
    end = match.index + whole.length;
  }
  return html + escape(text.slice(end));
}

/** A pattern for a name in which a line may end after any character. */
function brokenAnywhere(name: string): string {
  return [...name].map((one) => one.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&')).join('\\n?');
}
