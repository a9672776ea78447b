import type { DocumentModel, ModelSchema } from './document-model.schema.js';
import type { DocumentSource } from './document-source.js';

/** 公文种类: what its documents may say, and how that is put together from a run and its records. */
export interface DocumentKind<T extends DocumentModel = DocumentModel> {
  /** What a template's `model` names. */
  readonly id: string;
  readonly label: string;
  /** `region`: one document for each; `all`: one for everybody, cut down where a region is named. */
  readonly per: 'all' | 'region';
  /** Every field that a template of this kind may use. */
  readonly schema: ModelSchema<T>;
  /**
   * Who writes to whom. `upward` 上行文 is signed (签发人); `level` 平行文 is a 函; `downward` 下行文 may
   * be a 通知 or a 通报; `internal` papers are no 公文.
   */
  readonly direction: 'upward' | 'level' | 'downward' | 'internal';
  /**
   * Whether it says what came of a scored year. What goes before the result, or says the rules alone,
   * carries no run hash: there is nothing that the hash could vouch for.
   */
  readonly restsOnResult: boolean;
  /** `region`: the region's own government issues it, whatever office the records name. */
  readonly issuer?: 'region';
  /**
   * Whether a region has such a document at all; left out, every one has. A region without one that is
   * named gets a paper that says so; where nobody is named, only those concerned are printed.
   */
  concerns?(source: DocumentSource, region: string): boolean;
  /**
   * Puts a document together.
   *
   * @param region the region that is asked for; always there where `per` is `region`
   */
  build(source: DocumentSource, region: string | undefined): T;
}
