import type { IndicatorSet, Region } from '../indicators/index.js';
import { compareFaults, faultAt, type Fault } from '../kernel/fault.js';
import { PERIOD_PATTERN } from '../kernel/period.js';
import type { DataNames } from './data-names.js';
import type { DataRecord, FieldName } from './data-record.js';
import type { DataFaultCode } from './fault-codes.js';
import type { Names } from './names.js';
import { readDate } from './read-date.js';
import { answerKind, halfWidth, readNumber, type NumberReading } from './read-number.js';

type Facts = Readonly<Record<string, string>>;

/** The longest text of a record: a reason is some sentences, not a file. */
const MAX_TEXT = 4000;

/** The most faults that are told of one year's data. */
const MAX_FAULTS = 500;

/** What every record is read against, and where its faults go. */
export interface ReadContext {
  readonly set: IndicatorSet;
  readonly names: DataNames;
  /** The period of the year's data. */
  readonly period: string;
  readonly faults: Fault[];
}

/** Reads one record's fields; what is wrong is reported, and the field counts as not there. */
export interface RecordReader {
  /** The trimmed text of a field in Unicode's normal form C; undefined for a blank one. */
  text(field: FieldName): string | undefined;
  /** A text that has to be there. */
  required(field: FieldName): string | undefined;
  fault(code: DataFaultCode, field: FieldName, facts?: Facts): undefined;
  /** The id that a field's name stands for. */
  name(field: FieldName, names: Names, code: DataFaultCode, facts?: Facts): string | undefined;
  /** A region that is assessed this year. */
  assessedRegion(field?: FieldName): Region | undefined;
  date(field: FieldName): string | undefined;
  /** A number in the form that is hashed. */
  number(field: FieldName, unit?: string): (NumberReading & { readonly ok: true }) | undefined;
  period(fallback: string): string | undefined;
}

/** A reader over one record. */
export function createRecordReader(record: DataRecord, context: ReadContext): RecordReader {
  const { set, names } = context;
  const fault = (code: DataFaultCode, field: FieldName, facts: Facts = {}): undefined => {
    context.faults.push(faultAt(record.placeOf(field), code, { field, ...record.row, ...facts }));
  };
  const text = (field: FieldName): string | undefined => {
    const written = record.fields[field]?.normalize('NFC').trim();
    if (written === undefined || written === '') return undefined;
    return written.length > MAX_TEXT
      ? fault('data-text-long', field, { limit: String(MAX_TEXT) })
      : written;
  };
  const required = (field: FieldName): string | undefined => {
    const written = text(field);
    // A text that is too long was reported already.
    const isBlank = (record.fields[field] ?? '').trim() === '';
    return isBlank ? fault('data-missing-field', field) : written;
  };
  const name: RecordReader['name'] = (field, known, code, facts = {}) => {
    const written = required(field);
    if (written === undefined) return undefined;
    const reading = known.find(written);
    if (reading.kind === 'known') return reading.id;
    if (reading.kind === 'ambiguous') {
      return fault('data-ambiguous-name', field, { text: written, ids: reading.ids.join('、') });
    }
    return fault(code, field, { ...facts, text: written, ...near(reading.near) });
  };
  return {
    text,
    required,
    fault,
    name,
    assessedRegion(field = 'region') {
      const id = name(field, names.regions, 'data-unknown-region');
      if (id === undefined) return undefined;
      const region = set.regions.assessed.find((one) => one.id === id);
      if (region !== undefined) return region;
      const label = set.regions.all.get(id)?.name ?? set.regions.total?.name ?? id;
      return id === set.regions.total?.id
        ? fault('data-total-unwanted', field, { region: label })
        : fault('data-region-not-assessed', field, { region: label });
    },
    date(field) {
      const written = text(field);
      if (written === undefined) return undefined;
      return readDate(written) ?? fault('data-bad-date', field, { text: written });
    },
    number(field, unit) {
      const written = required(field);
      if (written === undefined) return undefined;
      const facts = { text: written, unit: unit ?? '' };
      if (answerKind(written) === 'unclear') return fault('data-value-none', field, facts);
      const reading = readNumber(written, unit);
      return reading.ok ? reading : fault(reading.code, field, facts);
    },
    period(fallback) {
      const written = text('period');
      if (written === undefined) return fallback;
      return readPeriod(written) ?? fault('data-bad-period', 'period', { text: written });
    },
  };
}

/**
 * Reads a period: 2024, 2024年, 2024年度, 2025-H1, 2023-Q1-Q3, 2014-2015.
 *
 * @returns its id, or undefined
 * @example readPeriod('2025-h1') // '2025-H1'
 */
export function readPeriod(text: string): string | undefined {
  const period = halfWidth(text)
    .replace(/^(\d{4})年度?$/, '$1')
    .replace(/-[hqm](?=\d)/g, (part) => part.toUpperCase());
  return period.length <= 40 && PERIOD_PATTERN.test(period) ? period : undefined;
}

/** Sorted, and no more than a person can read. */
export function listFaults(faults: readonly Fault[]): readonly Fault[] {
  const sorted = [...faults].sort(compareFaults);
  const last = sorted[MAX_FAULTS - 1];
  if (last === undefined || sorted.length === MAX_FAULTS) return sorted;
  const code: DataFaultCode = 'data-more-faults';
  const count = String(sorted.length - MAX_FAULTS);
  return [...sorted.slice(0, MAX_FAULTS), faultAt(last, code, { count })];
}

/** The fact that suggests a name, where one is near. */
export function near(name: string | undefined): Facts {
  return name === undefined ? {} : { near: name };
}
