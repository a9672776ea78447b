/** A place in a file that a person wrote; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Something wrong in a file. The domain says what (a code of the catalogue and its facts); the
 * sentence is made in messages/.
 */
export interface Fault extends Place {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** A path into a parsed file: keys and positions. */
export type Path = readonly (string | number)[];

/** A parsed file that remembers where everything stood. */
export interface LocatedDocument {
  readonly file: string;
  /** Plain data: maps, lists, and scalars as the text of the file; true, false and null apart. */
  readonly value: unknown;
  /** The place of the key or the value at a path; of the nearest parent when it is not there. */
  locate(path: Path, part?: 'key' | 'value'): Place;
  /**
   * The place of one character of the text at a path, counted from 0: past an opening quote, and
   * on its own line where the text is folded over several.
   */
  locateText?(path: Path, index: number): Place;
}

/** The order in which faults are shown: by file, line, column, code. */
export function compareFaults(a: Fault, b: Fault): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code)
  );
}

/** Orders texts by code unit, whatever the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
