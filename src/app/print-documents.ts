import { checkForm, type DocumentSource, type FormWarning } from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { PrintFault } from '../ports/document-renderer.js';
import type { FilledTemplate } from '../ports/template-source.js';
import { fillDocuments, kindOfTemplate, type FillRequest } from './fill-documents.js';
import { findRegion } from './find-region.js';
import { loadDocumentSource, type SourceRequest } from './load-document-source.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

/** PDF for paper; Word for leaders to edit before the seal; a workbook of every table. */
export type DocumentFormat = 'pdf' | 'docx' | 'xlsx';

/** Which documents to print. */
export interface PrintRequest extends SourceRequest, FillRequest {
  readonly format?: DocumentFormat;
}

/** A document as a file. */
export interface DocumentFile {
  readonly bytes: Uint8Array;
  /** Null where a reader's own program lays it out. */
  readonly pages: number | null;
  readonly notices: readonly string[];
}

/** One document, or why it could not be printed, with its HTML where there is no browser. */
export interface DocumentOutcome {
  /** The region it is about; undefined for all. */
  readonly region: { readonly id: string; readonly name: string } | undefined;
  readonly written: Result<DocumentFile, PrintFault>;
  readonly html: string | undefined;
  /** How many documents there are in all. */
  readonly total: number;
  /** Where its form does not fit who writes to whom. */
  readonly warnings: readonly FormWarning[];
}

/** 打印: scores a year and prints it; one document that fails does not stop the others. */
export async function* printDocuments(
  ports: Ports,
  reference: string,
  request: PrintRequest,
): AsyncGenerator<Result<DocumentOutcome, Refusal>> {
  const source = await loadDocumentSource(ports, reference, request);
  if (source.ok) yield* printFrom(ports, source.value, request);
  else yield source;
}

/** Prints a year that was scored before. */
export async function* printFrom(
  ports: Ports,
  source: DocumentSource,
  request: FillRequest & { readonly format?: DocumentFormat },
): AsyncGenerator<Result<DocumentOutcome, Refusal>> {
  const templates = await ports.loadTemplates();
  const kind = await kindOfTemplate(templates, request.template);
  if (!kind.ok) {
    yield kind;
    return;
  }
  const write = await writerOf(ports, request.format ?? 'pdf');
  const warnings = checkForm(source, kind.value);
  const wanted =
    request.region === 'all' ? source.run.regions.map((one) => one.id) : [request.region];
  for (const name of wanted) {
    const region = name === undefined ? undefined : findRegion(source.set, name);
    if (region?.ok === false) {
      yield failure(region.error);
      return;
    }
    const filled = await fillDocuments(templates, source, { ...request, region: name });
    if (!filled.ok && filled.error.kind !== 'print') {
      yield filled;
      return;
    }
    const outcome = filled.ok
      ? await write(filled.value)
      : { written: failure(printFault(filled.error)), html: undefined };
    yield success({ region: region?.value, ...outcome, total: wanted.length, warnings });
  }
}

function printFault(refusal: Refusal): PrintFault {
  if (refusal.kind !== 'print') throw new Error('a refusal of another kind');
  return refusal.fault;
}

type Write = (filled: FilledTemplate) => Promise<Pick<DocumentOutcome, 'written' | 'html'>>;

async function writerOf(ports: Ports, format: DocumentFormat): Promise<Write> {
  if (format !== 'pdf') {
    const office = await ports.loadOfficeWriter();
    return async (filled) => {
      const bytes = format === 'docx' ? office.docx(filled) : await office.xlsx(filled);
      const written = bytes.ok
        ? success({ bytes: bytes.value, pages: null, notices: [] })
        : failure(bytes.error);
      return { written, html: undefined };
    };
  }
  const renderer = await ports.loadRenderer();
  return async (filled) => {
    const printed = await renderer.render(filled);
    if (printed.ok) {
      const { pdf, pages, notices } = printed.value;
      return { written: success({ bytes: pdf, pages, notices }), html: undefined };
    }
    const html = await renderer.html(filled);
    return { written: printed, html: html.ok ? html.value : undefined };
  };
}
