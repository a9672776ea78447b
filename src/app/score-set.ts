import type { IndicatorSet } from '../domain/indicators/index.js';
import type { Fault } from '../domain/kernel/fault.js';
import { success, type Result } from '../domain/kernel/result.js';
import type { Finding, YearData } from '../domain/metrics/index.js';
import { pendingFindings, scoreYear, type Run } from '../domain/scoring/index.js';
import { loadSet, type LoadedSet } from './load-set.js';
import { loadYear, type DataChoice } from './load-year.js';
import type { ScoringPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** A scored year: the run, and everything that was noticed on the way. */
export interface ScoredYear {
  readonly set: IndicatorSet;
  readonly run: Run;
  readonly data: YearData;
  readonly findings: readonly Finding[];
  readonly warnings: readonly Fault[];
}

/** 计分: scores a year's data by a set. */
export async function scoreSet(
  ports: ScoringPorts,
  reference: string,
  choice: DataChoice = {},
): Promise<Result<ScoredYear, Refusal>> {
  const loaded = await loadSet(ports, reference);
  return loaded.ok ? scoreLoaded(ports, loaded.value, choice) : loaded;
}

/** Scores a year's data by a set that was read before. */
export async function scoreLoaded(
  ports: ScoringPorts,
  loaded: LoadedSet,
  choice: DataChoice,
): Promise<Result<ScoredYear, Refusal>> {
  const year = await loadYear(ports, loaded, choice);
  if (!year.ok) return year;
  const { set, warnings } = loaded;
  const run = scoreYear(set, year.value.data, ports.sha256);
  return success({
    set,
    run,
    data: year.value.data,
    findings: [...year.value.findings, ...pendingFindings(set, run)],
    warnings,
  });
}
