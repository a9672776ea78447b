import type { IndicatorSet } from '../indicators/index.js';
import { comparePlaces, compareText, faultAt, type Fault, type Place } from '../kernel/fault.js';
import type { DataFile, Finding, FormMark } from '../metrics/index.js';
import type { FormFaultCode, FormNoticeCode } from './fault-codes.js';

/** What the forms are held against. */
export interface FormExpectation {
  readonly set: IndicatorSet;
  readonly digest: string;
  /** The period that was asked for, or that other files say. */
  readonly period: string | undefined;
  /** The one region whose form is wanted; any when left out. */
  readonly region?: string | undefined;
}

/** The files that may be read, and why the others may not. */
export interface CheckedForms {
  readonly files: readonly DataFile[];
  readonly faults: readonly Fault[];
  readonly findings: readonly Finding[];
}

/**
 * Refuses by name the forms that are not what they are taken for: another set's, another year's, a
 * neighbour's, the second of two. Files that are no forms pass.
 */
export function checkForms(files: readonly DataFile[], expected: FormExpectation): CheckedForms {
  const faults: Fault[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const sorted = [...files].sort((a, b) => compareText(a.file, b.file));
  const accepted = sorted.filter((file) => {
    const { form } = file;
    if (form === undefined) return true;
    const fault = faultOf(file.file, form, expected) ?? twice(file.file, form, seen);
    if (fault !== undefined) faults.push(fault);
    else if (form.digest !== expected.digest) findings.push(otherVersion(form, expected));
    return fault === undefined;
  });
  for (const { notices } of accepted) {
    for (const { code, place, facts } of notices ?? []) findings.push(noteAt(place, code, facts));
  }
  return { files: accepted, faults: faults.sort(comparePlaces), findings };
}

function faultOf(file: string, form: FormMark, expected: FormExpectation): Fault | undefined {
  const { set } = expected;
  const fault = (code: FormFaultCode, facts: Fault['facts'], place = form.place): Fault =>
    faultAt(place, code, { name: form.name, ...facts });
  if (form.set !== set.id) {
    return fault('workbook-other-set', { found: form.set, expected: set.id });
  }
  const year = expectedPeriod(form, expected);
  if (form.period !== year) {
    return fault('workbook-other-year', { found: form.period, expected: year });
  }
  const units = unitsOf(form, set);
  const own = units.find(({ id }) => id === form.unit);
  if (form.kind !== 'office' && own === undefined) return fault('workbook-unit-unknown', {});
  if (expected.region !== undefined && form.unit !== expected.region) {
    const name = set.regions.all.get(expected.region)?.name ?? expected.region;
    return fault('workbook-unit-unwanted', { expected: name });
  }
  if (own === undefined) return undefined;
  const names = [...own.names, form.name];
  const shown = form.shownNames.find(({ text }) => !names.includes(text));
  if (shown !== undefined) {
    const facts = { found: own.name, expected: shown.text, by: '表头上写的' };
    return fault('workbook-other-region', facts, shown.place);
  }
  const neighbour = namedIn(file, own, units);
  if (neighbour === undefined) return undefined;
  return fault('workbook-other-region', { found: own.name, expected: neighbour, by: '文件名' });
}

/** The period asked for; else the one of the very set that made the form; else the set's year. */
function expectedPeriod(form: FormMark, { set, digest, period }: FormExpectation): string {
  return period ?? (form.digest === digest ? form.period : set.year);
}

interface Unit {
  readonly id: string;
  readonly name: string;
  /** Former names too: a form of last spring may bear one. */
  readonly names: readonly string[];
}

function unitsOf(form: FormMark, set: IndicatorSet): readonly Unit[] {
  if (form.kind === 'department') {
    return [...set.departments].map(([id, name]) => ({ id, name, names: [name] }));
  }
  return set.regions.assessed.map(({ id, name, namings }) => ({
    id,
    name,
    names: [name, ...namings.map((naming) => naming.name)],
  }));
}

/** A file that is named after another unit alone was most likely filled in over that one's form. */
function namedIn(file: string, own: Unit, units: readonly Unit[]): string | undefined {
  const base = (file.split(/[/\\]/).at(-1) ?? '').normalize('NFC');
  if (own.names.some((name) => base.includes(name))) return undefined;
  return units.find((unit) => unit.id !== own.id && unit.names.some((name) => base.includes(name)))
    ?.name;
}

function twice(file: string, form: FormMark, seen: Map<string, string>): Fault | undefined {
  const key = `${form.kind} ${form.unit}`;
  const other = seen.get(key);
  if (other === undefined) {
    seen.set(key, file);
    return undefined;
  }
  const code: FormFaultCode = 'workbook-unit-twice';
  return faultAt(form.place, code, { name: form.name, other });
}

function otherVersion(form: FormMark, { set }: FormExpectation): Finding {
  const { name, version } = form;
  const facts = { name, version, current: set.version };
  return { ...noteAt(form.place, 'workbook-other-version', facts), level: 'warning' };
}

/** Workbooks in folders inside a folder of data, which are not read. */
export function unreadFolders(folders: readonly string[]): readonly Finding[] {
  if (folders.length === 0) return [];
  return [
    {
      level: 'warning',
      code: 'workbook-folder-unread' satisfies FormNoticeCode,
      check: undefined,
      region: undefined,
      metric: undefined,
      facts: { folders: folders.join('、') },
    },
  ];
}

function noteAt(place: Place, code: string, facts: Fault['facts']): Finding {
  const at = `${place.file}${place.sheet === undefined ? '' : ` ${place.sheet}`}：`;
  return {
    level: 'note',
    code,
    check: undefined,
    region: undefined,
    metric: undefined,
    facts: { at, ...facts },
    place,
  };
}
