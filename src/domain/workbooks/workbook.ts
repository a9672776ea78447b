/** How a cell looks and whether it may be filled in; the adapter knows fonts and colours. */
export type CellLook =
  | 'title'
  | 'line'
  | 'hint'
  | 'head'
  | 'inputHead'
  | 'text'
  | 'centre'
  | 'faint'
  | 'number'
  | 'input'
  | 'inputText'
  | 'inputCentre'
  | 'total';

/** A cell to be written: a text stays a text whatever it begins with. */
export interface SheetCell {
  readonly look: CellLook;
  readonly text?: string | undefined;
  /** A plain decimal, written as a number. */
  readonly number?: string | undefined;
  /** A number format, such as 0.00; the number is shown as it is stored without one. */
  readonly format?: string | undefined;
  /** A formula of our own; never a text of a user. */
  readonly formula?: string | undefined;
  readonly note?: string | undefined;
}

/** One row; a cell left out stays empty. */
export interface SheetRow {
  /** In points; by its content when left out. */
  readonly height?: number | undefined;
  /** Whether the row grows with what is filled in. */
  readonly grows?: boolean;
  readonly cells: readonly (SheetCell | undefined)[];
}

/** What the cells of an area may hold. Every area also takes 不适用 where `mayNotApply`. */
export interface Validation {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly column: number;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    | {
        readonly kind: 'number';
        readonly isWhole: boolean;
        readonly min: string | undefined;
        readonly max: string | undefined;
      }
    /** A day, or a text that says one: what it says is read later. */
    | { readonly kind: 'date' };
  readonly mayNotApply: boolean;
  /** Shown when the cell is chosen. */
  readonly prompt: string;
}

/** A sheet to be written. Rows and columns count from 1. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Whether only the cells with an input look may be changed; without a password. */
  readonly isLocked: boolean;
  readonly isLandscape: boolean;
  /** In characters of half width. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  /** First row, first column, last row, last column. */
  readonly merges: readonly (readonly [number, number, number, number])[];
  readonly validations: readonly Validation[];
  /** The row of the table's heads, which stays in view and is repeated on every page. */
  readonly headRow: number | undefined;
  /** How many columns stay in view beside it. */
  readonly fixedColumns?: number;
  /** Whether the table can be filtered by its heads. */
  readonly hasFilter: boolean;
}

/** A workbook to be written. */
export interface Workbook {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}
