import type { Fault, LocatedDocument, Path } from '../kernel/fault.js';
import { success, type Result } from '../kernel/result.js';
import type { DataFile, DataRecord, FieldName, RecordKind } from './data-record.js';
import type { DataInput } from './data.schema.js';
import { readDataShape } from './read-data-shape.js';
import { STAGES } from './read-marks.js';

type Scalar = string | number | boolean | null | undefined;
/** A field as text, and the path at which it stands. */
type Field = readonly [name: FieldName, value: Scalar, path: Path];

/**
 * Takes a parsed YAML data file apart into records.
 *
 * @returns its records and header, or all faults of its shape
 */
export function readDataDocument(document: LocatedDocument): Result<DataFile, readonly Fault[]> {
  const shape = readDataShape(document);
  if (!shape.ok) return shape;
  const input = shape.value;
  const period = textOf(input.period);
  const record = (kind: RecordKind, fields: readonly Field[]) => toRecord(kind, fields, document);
  return success({
    file: document.file,
    period: period === undefined ? undefined : { text: period, place: document.locate(['period']) },
    source: textOf(input.source),
    records: [
      ...valueFields(input).map((fields) => record('value', fields)),
      ...targetFields(input).map((fields) => record('target', fields)),
      ...markFields(input).map((fields) => record('mark', fields)),
      ...eventFields(input).map((fields) => record('event', fields)),
      ...historyFields(input).map((fields) => record('history', fields)),
      ...decisionFields(input).map((fields) => record('decision', fields)),
    ],
  });
}

/** A record of those fields that are there; a field's own path is its place. */
function toRecord(
  kind: RecordKind,
  fields: readonly Field[],
  document: LocatedDocument,
): DataRecord {
  const texts: Partial<Record<FieldName, string>> = {};
  const paths = new Map<FieldName, Path>();
  for (const [name, value, path] of fields) {
    const text = textOf(value);
    if (text !== undefined) texts[name] = text;
    paths.set(name, path);
  }
  const [first] = paths.values();
  return {
    kind,
    fields: texts,
    placeOf(field) {
      const path = paths.get(field) ?? first ?? [];
      // A name stands in the file as a key of the map above what it names.
      const isKey = texts[field] === path.at(-1) && KEYED.has(field);
      return document.locate(path, isKey ? 'key' : 'value');
    },
  };
}

const KEYED: ReadonlySet<FieldName> = new Set([
  'region',
  'period',
  'metric',
  'indicator',
  'stage',
  'marker',
]);

function textOf(value: Scalar): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  return String(value);
}

/** The entries of a map that may be left empty. */
function entriesOf<T>(map: Readonly<Record<string, T>> | null | undefined) {
  return Object.entries(map ?? {});
}

/** The fields of something written in full; of a bare scalar the one that it is. */
function cellFields<N extends FieldName>(
  cell: Scalar | Readonly<Partial<Record<N, Scalar>>>,
  bare: N,
  names: readonly N[],
  path: Path,
): readonly Field[] {
  if (typeof cell !== 'object' || cell === null) return [[bare, cell, path]];
  return names.map((name) => [name, cell[name], [...path, name]]);
}

function valueFields(input: DataInput): readonly (readonly Field[])[] {
  return entriesOf(input.metrics).flatMap(([period, regions]) =>
    entriesOf(regions).flatMap(([region, metrics]) =>
      entriesOf(metrics).map(([metric, cell]): readonly Field[] => {
        const path = ['metrics', period, region, metric];
        const names = [
          ...(['value', 'status', 'source', 'verifier', 'reason'] as const),
          ...(['issuer', 'document', 'date', 'sample'] as const),
        ] as const;
        return [
          ['metric', metric, path],
          ['period', period, path.slice(0, 2)],
          ['region', region, path.slice(0, 3)],
          ...cellFields(cell, 'value', names, path),
        ];
      }),
    ),
  );
}

function targetFields(input: DataInput): readonly (readonly Field[])[] {
  return entriesOf(input.targets).flatMap(([region, metrics]) =>
    entriesOf(metrics).map(([metric, cell]): readonly Field[] => {
      const path = ['targets', region, metric];
      return [
        ['metric', metric, path],
        ['region', region, path.slice(0, 2)],
        ...cellFields(cell, 'value', ['value', 'source', 'verifier'], path),
      ];
    }),
  );
}

const MARK_FIELDS = ['points', 'reason', 'evidence', 'date'] as const;

function markFields({ marks }: DataInput): readonly (readonly Field[])[] {
  if (Array.isArray(marks)) {
    const names = ['region', 'indicator', 'stage', 'marker', ...MARK_FIELDS] as const;
    return marks.map((mark, index) => cellFields(mark, 'points', names, ['marks', index]));
  }
  return entriesOf(marks).flatMap(([stage, below]) => {
    const path = ['marks', stage];
    const head: readonly Field[] = [['stage', stage, path]];
    // A region marks itself: there is no level for the marker.
    if (STAGES[stage] === 'self') {
      return markerFields(head, below as MarksOfMarker | null, path);
    }
    return entriesOf(below as Record<string, MarksOfMarker | null> | null).flatMap(
      ([marker, indicators]) => {
        const markerPath = [...path, marker];
        return markerFields([...head, ['marker', marker, markerPath]], indicators, markerPath);
      },
    );
  });
}

type PointsCell = Scalar | Readonly<Partial<Record<(typeof MARK_FIELDS)[number], Scalar>>>;
type MarksOfMarker = Readonly<Record<string, Readonly<Record<string, PointsCell>> | null>>;

function markerFields(
  head: readonly Field[],
  indicators: MarksOfMarker | null,
  above: Path,
): readonly (readonly Field[])[] {
  return entriesOf(indicators).flatMap(([indicator, regions]) =>
    entriesOf(regions).map(([region, cell]): readonly Field[] => {
      const path = [...above, indicator, region];
      return [
        ['region', region, path],
        ['indicator', indicator, path.slice(0, -1)],
        ...head,
        ...cellFields(cell, 'points', MARK_FIELDS, path),
      ];
    }),
  );
}

const EVENT_FIELDS = [
  ...(['id', 'kind', 'level', 'matter', 'occurred'] as const),
  ...(['found', 'authority', 'document', 'summary'] as const),
] as const;

function eventFields({ events }: DataInput): readonly (readonly Field[])[] {
  return (events ?? []).flatMap((event, index) => {
    const path = ['events', index];
    const common: readonly Field[] = EVENT_FIELDS.map((name) => [
      name,
      event[name],
      [...path, name],
    ]);
    const regions = event.regions;
    const list = [...path, 'regions'];
    const concerned: readonly (readonly Field[])[] = Array.isArray(regions)
      ? regions.map((region, position) => [['region', region, [...list, position]]])
      : entriesOf(regions).map(([region, share]) => [
          ['region', region, [...list, region]],
          ['share', share, [...list, region]],
        ]);
    // An event of nobody is still held against the set, which then misses the region.
    return (concerned.length === 0 ? [[]] : concerned).map((fields) => [...common, ...fields]);
  });
}

function historyFields(input: DataInput): readonly (readonly Field[])[] {
  return entriesOf(input.history).flatMap(([period, regions]) =>
    entriesOf(regions).map(([region, past]): readonly Field[] => {
      const path = ['history', period, region];
      return [
        ['region', region, path],
        ['period', period, path.slice(0, 2)],
        ...cellFields(past ?? {}, 'grade', ['grade', 'rank', 'score'], path),
      ];
    }),
  );
}

function decisionFields({ decisions }: DataInput): readonly (readonly Field[])[] {
  return (decisions ?? []).map((decision, index) => [
    [
      'regions',
      decision.regions.map((one) => textOf(one) ?? '').join('、'),
      ['decisions', index, 'regions'],
    ],
    ['document', decision.document, ['decisions', index, 'document']],
    ['reason', decision.reason, ['decisions', index, 'reason']],
  ]);
}
