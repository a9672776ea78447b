import { compareFaults } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import { readPeriod, readYearData, type DataFile } from '../domain/metrics/index.js';
import { inputRecords, ownRecords } from '../domain/preview/index.js';
import type { Explain, LocateInput, Preview, PreviewInput } from '../domain/preview/index.js';
import { checkForms } from '../domain/workbooks/index.js';
import type { DataLibrary } from '../ports/data-library.js';
import { openDataFiles } from './open-data-files.js';
import type { Refusal } from './refusal.js';
import type { ShelvedSet } from './set-shelf.js';

/** Whose preview, and what of it. */
export interface PreviewRequest {
  /** The region's id, code or name. */
  readonly region: string;
  readonly explain: Explain;
}

/** What a region typed: its input, and how faults name and find it. */
export interface TypedInput {
  readonly input: PreviewInput;
  /** How many characters it is long. */
  readonly length: number;
  readonly file: string;
  readonly locate: LocateInput;
}

/** A statement that is longer was not typed, and nothing of it is remembered for the next. */
const LONGEST_TYPED = 48 * 1024;

/** 预览: what a region's own statement gives, before anybody has verified it. */
export function previewTyped(
  set: ShelvedSet,
  request: PreviewRequest,
  { input, length, file, locate }: TypedInput,
): Result<Preview, Refusal> {
  const found = findRegion(set, request);
  if (!found.ok) return found;
  const region = found.value;
  const period = readPeriod(String(input.period ?? set.set.year));
  if (period !== undefined && length <= LONGEST_TYPED) {
    const typing = set.typing(region, period);
    const data = typing.read(input);
    if (data !== undefined) return success(typing.preview(data, request.explain));
  }
  return preview(set, region, request.explain, [inputRecords(input, region, file, locate)]);
}

/** The same of files; what they say of other regions is set aside unread. */
export async function previewFiles(
  set: ShelvedSet,
  request: PreviewRequest,
  files: { readonly library: DataLibrary; readonly names: readonly string[] },
  period: string | undefined,
): Promise<Result<Preview, Refusal>> {
  const found = findRegion(set, request);
  if (!found.ok) return found;
  const region = found.value;
  const opened = await openDataFiles(files.library, files.names);
  if (!opened.ok) return opened;
  // A neighbour's form, or last year's, is refused by name before anything in it is read.
  const { digest } = set;
  const forms = checkForms(opened.value.files, {
    set: set.set,
    digest,
    period: period ?? set.set.year,
    region,
  });
  const faults = [...opened.value.faults, ...forms.faults];
  if (faults.length > 0) return failure({ kind: 'faults', faults: faults.sort(compareFaults) });
  const records = ownRecords(forms.files, set.set, set.own(region));
  return preview(set, region, request.explain, records, period);
}

/** The id of the region that is asked for; what of it is to be explained is there. */
function findRegion(
  set: ShelvedSet,
  { region: name, explain }: PreviewRequest,
): Result<string, Refusal> {
  const region = set.set.regions.assessed.find(
    (one) => one.id === name || one.code === name || one.name === name,
  );
  // Who else is assessed stands in the set's description; an error does not tell it.
  if (region === undefined) {
    return failure({ kind: 'unknownName', what: 'region', name, known: [] });
  }
  const unknown = explain === 'all' ? undefined : explain.find((one) => !isLeaf(set, one));
  return unknown === undefined
    ? success(region.id)
    : failure({ kind: 'unknownName', what: 'indicator', name: unknown, known: [] });
}

function isLeaf({ set }: ShelvedSet, id: string): boolean {
  return set.nodes.get(id)?.kind === 'indicator';
}

function preview(
  set: ShelvedSet,
  region: string,
  explain: Explain,
  files: readonly DataFile[],
  period?: string,
): Result<Preview, Refusal> {
  const data = readYearData(files, set.own(region), { period });
  if (!data.ok) return failure({ kind: 'faults', faults: data.error });
  return success(set.preview(region, data.value.period)(data.value, explain));
}
