import { readPeriod } from '../domain/metrics/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { PreviewInput } from '../domain/preview/index.js';
import { fillRegionForm, regionWorkbook } from '../domain/workbooks/index.js';
import type { WorkbookPorts } from './ports.js';
import type { Refusal } from './refusal.js';
import type { SetShelf } from './set-shelf.js';

/** A region's form, to be saved under a name. */
export interface FilledForm {
  readonly name: string;
  readonly content: Uint8Array;
}

/** 带走填报表: the region's workbook with what it has stated, to be sent or to go on with. */
export async function fillForm(
  shelf: SetShelf,
  loadWorkbooks: WorkbookPorts['loadWorkbooks'],
  request: { readonly set: string; readonly region: string },
  input: PreviewInput,
): Promise<Result<FilledForm, Refusal>> {
  const opened = await shelf.open(request.set);
  if (!opened.ok) return opened;
  const { set, digest } = opened.value;
  const { region: name } = request;
  const region = set.regions.assessed.find(
    (one) => one.id === name || one.code === name || one.name === name,
  );
  if (region === undefined)
    return failure({ kind: 'unknownName', what: 'region', name, known: [] });
  const period = readPeriod(String(input.period ?? set.year)) ?? set.year;
  const events = (input.events ?? []).map(({ id }) => String(id ?? '').trim());
  const form = regionWorkbook(set, region, { digest, period, past: () => undefined, events });
  const workbooks = await loadWorkbooks();
  const content = await workbooks.write(fillRegionForm(form, input, set, period));
  return success({ name: `${region.name}.xlsx`, content });
}
