import { compareFaults, type Fault } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import {
  findFindings,
  readYearData,
  type DataFile,
  type Finding,
  type YearData,
} from '../domain/metrics/index.js';
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

/** Opens and reads a year's data: all faults of all files at once. */
export async function loadYear(
  ports: Ports,
  loaded: LoadedSet,
  { paths, period }: DataChoice,
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
  const read = readYearData(files, loaded.set, period === undefined ? {} : { period });
  if (!read.ok) faults.push(...read.error);
  if (faults.length > 0 || !read.ok) {
    return failure({ kind: 'faults', faults: faults.sort(compareFaults) });
  }
  return success({ data: read.value, findings: findFindings(read.value, loaded.set) });
}
