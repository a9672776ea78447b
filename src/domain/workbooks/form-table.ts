import type { FieldName, RecordKind } from '../metrics/index.js';

/** A column of a form's table: one definition for writing and for reading. */
export interface FormColumn {
  readonly head: string;
  /** The field of the record that its cells become; a column without one only explains. */
  readonly field?: FieldName;
  /** Whether the office that gets the form fills it in. */
  readonly isInput?: boolean;
  /** A note on the head: how the column is filled in. */
  readonly note?: string;
  readonly width: number;
}

/** A table of a form. */
export interface FormTable {
  readonly id: 'values' | 'targets' | 'self' | 'marks' | 'supplied' | 'events';
  readonly sheet: string;
  readonly kind: RecordKind;
  /** What a row is about: its code, or where the code was lost its name; an event has its number. */
  readonly keyField: 'metric' | 'indicator' | 'id';
  readonly nameHead: string;
  /** The column whose blank means that nothing was filled in. */
  readonly valueHead: string;
  readonly columns: readonly FormColumn[];
}
