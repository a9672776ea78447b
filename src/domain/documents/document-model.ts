/**
 * What every printed document says of itself and of the run that it prints; each kind of document
 * adds its own fields. Texts are ready to be printed: a template lays out and computes nothing.
 */
export interface DocumentModel {
  readonly set: {
    readonly id: string;
    readonly version: string;
    readonly title: string;
    /** Printed visibly on every page; null on an official paper. */
    readonly disclaimer: string | null;
  };
  readonly runHash: string;
  readonly issuer: {
    readonly name: string;
    /** YYYY年M月D日; null is left blank, to be filled in by hand. */
    readonly date: string | null;
  };
  /** The region that the document is about; null for all of them. */
  readonly region: { readonly id: string; readonly name: string } | null;
}
