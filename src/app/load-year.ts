import { compareFaults, type Fault } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import {
  findFindings,
  readPeriod,
  readYearData,
  type DataFile,
  type Finding,
  type YearData,
} from '../domain/metrics/index.js';
import { digestOf } from '../domain/scoring/index.js';
import { checkForms } from '../domain/workbooks/index.js';
import type { LoadedSet } from './load-set.js';
import type { Ports } from './ports.js';
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

/**
 * Opens and reads a year's data: all faults of all files at once. Forms that are another set's,
 * year's or region's are refused as a whole and their cells not read.
 */
export async function loadYear(
  ports: Ports,
  loaded: LoadedSet,
  { paths, period, region }: DataChoice & { readonly region?: string | undefined },
): Promise<Result<LoadedYear, Refusal>> {
  const chosen = paths === undefined || paths.length === 0 ? [loaded.folder.samplePath] : paths;
  const files: DataFile[] = [];
  const faults: Fault[] = [];
  for (const path of chosen) {
    const opened = await ports.data.open(path);
    if (opened.status !== 'read') return failure({ kind: 'data', ...opened });
    if (opened.files.ok) files.push(...opened.files.value);
    else faults.push(...opened.files.error);
  }
  const forms = checkForms(files, {
    set: loaded.set,
    // Only forms are held against it, and it takes longer than reading a small year.
    digest: files.some(({ form }) => form !== undefined) ? digestOf(loaded.set, ports.sha256) : '',
    period: period ?? periodOfPlain(files),
    region,
  });
  faults.push(...forms.faults);
  const read = readYearData(forms.files, loaded.set, period === undefined ? {} : { period });
  if (!read.ok) faults.push(...read.error);
  if (faults.length > 0 || !read.ok) {
    return failure({ kind: 'faults', faults: faults.sort(compareFaults) });
  }
  const findings = [...forms.findings, ...findFindings(read.value, loaded.set)];
  return success({ data: read.value, findings });
}

/** The period that files other than forms say, which the forms then have to be of. */
function periodOfPlain(files: readonly DataFile[]): string | undefined {
  const said = files.find(({ form, period }) => form === undefined && period !== undefined);
  return said?.period === undefined ? undefined : readPeriod(said.period.text);
}
