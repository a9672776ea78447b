import {
  DOCUMENT_KINDS,
  documentKind,
  fieldTypeOf,
  type DocumentKind,
  type DocumentSource,
} from '../domain/documents/index.js';
import { inCodeOrder } from '../domain/indicators/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { PrintFault } from '../ports/document-renderer.js';
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

/** The kind of document that a template is of; every field that it uses is one of that kind. */
export async function kindOfTemplate(
  templates: TemplateSource,
  template: string,
): Promise<Result<DocumentKind, Refusal>> {
  const manifest = await templates.manifest(template);
  if (!manifest.ok) return failure({ kind: 'print', fault: manifest.error });
  const kind = documentKind(manifest.value.model);
  if (kind !== undefined) {
    const sound = await templates.check(template, fieldTypeOf(kind.schema));
    return sound.ok ? success(kind) : failure({ kind: 'print', fault: sound.error });
  }
  const known = DOCUMENT_KINDS.map(({ id }) => id).join('、');
  const detail = `template.yaml 的 model“${manifest.value.model}”不是公文种类，可用的有：${known}`;
  return failure({
    kind: 'print',
    fault: { code: 'broken-template', facts: { template, detail } },
  });
}

/** Fills a template from a scored year. */
export async function fillDocuments(
  templates: TemplateSource,
  source: DocumentSource,
  request: FillRequest,
): Promise<Result<FilledTemplate, Refusal>> {
  const kind = await kindOfTemplate(templates, request.template);
  if (!kind.ok) return kind;
  const region = request.region === undefined ? undefined : findRegion(source.set, request.region);
  if (region?.ok === false) return region;
  const { template, options } = request;
  const filled = await fillKind(templates, source, kind.value, {
    ...{ template, region: region?.value.id },
    ...(options === undefined ? {} : { options }),
  });
  return filled.ok ? filled : failure({ kind: 'print', fault: filled.error });
}

/**
 * Fills a template whose kind is known. A kind that is made for each region, asked for without one,
 * gives all regions' documents in one file.
 *
 * @param request its region is the id of an assessed one
 */
export async function fillKind(
  templates: TemplateSource,
  source: DocumentSource,
  kind: DocumentKind,
  request: FillRequest,
): Promise<Result<FilledTemplate, PrintFault>> {
  const subjects =
    request.region === undefined && kind.per === 'region'
      ? subjectsOf(kind, source)
      : [request.region];
  const models = subjects.map((subject) => kind.build(source, subject));
  return templates.fill(request.template, models, request.options);
}

/** Whom a document is made for where nobody is named; where it concerns none, everybody is told so. */
function subjectsOf(kind: DocumentKind, source: DocumentSource): readonly string[] {
  const all = inCodeOrder(source.set.regions.assessed).map(({ id }) => id);
  const concerned = all.filter((id) => kind.concerns?.(source, id) ?? true);
  return concerned.length > 0 ? concerned : all;
}
