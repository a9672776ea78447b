import { success, type Result } from '../domain/kernel/result.js';
import type { Fault } from '../domain/kernel/fault.js';
import type { Finding } from '../domain/metrics/index.js';
import { pendingFindings, scoreYear } from '../domain/scoring/index.js';
import { findRegion } from './find-region.js';
import { loadSet } from './load-set.js';
import { examineYear, type DataChoice } from './load-year.js';
import type { Ports } from './ports.js';
import type { Refusal } from './refusal.js';

/** What scoring would say of the data. */
export interface CheckedData {
  readonly faults: readonly Fault[];
  readonly findings: readonly Finding[];
}

/** What only follows from other faults: a value that could not be read is not missing. */
const CONSEQUENCES = new Set([
  'data-missing',
  'data-sample-absent',
  'data-total-unchecked',
  'data-total-differs',
]);

/**
 * 试算检查: reads a year's data by the very function that scoring reads them by, and tells every
 * fault and finding, those beside a fault too. Without faults the year is scored, since only then
 * is it known which marks are still to be given.
 */
export async function checkData(
  ports: Ports,
  reference: string,
  choice: DataChoice & { readonly region?: string | undefined },
): Promise<Result<CheckedData, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) return loaded;
  const { set } = loaded.value;
  const region = choice.region === undefined ? undefined : findRegion(set, choice.region);
  if (region?.ok === false) return region;
  const examined = await examineYear(ports, loaded.value, {
    ...choice,
    region: region?.value.id,
  });
  if (!examined.ok) return examined;
  const { data, faults, findings } = examined.value;
  // One region's form says nothing of other regions, nor of what departments have still to do.
  const isAsked = (finding: Finding): boolean =>
    region === undefined ||
    finding.region === undefined ||
    (finding.region === region.value.id && finding.place !== undefined);
  if (faults.length > 0) {
    const beside = findings.filter((one) => isAsked(one) && !CONSEQUENCES.has(one.code));
    return success({ faults, findings: beside });
  }
  const run = scoreYear(set, data, ports.sha256);
  const own = [...findings, ...pendingFindings(set, run)].filter(isAsked);
  return success({ faults, findings: own });
}
