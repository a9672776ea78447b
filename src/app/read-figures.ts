import { compareFaults, type Fault, type Path } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import { examineYearData, type DataFile } from '../domain/metrics/index.js';
import { ownRecords, statedFigures, type PreviewInput } from '../domain/preview/index.js';
import { checkForms } from '../domain/workbooks/index.js';
import type { DataLibrary } from '../ports/data-library.js';
import type { Refusal } from './refusal.js';
import type { SetShelf } from './set-shelf.js';

/** A region's figures out of its files, with everything that is wrong with them. */
export interface ReadFigures {
  readonly input: PreviewInput;
  readonly figures: number;
  /** Each fault with the path of the input that stands for its place, where there is one. */
  readonly faults: readonly { readonly fault: Fault; readonly path: Path | undefined }[];
}

/**
 * 读入本地区的数据: what its files state, for a form to be filled with. What they say of other
 * regions is set aside unread; a neighbour's workbook is refused by name.
 */
export async function readFigures(
  shelf: SetShelf,
  request: { readonly set: string; readonly region: string },
  files: { readonly library: DataLibrary; readonly names: readonly string[] },
): Promise<Result<ReadFigures, Refusal>> {
  const opened = await shelf.open(request.set);
  if (!opened.ok) return opened;
  const shelved = opened.value;
  const { set, digest } = shelved;
  const region = set.regions.assessed.find(
    ({ id, code, name }) =>
      id === request.region || code === request.region || name === request.region,
  );
  if (region === undefined) {
    return failure({ kind: 'unknownName', what: 'region', name: request.region, known: [] });
  }
  const read: DataFile[] = [];
  const faults: Fault[] = [];
  for (const name of files.names) {
    const found = await files.library.open(name);
    if (found.status !== 'read') return failure({ kind: 'data', ...found });
    if (found.files.ok) read.push(...found.files.value);
    else faults.push(...found.files.error);
  }
  const forms = checkForms(read, { set, digest, period: undefined, region: region.id });
  const own = shelved.own(region.id);
  const records = ownRecords(forms.files, set, own);
  const examined = examineYearData(records, own);
  const { input, figures, pathAt } = statedFigures(records, set);
  return success({
    input: { ...input, period: examined.data.period },
    figures,
    faults: [...faults, ...forms.faults, ...examined.faults]
      .sort(compareFaults)
      .map((fault) => ({ fault, path: pathAt(fault) })),
  });
}
