import type { Path, Place } from '../kernel/fault.js';
import type { DataFile, DataRecord, FieldName, RecordKind } from '../metrics/data-record.js';

/** A number or an answer as a page or a program sends it; null and blank are missing. */
export type InputScalar = string | number | boolean | null;

/** A value with what belongs to it, or the value alone. */
export type InputCell<K extends string> =
  InputScalar | { readonly [key in K]?: InputScalar | undefined };

type ByName<T> = Readonly<Record<string, T>>;

/** A number of one period as it is stated. */
export type ValueCell = InputCell<
  | ('value' | 'status' | 'source' | 'verifier' | 'reason')
  // Where a published statistic stands.
  | ('issuer' | 'document' | 'date' | 'sample')
>;
/** A target as it is stated. */
export type TargetCell = InputCell<'value' | 'source' | 'verifier'>;
/** The region's own mark as it is stated. */
export type MarkCell = InputCell<'points' | 'reason' | 'evidence' | 'date'>;

/** What is stated of an event, as the register has it. */
export const EVENT_FIELDS = [
  'id',
  'kind',
  'level',
  'matter',
  'share',
  'occurred',
  'found',
  'authority',
  'document',
  'summary',
] as const;
/** One of the fields of an event. */
export type EventField = (typeof EVENT_FIELDS)[number];

/** What one region states of itself. */
export interface PreviewInput {
  readonly period?: InputScalar | undefined;
  /** Where the numbers come from, unless a value says otherwise. */
  readonly source?: InputScalar | undefined;
  /** By period, then by metric. */
  readonly metrics?: ByName<ByName<ValueCell>> | undefined;
  /** 目标备案, by metric. */
  readonly targets?: ByName<TargetCell> | undefined;
  /** 自评, by indicator. */
  readonly self?: ByName<MarkCell> | undefined;
  /** Events of the register that concern the region. */
  readonly events?: readonly Partial<Record<EventField, InputScalar | undefined>>[] | undefined;
}

/** Tells where a path of the input stands in what was sent. */
export type LocateInput = (path: Path, part: 'key' | 'value') => Place;

/**
 * Makes of what a region states the records that every kind of data file becomes, so that a number
 * typed here means what it means in a file.
 *
 * @param region the id of the region: nothing in the input can speak of another
 * @param file how faults call what was sent
 */
export function inputRecords(
  input: PreviewInput,
  region: string,
  file: string,
  locate: LocateInput,
): DataFile {
  const records: DataRecord[] = [];
  const add = (kind: RecordKind, path: Path, named: Fields, rest: Fields, base: Fields): void => {
    records.push(toRecord({ kind, path, named, rest, base: { region, ...base } }, locate));
  };
  for (const [period, metrics] of Object.entries(input.metrics ?? {})) {
    for (const [metric, cell] of Object.entries(metrics)) {
      add('value', ['metrics', period, metric], { metric }, cellFields(cell, 'value'), { period });
    }
  }
  for (const [metric, cell] of Object.entries(input.targets ?? {})) {
    add('target', ['targets', metric], { metric }, cellFields(cell, 'value'), {});
  }
  for (const [indicator, cell] of Object.entries(input.self ?? {})) {
    const fields = cellFields(cell, 'points');
    add('mark', ['self', indicator], { indicator }, fields, { stage: 'self' });
  }
  for (const [index, event] of (input.events ?? []).entries()) {
    add('event', ['events', index], {}, event, {});
  }
  const period = textOf(input.period);
  return {
    file,
    period: period === undefined ? undefined : { text: period, place: locate(['period'], 'value') },
    source: textOf(input.source),
    records,
  };
}

type Fields = Readonly<Partial<Record<FieldName, InputScalar | undefined>>>;

function cellFields(cell: InputCell<FieldName>, alone: 'value' | 'points'): Fields {
  return typeof cell === 'object' && cell !== null ? cell : { [alone]: cell };
}

/** A record of which a name stands as key, and the rest below it. */
function toRecord(
  record: {
    readonly kind: RecordKind;
    readonly path: Path;
    readonly named: Fields;
    readonly rest: Fields;
    readonly base: Fields;
  },
  locate: LocateInput,
): DataRecord {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const part of [record.base, record.named, record.rest]) {
    for (const [name, value] of Object.entries(part) as [FieldName, InputScalar | undefined][]) {
      const text = textOf(value);
      if (text !== undefined) fields[name] = text;
    }
  }
  return {
    kind: record.kind,
    fields,
    placeOf(field) {
      const isKey = field in record.named;
      const path = field in record.rest ? [...record.path, field] : record.path;
      return latePlace(() => locate(path, isKey ? 'key' : 'value'));
    },
  };
}

/** A place that is looked for when somebody asks: for most records nobody does. */
function latePlace(find: () => Place): Place {
  let found: Place | undefined;
  const place = (): Place => (found ??= find());
  return {
    get file() {
      return place().file;
    },
    get line() {
      return place().line;
    },
    get column() {
      return place().column;
    },
  };
}

function textOf(value: InputScalar | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
