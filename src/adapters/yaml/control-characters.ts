/** C0 controls apart from TAB and LF, DEL, C1, a CR that ends no line, and what turns text round. */
const CONTROL =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\r(?!\n)|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A character that nobody sees, by its code. */
export interface ControlCharacter {
  readonly index: number;
  /** U+202E and the like. */
  readonly name: string;
}

/**
 * Finds characters that nobody sees: they have no place in a file that becomes a document.
 *
 * @example [...controlCharacters('a\u0007')] // [{ index: 1, name: 'U+0007' }]
 */
export function* controlCharacters(text: string): Generator<ControlCharacter> {
  for (const { 0: character, index } of text.matchAll(CONTROL)) {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    yield { index, name: `U+${code}` };
  }
}

/** Whether a text has any of them. */
export function hasControlCharacter(text: string): boolean {
  return text.search(CONTROL) !== -1;
}
