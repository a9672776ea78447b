import type { IndicatorSet } from '../domain/indicators/index.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import { readPeriod } from '../domain/metrics/index.js';
import { digestOf } from '../domain/scoring/index.js';
import {
  departmentsWithWork,
  departmentWorkbook,
  hasOfficeWork,
  OFFICE_NAME,
  regionWorkbook,
  type FormOptions,
  type PastText,
  type Workbook,
} from '../domain/workbooks/index.js';
import { findRegion } from './find-region.js';
import { loadSet } from './load-set.js';
import { loadPast } from './load-past.js';
import type { WorkbookPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** Which forms to make. */
export interface FormRequest {
  readonly for: 'region' | 'department';
  /** A region's or department's id, code or name; all where it is left out or `all`. */
  readonly unit: string | undefined;
  readonly period: string | undefined;
  /** Data with last year's values, to be shown beside this year's. */
  readonly paths: readonly string[] | undefined;
}

/** One form. */
export interface MadeWorkbook {
  /** What its file is to be called, without ending. */
  readonly name: string;
  readonly content: Uint8Array;
  /** How many there are in all. */
  readonly total: number;
}

interface Form {
  readonly name: string;
  readonly make: () => Workbook;
}

/** 制发填报表: makes the workbooks that regions or departments fill in, one after another. */
export async function* makeWorkbooks(
  ports: WorkbookPorts,
  reference: string,
  request: FormRequest,
): AsyncGenerator<Result<MadeWorkbook, Refusal>> {
  const loaded = await loadSet(ports, reference);
  if (!loaded.ok) {
    yield loaded;
    return;
  }
  const { set } = loaded.value;
  const { paths } = request;
  const period = readPeriod(request.period ?? set.year) ?? set.year;
  let past: PastText = () => undefined;
  if (paths !== undefined && paths.length > 0) {
    const loadedPast = await loadPast(ports, set, paths, period);
    if (!loadedPast.ok) {
      yield loadedPast;
      return;
    }
    past = loadedPast.value;
  }
  const options: FormOptions = { digest: digestOf(set, ports.sha256), period, past };
  const forms = formsOf(set, request, options);
  if (!forms.ok) {
    yield forms;
    return;
  }
  const workbooks = await ports.loadWorkbooks();
  for (const { name, make } of forms.value) {
    const content = await workbooks.write(make());
    yield success({ name, content, total: forms.value.length });
  }
}

function formsOf(
  set: IndicatorSet,
  request: FormRequest,
  options: FormOptions,
): Result<readonly Form[], Refusal> {
  const isAll = request.unit === undefined || request.unit === 'all';
  const forms =
    request.for === 'region'
      ? regionForms(set, isAll ? undefined : request.unit, options)
      : departmentForms(set, isAll ? undefined : request.unit, options);
  return forms.ok ? success(distinct(forms.value)) : forms;
}

function regionForms(
  set: IndicatorSet,
  unit: string | undefined,
  options: FormOptions,
): Result<readonly (Form & { readonly id: string })[], Refusal> {
  const found = unit === undefined ? undefined : findRegion(set, unit);
  if (found?.ok === false) return found;
  const regions = found === undefined ? set.regions.assessed : [found.value];
  return success(
    regions.map((region) => ({
      id: region.id,
      name: region.name,
      make: () => regionWorkbook(set, region, options),
    })),
  );
}

function departmentForms(
  set: IndicatorSet,
  unit: string | undefined,
  options: FormOptions,
): Result<readonly (Form & { readonly id: string })[], Refusal> {
  const office = hasOfficeWork(set)
    ? [{ id: 'office', name: OFFICE_NAME, make: () => departmentWorkbook(set, undefined, options) }]
    : [];
  const all = [
    ...departmentsWithWork(set).map((id) => ({
      id,
      name: set.departments.get(id) ?? id,
      make: () => departmentWorkbook(set, id, options),
    })),
    ...office,
  ];
  if (unit === undefined) return success(all);
  const found = all.find(({ id, name }) => id === unit || name === unit);
  if (found !== undefined) return success([found]);
  const known = all.map(({ id, name }) => `${id}（${name}）`);
  return failure({ kind: 'unknownName', what: 'department', name: unit, known });
}

/** Two of one name are told apart by their ids. */
function distinct(forms: readonly (Form & { readonly id: string })[]): readonly Form[] {
  const names = forms.map(({ name }) => name);
  return forms.map(({ id, name, make }) => {
    const isUnique = names.indexOf(name) === names.lastIndexOf(name);
    return { name: safeName(isUnique ? name : `${name}-${id}`), make };
  });
}

/** No file system minds these. */
function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, '-').replace(/^\.+/, '');
}
