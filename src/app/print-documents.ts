import {
  checkForm,
  type DocumentSource,
  type RuleComparison,
  type FindingPart,
  type FormWarning,
} from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { Finding } from '../domain/metrics/index.js';
import type { PrintedDocument, PrintFault } from '../ports/document-renderer.js';
import type { FilledTemplate } from '../ports/template-source.js';
import { compareRegions } from './compare-sets.js';
import { fillDocuments, kindOfTemplate, type FillRequest } from './fill-documents.js';
import { findRegion } from './find-region.js';
import { loadRecords } from './load-records.js';
import { loadSet } from './load-set.js';
import type { DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';
import { scoreLoaded, scoreSet, type ScoredYear } from './score-set.js';

/** Which documents to print. */
export interface PrintRequest extends DataChoice, FillRequest {
  /** 文书记录; the set's own sample where its sample data are printed. */
  readonly records?: string | undefined;
  /** 变更前的体系: scored over the same data, for what documents say of a change of the rules. */
  readonly against?: string | undefined;
  /** Makes sentences of findings. */
  readonly say: (finding: Finding) => FindingPart;
}

/** One document, or why it could not be printed, with its HTML where there is no browser. */
export interface DocumentOutcome {
  /** The region it is about; undefined for all. */
  readonly region: { readonly id: string; readonly name: string } | undefined;
  readonly printed: Result<PrintedDocument, PrintFault>;
  readonly html: string | undefined;
  /** How many documents there are in all. */
  readonly total: number;
  /** Where its form does not fit who writes to whom. */
  readonly warnings: readonly FormWarning[];
}

/** Scores a year and puts together everything that its documents speak of. */
export async function loadDocumentSource(
  ports: Ports,
  reference: string,
  request: Omit<PrintRequest, 'template' | 'region' | 'options'>,
): Promise<Result<DocumentSource, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const scored = await scoreLoaded(ports, loaded.value, request);
  if (!scored.ok) return scored;
  const isSample = request.paths === undefined || request.paths.length === 0;
  const records = await loadRecords(ports, loaded.value, request.records, isSample);
  if (!records.ok) return records;
  const comparison =
    request.against === undefined
      ? undefined
      : await compareWith(ports, scored.value, request.against, request);
  if (comparison?.ok === false) return comparison;
  const { set, run, data, findings } = scored.value;
  return success({
    ...{ set, run, data, records: records.value },
    findings: findings.map(request.say),
    comparison: comparison?.value ?? null,
  });
}

/** The same data scored by another set, the one before the change. */
async function compareWith(
  ports: Ports,
  after: ScoredYear,
  reference: string,
  { paths, period }: DataChoice,
): Promise<Result<RuleComparison, Refusal>> {
  const choice = { paths, period: period ?? after.run.plan.period };
  const samplePath = (await ports.sets.find(after.set.id))?.samplePath;
  const isSample = paths === undefined || paths.length === 0;
  const chosen = isSample && samplePath !== undefined ? { ...choice, paths: [samplePath] } : choice;
  const before = await scoreSet(ports, reference, chosen);
  if (!before.ok) return before;
  const { id, version, title } = before.value.set;
  return success({
    before: { id, version, title },
    regions: compareRegions(before.value, after),
  });
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
  request: FillRequest,
): AsyncGenerator<Result<DocumentOutcome, Refusal>> {
  const templates = await ports.loadTemplates();
  const kind = await kindOfTemplate(templates, request.template);
  if (!kind.ok) {
    yield kind;
    return;
  }
  const renderer = await ports.loadRenderer();
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
      ? await print(renderer, filled.value)
      : { printed: failure(printFault(filled.error)), html: undefined };
    yield success({ region: region?.value, ...outcome, total: wanted.length, warnings });
  }
}

function printFault(refusal: Refusal): PrintFault {
  if (refusal.kind !== 'print') throw new Error('a refusal of another kind');
  return refusal.fault;
}

async function print(
  renderer: Awaited<ReturnType<Ports['loadRenderer']>>,
  filled: FilledTemplate,
): Promise<Pick<DocumentOutcome, 'printed' | 'html'>> {
  const printed = await renderer.render(filled);
  if (printed.ok) return { printed, html: undefined };
  const html = await renderer.html(filled);
  return { printed, html: html.ok ? html.value : undefined };
}
