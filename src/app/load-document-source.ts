import {
  textOnPaper,
  type DocumentSource,
  type FindingPart,
  type RuleComparison,
} from '../domain/documents/index.js';
import { success, type Result } from '../domain/kernel/result.js';
import type { Finding } from '../domain/metrics/index.js';
import { compareRegions } from './compare-sets.js';
import { loadRecords } from './load-records.js';
import { loadSet } from './load-set.js';
import type { DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';
import { scoreLoaded, scoreSet, type ScoredYear } from './score-set.js';

/** Which year the documents speak of, and with which records. */
export interface SourceRequest extends DataChoice {
  /** 文书记录; the set's own sample where its sample data are printed. */
  readonly records?: string | undefined;
  /** 变更前的体系: scored over the same data, for what documents say of a change of the rules. */
  readonly against?: string | undefined;
  /** Makes sentences of findings. */
  readonly say: (finding: Finding) => FindingPart;
}

/** Scores a year and puts together everything that its documents speak of. */
export async function loadDocumentSource(
  ports: Ports,
  reference: string,
  request: SourceRequest,
): Promise<Result<DocumentSource, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const scored = await scoreLoaded(ports, loaded.value, request);
  if (!scored.ok) return scored;
  const isSample = request.paths === undefined || request.paths.length === 0;
  const records = await loadRecords(ports, loaded.value, request.records, isSample);
  if (!records.ok) return records;
  const paths = isSample ? [loaded.value.folder.samplePath] : request.paths;
  const comparison =
    request.against === undefined
      ? undefined
      : await compareWith(ports, scored.value, request.against, paths);
  if (comparison?.ok === false) return comparison;
  const { set, run, data, findings } = scored.value;
  return success({
    ...{ set, run, data, records: records.value },
    findings: findings.map((finding) => {
      const said = request.say(finding);
      return { ...said, message: textOnPaper(said.message) };
    }),
    comparison: comparison?.value ?? null,
  });
}

/** The same data scored by another set, the one before the change. */
async function compareWith(
  ports: Ports,
  after: ScoredYear,
  reference: string,
  paths: DataChoice['paths'],
): Promise<Result<RuleComparison, Refusal>> {
  const before = await scoreSet(ports, reference, { paths, period: after.run.plan.period });
  if (!before.ok) return before;
  const { id, version, title } = before.value.set;
  return success({
    before: { id, version, title },
    regions: compareRegions(before.value, after),
  });
}
