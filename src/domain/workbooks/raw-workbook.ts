/** A cell as it stands in a workbook; an empty one is not there. */
export interface RawCell {
  /** From 1, as a person counts. */
  readonly row: number;
  readonly column: number;
  /**
   * What a person sees: a percentage with its sign, a number with the decimals that its format
   * adds and never fewer than are stored, a date as 2015-07-15.
   */
  readonly text: string;
  /** blank: a formula whose value was never stored. */
  readonly kind: 'text' | 'number' | 'percent' | 'boolean' | 'date' | 'error' | 'blank';
  /** Whether the text is the stored value of a formula. */
  readonly isFormula: boolean;
}

/** A sheet with its cells, row by row. */
export interface RawSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly cells: readonly RawCell[];
  /** Merged areas: first row, first column, last row, last column. */
  readonly merges: readonly (readonly [number, number, number, number])[];
}

/** A workbook as its adapter read it; nothing in it is interpreted yet. */
export interface RawWorkbook {
  readonly sheets: readonly RawSheet[];
}
