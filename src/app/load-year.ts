import { compareFaults, type Fault } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import {
  examineYearData,
  findFindings,
  readPeriod,
  type DataFile,
  type Finding,
  type YearData,
} from '../domain/metrics/index.js';
import { digestOf } from '../domain/scoring/index.js';
// Not by the folder's index: scoring loads nothing of what lays workbooks out.
import { checkForms, unreadFolders } from '../domain/workbooks/check-forms.js';
import { placeFindings } from '../domain/workbooks/place-findings.js';
import type { LoadedSet } from './load-set.js';
import { openDataFiles } from './open-data-files.js';
import type { ScoringPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** A year's data, read against a set, with what the checks found in them. */
export interface LoadedYear {
  readonly data: YearData;
  readonly findings: readonly Finding[];
}

/** Where a year's data are, and for which period; the set's own sample and year when left out. */
export interface DataChoice {
  readonly paths?: readonly string[] | undefined;
  readonly period?: string | undefined;
}

/** A year's data with everything that is to be said of them. */
export interface ExaminedYear extends LoadedYear {
  /** While there is one, nothing is computed from the data. */
  readonly faults: readonly Fault[];
}

/** Opens and reads a year's data: all faults of all files at once. */
export async function loadYear(
  ports: ScoringPorts,
  loaded: LoadedSet,
  choice: YearChoice,
): Promise<Result<LoadedYear, Refusal>> {
  const examined = await examineYear(ports, loaded, choice);
  if (!examined.ok) return examined;
  const { data, faults, findings } = examined.value;
  return faults.length > 0 ? failure({ kind: 'faults', faults }) : success({ data, findings });
}

/** Which data, and of whom where only one region's form is wanted. */
export type YearChoice = DataChoice & { readonly region?: string | undefined };

/**
 * Opens and reads a year's data, and goes on where there are faults. Forms that are another set's,
 * year's or region's are refused as a whole and their cells not read.
 */
export async function examineYear(
  ports: ScoringPorts,
  loaded: LoadedSet,
  { paths, period, region }: YearChoice,
): Promise<Result<ExaminedYear, Refusal>> {
  const chosen = paths === undefined || paths.length === 0 ? [loaded.folder.samplePath] : paths;
  const opened = await openDataFiles(ports.data, chosen);
  if (!opened.ok) return opened;
  const { files, unread } = opened.value;
  const given = new Set(chosen.map((path) => path.replace(/[/\\]+$/, '')));
  const { set } = loaded;
  const forms = checkForms(files, {
    set,
    // Only forms are held against it, and it takes longer than reading a small year.
    digest: files.some(({ form }) => form !== undefined) ? digestOf(set, ports.sha256) : '',
    period: period ?? periodOfPlain(files),
    region,
  });
  const read = examineYearData(forms.files, set, period === undefined ? {} : { period });
  const faults = [...opened.value.faults, ...forms.faults, ...read.faults];
  const findings = placeFindings(findFindings(read.data, set), read.data, forms.files, set);
  return success({
    data: read.data,
    faults: faults.sort(compareFaults),
    findings: [
      ...unreadFolders(unread.filter((folder) => !given.has(folder))),
      ...forms.findings,
      ...findings,
    ],
  });
}

/** The period that files other than forms say, which the forms then have to be of. */
function periodOfPlain(files: readonly DataFile[]): string | undefined {
  const said = files.find(({ form, period }) => form === undefined && period !== undefined);
  return said?.period === undefined ? undefined : readPeriod(said.period.text);
}
