import type { DocumentModel, FieldType } from '../domain/documents/index.js';
import type { Result } from '../domain/kernel/result.js';
import type { PrintFault } from './document-renderer.js';

/** 版式: a 公文, a 信函, a table or working paper in landscape, a plain paper. */
export type DocumentForm = 'official' | 'letter' | 'sheet' | 'plain';

/** What a template's folder says of it in template.yaml. */
export interface TemplateManifest {
  /** The folder's name. */
  readonly name: string;
  /** What people call the document, such as 考核结果通报. */
  readonly label: string;
  /** The kind of document, whose fields the template may use. */
  readonly model: string;
  readonly form: DocumentForm;
}

/** What the printer may choose for a document. */
export interface PrintOptions {
  /** 红头: printed, or left out for paper that has it already. */
  readonly redHeading: 'printed' | 'preprinted';
  /** A 公文's heading, or a plain title. */
  readonly cover: 'official' | 'plain';
  /** Where the run's hash and its QR code stand: on attachments and working papers, or everywhere. */
  readonly runMark: 'attachments' | 'everywhere';
}

/** What a file says of itself, beside its text. */
export interface DocumentFacts {
  readonly author: string;
  readonly set: { readonly id: string; readonly version: string; readonly title: string };
  readonly runHash: string;
  /** The only region the file is about; null where it is about several. */
  readonly region: { readonly id: string; readonly name: string } | null;
  readonly disclaimer: string | null;
  /** The day that the document bears, as 2016-01-25; null while it is blank. */
  readonly date: string | null;
}

/** A template filled with its models; every text of them is escaped. */
export interface FilledTemplate {
  readonly manifest: TemplateManifest;
  readonly title: string;
  /** Semantic HTML: one `<article class="document">` for each model. */
  readonly body: string;
  readonly css: string;
  readonly facts: DocumentFacts;
}

/** Where templates come from. */
export interface TemplateSource {
  /** Every template there is, by name. */
  list(): Promise<Result<readonly TemplateManifest[], PrintFault>>;
  manifest(template: string): Promise<Result<TemplateManifest, PrintFault>>;
  /**
   * Holds every field that a template uses against those that its kind of document has; all faults
   * at once, in `detail`.
   */
  check(template: string, model: FieldType): Promise<Result<null, PrintFault>>;
  /** Fills a template once for each model; the documents follow one another in one file. */
  fill(
    template: string,
    models: readonly DocumentModel[],
    options?: Partial<PrintOptions>,
  ): Promise<Result<FilledTemplate, PrintFault>>;
}
