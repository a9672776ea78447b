import type { ReportModel } from '../domain/documents/report-model.js';
import type { Result } from '../domain/kernel/result.js';
import type { PrintFault } from './document-renderer.js';

/** A template filled with its model; every text of the model is escaped. */
export interface FilledTemplate {
  readonly title: string;
  /** HTML of the page's body. */
  readonly body: string;
  readonly css: string;
}

/** Where templates come from. */
export interface TemplateSource {
  fill(template: string, model: ReportModel): Promise<Result<FilledTemplate, PrintFault>>;
}
