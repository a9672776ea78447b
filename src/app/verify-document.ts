import type { DocumentSource, FindingPart } from '../domain/documents/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { Finding } from '../domain/metrics/index.js';
import {
  compareDraft,
  compareSheet,
  knownResults,
  plainPieces,
  plainText,
  type Difference,
  type Paper,
} from '../domain/papers/index.js';
import type { ReadDocument } from '../ports/document-reader.js';
import type { FilledTemplate, PrintOptions, TemplateSource } from '../ports/template-source.js';
import { fillDocuments } from './fill-documents.js';
import { loadDocumentSource } from './load-document-source.js';
import type { DataChoice } from './load-year.js';
import type { WorkbookPorts } from './ports.js';
import { refuseOtherRegion } from './refuse-other-region.js';
import type { Refusal } from './refusal.js';

/** A document that came back, and what it is to be held against. */
export interface VerifyRequest extends DataChoice {
  readonly content: Uint8Array;
  readonly file: string;
  /** Where the document does not say it itself. */
  readonly template?: string | undefined;
  readonly region?: string | undefined;
  readonly records?: string | undefined;
  readonly say: (finding: Finding) => FindingPart;
}

/** Whether a document is of the run that is computed from these data. */
export interface RunComparison {
  /** As the document says it; empty where it says none. */
  readonly said: string;
  /** Empty for a document that rests on no result. */
  readonly computed: string;
}

/** A difference, with the names of what it is about. */
export interface NamedDifference extends Difference {
  /** The kind of figure, such as score; empty for free text. */
  readonly what: string;
  readonly region: string;
  readonly indicator: string;
}

/** 核验的结果. */
export interface VerifiedDocument {
  readonly kind: ReadDocument['kind'];
  /** What the document is called and about whom; undefined where that could not be told. */
  readonly template: { readonly name: string; readonly label: string } | undefined;
  readonly region: string | undefined;
  readonly run: RunComparison;
  /** The set as the document names it, where it is another one or another version. */
  readonly otherSet: { readonly said: string; readonly used: string } | undefined;
  readonly differences: readonly NamedDifference[];
  /** Of a print: how many numbers stand where the run has them, and how many it has. */
  readonly numbers: { readonly agreeing: number; readonly expected: number } | undefined;
}

/** 核验: holds an edited draft or a printed file against a run that is computed anew, offline. */
export async function verifyDocument(
  ports: WorkbookPorts,
  reference: string,
  request: VerifyRequest,
): Promise<Result<VerifiedDocument, Refusal>> {
  const reader = await ports.loadDocumentReader();
  const read = await reader.read(request.content, request.file);
  if (!read.ok) return failure({ kind: 'faults', faults: read.error });
  const source = await loadDocumentSource(ports, reference, request);
  if (!source.ok) return source;
  const document = read.value;
  const writer = await ports.loadOfficeWriter();
  const tools: Tools = {
    templates: await ports.loadTemplates(),
    papersOf: (filled) => writer.papers(filled),
    source: source.value,
  };
  const { set } = source.value;
  const { mark } = document;
  const isOther = mark.set !== '' && (mark.set !== set.id || mark.version !== set.version);
  const common = {
    kind: document.kind,
    otherSet: isOther
      ? { said: `${mark.set} ${mark.version}`, used: `${set.id} ${set.version}` }
      : undefined,
  };
  const other = refuseOtherRegion(set, regionOf(mark.region), request);
  if (!other.ok) return other;
  const template = request.template ?? mark.template;
  const wanted = { template, region: request.region ?? regionOf(mark.region) };
  const compared =
    document.kind === 'draft'
      ? await checkDraft(document, wanted, tools, request.file)
      : await checkPrint(document, wanted, tools);
  return compared.ok ? success({ ...common, ...compared.value }) : compared;
}

/** 核对校验码: whether a hash that somebody read from paper is that of the run. */
export async function verifyHash(
  ports: WorkbookPorts,
  reference: string,
  hash: string,
  request: Omit<VerifyRequest, 'content' | 'file'>,
): Promise<Result<RunComparison, Refusal>> {
  const source = await loadDocumentSource(ports, reference, request);
  if (!source.ok) return source;
  const said = hash.replace(/[^\da-f]/gi, '').toLowerCase();
  return success({ said, computed: source.value.run.runHash });
}

interface Tools {
  readonly templates: TemplateSource;
  readonly papersOf: (
    filled: FilledTemplate,
  ) => Result<readonly Paper[], Parameters<typeof printed>[0]>;
  readonly source: DocumentSource;
}

interface Wanted {
  readonly template: string;
  readonly region: string | undefined;
}

type Compared = Omit<VerifiedDocument, 'kind' | 'otherSet'>;

function printed(fault: Extract<Refusal, { kind: 'print' }>['fault']): Refusal {
  return { kind: 'print', fault };
}

function regionOf(mark: string): string | undefined {
  return mark === '' || mark === 'all' ? undefined : mark;
}

/** The document as the run would have it now. */
async function expectedOf(
  { template, region }: Wanted,
  { templates, papersOf, source }: Tools,
  options?: Partial<PrintOptions>,
): Promise<
  Result<{ readonly filled: FilledTemplate; readonly papers: readonly Paper[] }, Refusal>
> {
  const request = { template, region, ...(options === undefined ? {} : { options }) };
  const filled = await fillDocuments(templates, source, request);
  if (!filled.ok) return filled;
  const papers = papersOf(filled.value);
  if (!papers.ok) return failure(printed(papers.error));
  return success({ filled: filled.value, papers: papers.value });
}

async function checkDraft(
  document: Extract<ReadDocument, { kind: 'draft' }>,
  wanted: Wanted,
  tools: Tools,
  file: string,
): Promise<Result<Compared, Refusal>> {
  if (wanted.template === '') {
    const fault = { code: 'document-without-mark', facts: {}, file, line: 1, column: 1 };
    return failure({ kind: 'faults', faults: [fault] });
  }
  const expected = await expectedOf(wanted, tools);
  if (!expected.ok) return expected;
  const { set, run } = tools.source;
  const { filled, papers } = expected.value;
  const differences = compareDraft(papers, document.paper, knownResults(set, run));
  return success({
    template: filled.manifest,
    region: filled.facts.region?.name,
    run: { said: document.mark.run, computed: filled.facts.runHash },
    differences: differences.map((one) => named(one, tools.source)),
    numbers: undefined,
  });
}

/**
 * A print is held against the template and region that it names; where it names none, against all
 * that have its title, and the nearest one counts.
 */
async function checkPrint(
  document: Extract<ReadDocument, { kind: 'print' }>,
  wanted: Wanted,
  tools: Tools,
): Promise<Result<Compared, Refusal>> {
  const text = plainPieces(document.text);
  const whole = plainText(document.text);
  let best: (Compared & { readonly share: number }) | undefined;
  const candidates = await candidatesFor(document, wanted, tools);
  if (!candidates.ok) return candidates;
  for (const candidate of candidates.value) {
    const expected = await expectedOf(candidate, tools);
    if (!expected.ok) {
      // What was asked for by name must be there; a guess that cannot be filled is no guess.
      if (wanted.template !== '') return expected;
      continue;
    }
    const { filled, papers } = expected.value;
    if (wanted.template === '' && !whole.includes(plainText(filled.title))) continue;
    const { differences, agreeing, expected: count } = compareSheet(papers, text);
    const share = count === 0 ? 0 : agreeing / count;
    if (best !== undefined && share <= best.share) continue;
    best = {
      template: filled.manifest,
      region: filled.facts.region?.name,
      run: { said: document.mark.run, computed: filled.facts.runHash },
      differences: differences.map((one) => named(one, tools.source)),
      numbers: { agreeing, expected: count },
      share,
    };
  }
  if (best !== undefined) return success(best);
  const run = { said: document.mark.run, computed: tools.source.run.runHash };
  const nothing = { template: undefined, region: undefined, differences: [], numbers: undefined };
  return success({ ...nothing, run });
}

async function candidatesFor(
  document: Extract<ReadDocument, { kind: 'print' }>,
  { template, region }: Wanted,
  { templates, source }: Tools,
): Promise<Result<readonly Wanted[], Refusal>> {
  const text = plainText(document.text);
  const names = template === '' ? await templates.list() : success([{ name: template }]);
  if (!names.ok) return failure(printed(names.error));
  const regions =
    region === undefined
      ? [
          undefined,
          ...source.set.regions.assessed
            .filter(({ name }) => text.includes(name))
            .map(({ id }) => id),
        ]
      : [region];
  return success(
    names.value.flatMap(({ name }) => regions.map((one) => ({ template: name, region: one }))),
  );
}

/** A tag in the words of the set. */
function named(difference: Difference, { set }: DocumentSource): NamedDifference {
  const [what = '', region = '', indicator = ''] = (difference.tag ?? '').split(':');
  return {
    ...difference,
    what,
    region: set.regions.all.get(region)?.name ?? region,
    indicator: set.nodes.get(indicator)?.label ?? indicator,
  };
}
