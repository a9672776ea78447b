import {
  DOCUMENT_KINDS,
  documentKind,
  fieldTypeOf,
  type DocumentKind,
  type DocumentSource,
} from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { FilledTemplate, PrintOptions, TemplateSource } from '../ports/template-source.js';
import { findRegion } from './find-region.js';
import type { Refusal } from './refusal.js';

/** A document that is to be filled: which template, about whom. */
export interface FillRequest {
  readonly template: string;
  /** A region's id, code or name; left out for all of them in one file. */
  readonly region?: string | undefined;
  readonly options?: Partial<PrintOptions>;
}

/** The kind of document that a template is of. */
export async function kindOfTemplate(
  templates: TemplateSource,
  template: string,
): Promise<Result<DocumentKind, Refusal>> {
  const manifest = await templates.manifest(template);
  if (!manifest.ok) return failure({ kind: 'print', fault: manifest.error });
  const kind = documentKind(manifest.value.model);
  if (kind !== undefined) return success(kind);
  const known = DOCUMENT_KINDS.map(({ id }) => id).join('、');
  const detail = `template.yaml 的 model“${manifest.value.model}”不是公文种类，可用的有：${known}`;
  return failure({
    kind: 'print',
    fault: { code: 'broken-template', facts: { template, detail } },
  });
}

/**
 * Fills a template from a scored year. A kind that is made for each region, asked for without one,
 * gives all regions' documents in one file.
 */
export async function fillDocuments(
  templates: TemplateSource,
  source: DocumentSource,
  request: FillRequest,
): Promise<Result<FilledTemplate, Refusal>> {
  const kind = await kindOfTemplate(templates, request.template);
  if (!kind.ok) return kind;
  const sound = await templates.check(request.template, fieldTypeOf(kind.value.schema));
  if (!sound.ok) return failure({ kind: 'print', fault: sound.error });
  const region = request.region === undefined ? undefined : findRegion(source.set, request.region);
  if (region?.ok === false) return region;
  const subjects =
    region === undefined && kind.value.per === 'region'
      ? subjectsOf(kind.value, source)
      : [region?.value.id];
  const models = subjects.map((subject) => kind.value.build(source, subject));
  const filled = await templates.fill(request.template, models, request.options);
  return filled.ok ? filled : failure({ kind: 'print', fault: filled.error });
}

/** Whom a document is made for where nobody is named; where it concerns none, everybody is told so. */
function subjectsOf(kind: DocumentKind, source: DocumentSource): readonly string[] {
  const all = source.set.regions.assessed.map(({ id }) => id);
  const concerned = all.filter((id) => kind.concerns?.(source, id) ?? true);
  return concerned.length > 0 ? concerned : all;
}
