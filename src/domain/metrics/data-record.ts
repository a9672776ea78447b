import type { Place } from '../kernel/fault.js';

/** What a line of a data file is about. */
export type RecordKind = 'value' | 'mark' | 'event' | 'target' | 'history' | 'decision';

/** Every field of every kind of record; a data file may leave out those that do not apply. */
export type FieldName =
  | 'region'
  | 'regions'
  | 'period'
  | 'metric'
  | 'value'
  | 'status'
  | 'source'
  | 'verifier'
  | 'reason'
  | 'indicator'
  | 'stage'
  | 'marker'
  | 'points'
  | 'evidence'
  | 'date'
  | 'id'
  | 'kind'
  | 'level'
  | 'matter'
  | 'share'
  | 'occurred'
  | 'found'
  | 'authority'
  | 'document'
  | 'issuer'
  | 'sample'
  | 'summary'
  | 'grade'
  | 'rank'
  | 'score';

/**
 * One record of a data file, whatever the file's kind: YAML, CSV and Excel all become these, so
 * that they cannot disagree about what a text means. Nothing in it is checked yet.
 */
export interface DataRecord {
  readonly kind: RecordKind;
  /** The texts as they stand in the file; a blank one is not there. */
  readonly fields: Readonly<Partial<Record<FieldName, string>>>;
  /** Where a field stands; where it is not there, where the record stands. */
  placeOf(field: FieldName): Place;
  /**
   * What a person calls the row of a form, for faults that name only its cell: `rowName`, and
   * `rowRegion` where the form is about several.
   */
  readonly row?: Readonly<Record<string, string>>;
  /** The department in whose form it stands. */
  readonly by?: string;
}

/** A text of a file's header, with its place. */
export interface HeaderText {
  readonly text: string;
  readonly place: Place;
}

/** What a workbook that the program made says of itself: for whom, which year, which set. */
export interface FormMark {
  readonly kind: 'region' | 'department' | 'office';
  /** The id of the region or department; empty for the office's. */
  readonly unit: string;
  /** The unit's name when the workbook was made. */
  readonly name: string;
  readonly set: string;
  readonly version: string;
  /** The digest of the set by which it was made. */
  readonly digest: string;
  readonly period: string;
  /** The names that stand at the heads of its sheets, which a person sees and may overwrite. */
  readonly shownNames: readonly HeaderText[];
  readonly place: Place;
}

/** Something that was read all the same and that a person should know. */
export interface ReadNotice {
  readonly code: string;
  readonly place: Place;
  readonly facts: Readonly<Record<string, string>>;
}

/** A data file as its adapter read it. */
export interface DataFile {
  readonly file: string;
  /** The period that the file says it is for. */
  readonly period: HeaderText | undefined;
  /** Where its numbers come from, unless a record says otherwise. */
  readonly source: string | undefined;
  readonly records: readonly DataRecord[];
  /** Only a workbook that the program made has one. */
  readonly form?: FormMark;
  readonly notices?: readonly ReadNotice[];
  /** Rows of a form in which nothing was filled in: where what is missing belongs. */
  readonly blanks?: readonly DataRecord[];
}
