/**
 * A place in a file that a person wrote; line and column count from 1. In a workbook they are the
 * row and the column of a cell of the named sheet.
 */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
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

/**
 * A fault at a place, and nothing else that the place's object may carry.
 *
 * @example faultAt(place, 'data-bad-date', { text: '2015-02-30' })
 */
export function faultAt(
  { file, sheet, line, column }: Place,
  code: string,
  facts: Readonly<Record<string, string>> = {},
): Fault {
  return { code, file, ...(sheet === undefined ? {} : { sheet }), line, column, facts };
}

/** The order in which faults are shown: by file, sheet, line, column, code. */
export function compareFaults(a: Fault, b: Fault): number {
  return comparePlaces(a, b) || compareText(a.code, b.code);
}

/** The order of places: by file, sheet, line, column. */
export function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.file, b.file) ||
    compareText(a.sheet ?? '', b.sheet ?? '') ||
    a.line - b.line ||
    a.column - b.column
  );
}

/** Orders texts by code unit, whatever the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
