import type { IndicatorSet } from '../indicators/index.js';
import type { Path, Place } from '../kernel/fault.js';
import { dataNames, type DataNames } from '../metrics/data-names.js';
import type { DataFile, DataRecord, FieldName, RecordKind } from '../metrics/data-record.js';
import { readPeriod } from '../metrics/record-reader.js';
import { EVENT_FIELDS, type PreviewInput } from './preview-input.js';

/** What a region's files state, in the shape in which a page types it. */
export interface StatedFigures {
  readonly input: PreviewInput;
  /** How many numbers, targets, marks and events. */
  readonly figures: number;
  /** The path of the input that stands for a place of a file, where there is one. */
  readonly pathAt: (place: Place) => Path | undefined;
}

/**
 * Turns the records of a region's files back into what a page would have typed: the texts as they
 * stand there, faults and all, so that they can be mended where they are seen. Of two records of
 * one number the first counts, and reading them has told of it.
 *
 * @param files what `ownRecords` left
 * @param set the whole set, for the names
 */
export function statedFigures(files: readonly DataFile[], set: IndicatorSet): StatedFigures {
  const header = files.find(({ period }) => period !== undefined)?.period?.text;
  const period = (header === undefined ? undefined : readPeriod(header)) ?? set.year;
  const sheet = newSheet(set, period);
  for (const { records, source, form } of files) {
    // Whose form it is, nobody stated as a source.
    for (const record of records) enter(sheet, record, form === undefined ? source : undefined);
  }
  const { metrics, targets, self, events, figures, paths } = sheet;
  return {
    input: { period, metrics, targets, self, events },
    figures,
    pathAt: (place) => paths.get(placeKey(place)),
  };
}

/** What was read so far. */
interface Sheet {
  readonly set: IndicatorSet;
  readonly names: DataNames;
  readonly period: string;
  readonly metrics: Record<string, Record<string, Cell>>;
  readonly targets: Record<string, Cell>;
  readonly self: Record<string, Cell>;
  readonly events: Cell[];
  readonly paths: Map<string, Path>;
  figures: number;
}

function newSheet(set: IndicatorSet, period: string): Sheet {
  const blank = { metrics: {}, targets: {}, self: {}, events: [], paths: new Map(), figures: 0 };
  return { set, names: dataNames(set), period, ...blank };
}

/** Enters a record at the name that it gives; one whose name is unknown has no field to stand in. */
function enter(sheet: Sheet, record: DataRecord, source: string | undefined): void {
  const { names, set } = sheet;
  const { metric, indicator, period } = record.fields;
  switch (record.kind) {
    case 'value': {
      const named = idOf(names.metrics.find(metric ?? ''));
      const id = named === undefined ? undefined : (set.retired.get(named) ?? named);
      const year = period === undefined ? sheet.period : readPeriod(period);
      if (id === undefined || year === undefined || !set.metrics.has(id)) return;
      put(sheet, (sheet.metrics[year] ??= {}), ['metrics', year, id], stated(record, source));
      return;
    }
    case 'target': {
      const id = idOf(names.metrics.find(metric ?? ''));
      if (id !== undefined) put(sheet, sheet.targets, ['targets', id], stated(record, source));
      return;
    }
    case 'mark': {
      const id = idOf(names.nodes.find(indicator ?? ''));
      if (id !== undefined) put(sheet, sheet.self, ['self', id], stated(record, undefined));
      return;
    }
    case 'event': {
      const { fields, cell } = stated(record, undefined);
      const index = sheet.events.push(cell) - 1;
      sheet.figures += 1;
      for (const field of fields) {
        const key = placeKey(record.placeOf(field));
        if (!sheet.paths.has(key)) sheet.paths.set(key, ['events', index, field]);
      }
      return;
    }
    default:
  }
}

function put(
  sheet: Sheet,
  cells: Record<string, Cell>,
  path: readonly string[],
  { record, fields, cell }: Stated,
): void {
  const id = path.at(-1) ?? '';
  if (Object.keys(cell).length === 0) return;
  if (cells[id] === undefined) {
    cells[id] = cell;
    sheet.figures += 1;
  }
  const [first] = fields;
  for (const field of LOCATED) {
    const step = fields.includes(field) ? field : first;
    if (step === undefined) continue;
    const key = placeKey(record.placeOf(field));
    // A record's own place is that of every field that it lacks: the number comes first.
    if (!sheet.paths.has(key) || field === first) sheet.paths.set(key, [...path, step]);
  }
}

type Cell = Readonly<Partial<Record<FieldName, string>>>;

interface Stated {
  readonly record: DataRecord;
  readonly fields: readonly FieldName[];
  readonly cell: Cell;
}

/** The fields of each kind, the number first. */
const FIELDS: Readonly<Partial<Record<RecordKind, readonly FieldName[]>>> = {
  value: [
    ...(['value', 'status', 'source', 'verifier', 'reason'] as const),
    ...(['issuer', 'document', 'date', 'sample'] as const),
  ],
  target: ['value', 'source', 'verifier'],
  mark: ['points', 'reason', 'evidence', 'date'],
  event: EVENT_FIELDS,
};

/** The fields at which a fault of a form's record can stand. */
const LOCATED: readonly FieldName[] = [
  'metric',
  'indicator',
  'value',
  'points',
  'status',
  'source',
  'verifier',
  'reason',
  'evidence',
  'date',
  'issuer',
  'document',
  'sample',
];

/** The filled fields of a record; a source alone states nothing. */
function stated(record: DataRecord, source: string | undefined): Stated {
  const fields = FIELDS[record.kind] ?? [];
  const filled = fields.flatMap((field) => {
    const text = record.fields[field]?.trim() ?? '';
    return text === '' ? [] : [[field, text] as const];
  });
  const isStated = filled.some(([field]) => field !== 'source' && field !== 'verifier');
  if (!isStated) return { record, fields, cell: {} };
  const cell: Cell = Object.fromEntries(filled);
  const isSourced = !fields.includes('source') || cell.source !== undefined || source === undefined;
  return { record, fields, cell: isSourced ? cell : { ...cell, source } };
}

function idOf(reading: { readonly kind: string; readonly id?: string }): string | undefined {
  return reading.kind === 'known' ? reading.id : undefined;
}

function placeKey({ file, sheet = '', line, column }: Place): string {
  return JSON.stringify([file, sheet, line, column]);
}
