import { checkForm, type DocumentSource, type FormWarning } from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { DocumentRenderer, FillDocument, PrintFault } from '../ports/document-renderer.js';
import type { WrittenDraft } from '../ports/office-writer.js';
import { fillKind, kindOfTemplate, type FillRequest } from './fill-documents.js';
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
  const writer = await writerOf(ports, request.format ?? 'pdf');
  const warnings = checkForm(source, kind.value);
  const names =
    request.region === 'all' ? source.run.regions.map((one) => one.id) : [request.region];
  const wanted: (DocumentOutcome['region'] | undefined)[] = [];
  for (const name of names) {
    const region = name === undefined ? undefined : findRegion(source.set, name);
    if (region?.ok === false) {
      yield failure(region.error);
      return;
    }
    wanted.push(region?.value);
  }
  const fills = wanted.map(
    (region) => () => fillKind(templates, source, kind.value, { ...request, region: region?.id }),
  );
  let index = 0;
  for await (const written of writer.write(fills)) {
    const region = wanted[index];
    const fill = fills[index];
    const html = written.ok || fill === undefined ? undefined : await writer.html(fill);
    yield success({ region, written, html, total: wanted.length, warnings });
    index += 1;
  }
}

/** Makes files of documents, in order; one that fails does not stop the others. */
interface Writer {
  write(fills: readonly FillDocument[]): AsyncIterable<Result<DocumentFile, PrintFault>>;
  /** What can be looked at where no PDF could be printed. */
  html(fill: FillDocument): Promise<string | undefined>;
}

async function writerOf(ports: Ports, format: DocumentFormat): Promise<Writer> {
  return format === 'pdf' ? press(await ports.loadRenderer()) : drafts(ports, format);
}

function press(renderer: DocumentRenderer): Writer {
  return {
    async *write(fills) {
      for await (const printed of renderer.renderAll(fills)) {
        if (printed.ok) {
          const { pdf, pages, notices } = printed.value;
          yield success({ bytes: pdf, pages, notices });
        } else yield printed;
      }
    },
    async html(fill) {
      const filled = await fill();
      const html = filled.ok ? await renderer.html(filled.value) : filled;
      return html.ok ? html.value : undefined;
    },
  };
}

function drafts(ports: Ports, format: 'docx' | 'xlsx'): Writer {
  return {
    async *write(fills) {
      const office = await ports.loadOfficeWriter();
      for (const fill of fills) {
        const filled = await fill();
        if (!filled.ok) {
          yield filled;
          continue;
        }
        yield format === 'docx'
          ? draftFile(await office.docx(filled.value))
          : bookFile(await office.xlsx(filled.value));
      }
    },
    html: () => Promise.resolve(undefined),
  };
}

function draftFile(draft: Result<WrittenDraft, PrintFault>): Result<DocumentFile, PrintFault> {
  if (!draft.ok) return draft;
  const { docx, notices } = draft.value;
  return success({ bytes: docx, pages: null, notices });
}

function bookFile(book: Result<Uint8Array, PrintFault>): Result<DocumentFile, PrintFault> {
  return book.ok ? success({ bytes: book.value, pages: null, notices: [] }) : book;
}
