import { buildReport, type ReportModel, type SaidFinding } from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { Finding } from '../domain/metrics/index.js';
import type { PrintedDocument, PrintFault } from '../ports/document-renderer.js';
import { findRegion } from './find-region.js';
import type { DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';
import { scoreSet, type ScoredYear } from './score-set.js';

/** Which documents to print. */
export interface PrintRequest extends DataChoice {
  readonly template: string;
  /** A region's id, code or name; `all` for one document each; left out for one about all. */
  readonly region?: string | undefined;
  /** Makes sentences of findings. */
  readonly say: (finding: Finding) => SaidFinding;
}

/** One document, or why it could not be printed, with its HTML where there is no browser. */
export interface DocumentOutcome {
  /** The region it is about; undefined for all. */
  readonly region: { readonly id: string; readonly name: string } | undefined;
  readonly printed: Result<PrintedDocument, PrintFault>;
  readonly html: string | undefined;
  /** How many documents there are in all. */
  readonly total: number;
}

/** 打印: scores a year and prints it; one document that fails does not stop the others. */
export async function* printDocuments(
  ports: Ports,
  reference: string,
  request: PrintRequest,
): AsyncGenerator<Result<DocumentOutcome, Refusal>> {
  const scored = await scoreSet(ports, reference, request);
  if (scored.ok) yield* printScored(ports, scored.value, request);
  else yield scored;
}

/** Prints a year that was scored before. */
export async function* printScored(
  ports: Ports,
  { set, run, findings }: ScoredYear,
  request: PrintRequest,
): AsyncGenerator<Result<DocumentOutcome, Refusal>> {
  const said = findings.map(request.say);
  const wanted = request.region === 'all' ? run.regions.map((one) => one.id) : [request.region];
  const [templates, renderer] = [await ports.loadTemplates(), await ports.loadRenderer()];
  for (const name of wanted) {
    const region = name === undefined ? undefined : findRegion(set, name);
    if (region?.ok === false) {
      yield failure(region.error);
      return;
    }
    const model: ReportModel = buildReport(set, run, said, region?.value.id);
    const filled = await templates.fill(request.template, [model]);
    const printed = filled.ok ? await renderer.render(filled.value) : filled;
    const html = printed.ok || !filled.ok ? undefined : await renderer.html(filled.value);
    yield success({
      region: region?.value,
      printed,
      html: html?.ok === true ? html.value : undefined,
      total: wanted.length,
    });
  }
}
