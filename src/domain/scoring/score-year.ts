import type { IndicatorSet } from '../indicators/index.js';
import { canonicalJson, toPlain } from '../kernel/canonical-json.js';
import type { YearData } from '../metrics/year-data.js';
import { compilePlan, DECIMAL_KERNEL, runPlan } from '../plan/index.js';
import { collectResults } from './collect-results.js';
import { ENGINE_VERSION } from './engine.js';
import { runText, sourceText } from './run-text.js';
import type { Run } from './run.js';

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits; the domain has no way of its own. */
export type Sha256 = (text: string) => string;

/**
 * The digest of a set: of everything that it says, its base's words included; comments and white
 * space of the file do not count.
 */
export function digestOf(set: IndicatorSet, sha256: Sha256): string {
  return sha256(canonicalJson(toPlain(set)));
}

/**
 * 年度计分: scores a year's data by a set, officially, in decimals.
 *
 * @param set a sound, normalised set
 * @param data the year's data, read against that set
 * @returns the run: the same set, data and engine give the same bytes
 */
export function scoreYear(set: IndicatorSet, data: YearData, sha256: Sha256): Run {
  const plan = compilePlan(set, data.period);
  const field = runPlan(plan, data, DECIMAL_KERNEL);
  const regions = collectResults(set, field);
  return {
    engine: ENGINE_VERSION,
    set: { id: set.id, version: set.version, digest: digestOf(set, sha256) },
    plan,
    inputs: data,
    regions,
    runHash: sha256(runText(ENGINE_VERSION, plan, data, regions)),
    sourceHash: sha256(sourceText(data)),
    field,
  };
}
