import type { IndicatorSet } from '../indicators/index.js';
import type { Path, Place } from '../kernel/fault.js';
import { dataNames } from '../metrics/data-names.js';
import type { DataFile, DataRecord, FieldName } from '../metrics/data-record.js';
import { readPeriod } from '../metrics/record-reader.js';
import type { PreviewInput } from './preview-input.js';

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
  const names = dataNames(set);
  const header = files.find(({ period }) => period !== undefined)?.period?.text;
  const period = (header === undefined ? undefined : readPeriod(header)) ?? set.year;
  const metrics: Record<string, Record<string, Cell>> = {};
  const targets: Record<string, Cell> = {};
  const self: Record<string, Cell> = {};
  const events: Cell[] = [];
  const paths = new Map<string, Path>();
  let figures = 0;
  const put = (cells: Record<string, Cell>, id: string, path: Path, read: Stated): void => {
    if (Object.keys(read.cell).length === 0) return;
    if (cells[id] === undefined) {
      cells[id] = read.cell;
      figures += 1;
    }
    for (const field of FIELDS) {
      const step = read.fields.includes(field) ? field : read.fields[0];
      if (step === undefined) continue;
      const key = placeKey(read.record.placeOf(field));
      // A record's own place is that of every field that it lacks: the number comes first.
      if (!paths.has(key) || field === read.fields[0]) paths.set(key, [...path, step]);
    }
  };
  for (const { records, source } of files) {
    for (const record of records) {
      const named = record.fields;
      if (record.kind === 'value') {
        const metric = idOf(names.metrics.find(named.metric ?? ''));
        const id = metric === undefined ? undefined : (set.retired.get(metric) ?? metric);
        const year = named.period === undefined ? period : readPeriod(named.period);
        if (id === undefined || year === undefined || !set.metrics.has(id)) continue;
        const read = stated(record, ['value', 'status', 'source', 'verifier', 'reason'], source);
        put((metrics[year] ??= {}), id, ['metrics', year, id], read);
      } else if (record.kind === 'target') {
        const id = idOf(names.metrics.find(named.metric ?? ''));
        const read = stated(record, ['value', 'source', 'verifier'], source);
        if (id !== undefined) put(targets, id, ['targets', id], read);
      } else if (record.kind === 'mark') {
        const id = idOf(names.nodes.find(named.indicator ?? ''));
        const read = stated(record, ['points', 'reason', 'evidence', 'date'], undefined);
        if (id !== undefined) put(self, id, ['self', id], read);
      } else if (record.kind === 'event') {
        const { cell } = stated(record, EVENT_FIELDS, undefined);
        if (Object.keys(cell).length > 0) figures += 1;
        events.push(cell);
      }
    }
  }
  return {
    input: { period, metrics, targets, self, events },
    figures,
    pathAt: (place) => paths.get(placeKey(place)),
  };
}

type Cell = Readonly<Partial<Record<FieldName, string>>>;

interface Stated {
  readonly record: DataRecord;
  readonly fields: readonly FieldName[];
  readonly cell: Cell;
}

const FIELDS: readonly FieldName[] = [
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
];

const EVENT_FIELDS: readonly FieldName[] = [
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
];

/** The filled fields of a record; a source alone states nothing. */
function stated(
  record: DataRecord,
  fields: readonly FieldName[],
  source: string | undefined,
): Stated {
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
