import { faultAt, type Fault } from '../kernel/fault.js';
import { cellName } from '../kernel/cell-name.js';
import type { FormFaultCode } from './fault-codes.js';
import type { ImportedSet, ImportNote, SetEdit } from './import-set.js';
import {
  labelAndPoints,
  pointsIn,
  type BaselineRow,
  type WrittenRow,
  type WrittenTable,
} from './read-scoring-table.js';
import { SCORING_COLUMNS, type ScoringColumn } from './scoring-table.js';
import type { SetFiles } from './scoring-workbook.js';

const LEVELS = ['level1', 'level2', 'level3', 'item'] as const;

/** What the table shows and the set's file says in another way. */
const DERIVED: readonly ScoringColumn['key'][] = ['basis', 'method'];

/** Compares the table with the one that was exported; every difference becomes an edit or a note. */
export function editSet(table: WrittenTable, files: SetFiles, faults: Fault[]): ImportedSet {
  const edits = new Map<string, SetEdit>();
  const notes: ImportNote[] = [];
  const known = new Map(table.baseline.map((row) => [row.texts.id ?? '', row] as const));
  const seen = new Set<string>();
  const change = (path: readonly string[], value: unknown): void => {
    edits.set(path.join('/'), { path, value });
  };
  for (const [index, row] of table.rows.entries()) {
    const { id } = row.texts;
    const before = id === undefined ? undefined : known.get(id);
    if (id !== undefined && (before === undefined || seen.has(id))) {
      const code: FormFaultCode =
        before === undefined ? 'workbook-unknown-code' : 'workbook-code-twice';
      faults.push(faultAt(row.place, code, { id }));
    } else if (before === undefined) addLeaf(row, index, table, { change, notes, faults });
    else {
      seen.add(id ?? '');
      compareRow(row, before, { change, notes, faults });
    }
  }
  for (const [id, before] of known) {
    if (seen.has(id)) continue;
    change(nodePath(before.path), undefined);
    notes.push({ kind: 'removed', label: leafLabel(before.texts), text: id, at: undefined });
  }
  return { files, edits: [...edits.values()], built: undefined, notes };
}

interface Collector {
  readonly change: (path: readonly string[], value: unknown) => void;
  readonly notes: ImportNote[];
  readonly faults: Fault[];
}

function compareRow(
  row: WrittenRow,
  before: BaselineRow,
  { change, notes, faults }: Collector,
): void {
  const leaf = nodePath(before.path);
  const label = leafLabel(before.texts);
  const at = cellName(row.place.line, row.place.column);
  for (const { key, head } of SCORING_COLUMNS) {
    const is = row.texts[key] ?? '';
    const was = before.texts[key] ?? '';
    if (is === was) continue;
    const note = { label, text: `${head}：${was} → ${is}`, at };
    if (DERIVED.includes(key) || before.path.length > LEVELS.length) {
      notes.push({ kind: 'ignored', ...note });
      continue;
    }
    notes.push({ kind: 'changed', ...note });
    switch (key) {
      case 'level1':
      case 'level2':
      case 'level3':
      case 'item':
        changeLabel(before, key, is, change);
        break;
      case 'points': {
        const points = pointsIn(is);
        if (points === undefined)
          faults.push(faultAt(row.place, 'workbook-no-points', { text: is, label }));
        else change([...leaf, 'points'], Number(points));
        break;
      }
      case 'lead':
        change([...leaf, 'lead'], is === '' ? undefined : { department: is });
        break;
      case 'co':
        change([...leaf, 'co'], is === '' ? undefined : { departments: namesIn(is) });
        break;
      default:
        change([...leaf, key], is === '' ? undefined : is);
    }
  }
}

/** A block's label carries its points in brackets; the leaf's own do not. */
function changeLabel(
  before: BaselineRow,
  key: (typeof LEVELS)[number],
  text: string,
  change: Collector['change'],
): void {
  const depth = LEVELS.indexOf(key) + 1;
  const path = nodePath(before.path.slice(0, depth));
  if (depth >= before.path.length) {
    if (text !== '') change([...path, 'label'], text);
    return;
  }
  const { label, points } = labelAndPoints(text);
  const old = labelAndPoints(before.texts[key] ?? '');
  if (label !== old.label) change([...path, 'label'], label);
  if (points !== undefined && points !== old.points) change([...path, 'points'], Number(points));
}

/** A row without a code: a new indicator, left to people, below the block of the row above it. */
function addLeaf(
  row: WrittenRow,
  index: number,
  table: WrittenTable,
  { change, notes, faults }: Collector,
): void {
  const { texts } = row;
  const label = leafLabel(texts);
  const points = pointsIn(texts.points);
  const neighbour = table.baseline.find(({ path, texts: other }) =>
    LEVELS.slice(0, path.length - 1).every((key) => (other[key] ?? '') === (texts[key] ?? '')),
  );
  if (points === undefined || label === '' || neighbour === undefined) {
    const code: FormFaultCode =
      points === undefined ? 'workbook-no-points' : 'workbook-no-place-in-tree';
    faults.push(faultAt(row.place, code, { text: texts.points ?? '', label }));
    return;
  }
  const parent = nodePath(neighbour.path.slice(0, -1));
  const id = `added_${String(index + 1)}`;
  change([...parent, 'children', id], {
    label,
    points: Number(points),
    marks: {},
    ...(texts.lead === undefined ? {} : { lead: { department: texts.lead } }),
    ...(texts.co === undefined ? {} : { co: { departments: namesIn(texts.co) } }),
    ...(texts.criterion === undefined ? {} : { criterion: texts.criterion }),
    ...(texts.materials === undefined ? {} : { materials: texts.materials }),
    source: { kind: 'example', note: '由评分细则表新增' },
  });
  notes.push({
    kind: 'added',
    label,
    text: id,
    at: cellName(row.place.line, row.place.column),
  });
}

/** Where a node stands in set.yaml. */
function nodePath(path: readonly string[]): readonly string[] {
  return path.flatMap((id, index) => (index === 0 ? ['indicators', id] : ['children', id]));
}

/** The deepest level that a row names. */
export function leafLabel(texts: WrittenRow['texts']): string {
  return texts.item ?? texts.level3 ?? texts.level2 ?? texts.level1 ?? '';
}

/** The names in a list of offices. */
export function namesIn(text: string): readonly string[] {
  return [...new Set(text.split(/[、,，;；/\n\s]+/).filter((name) => name !== ''))];
}
