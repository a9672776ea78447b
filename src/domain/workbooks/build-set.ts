import { faultAt, type Fault } from '../kernel/fault.js';
import { cellName } from '../kernel/cell-name.js';
import { decimal, decimalText, sumDecimals } from '../kernel/decimal.js';
import { leafLabel, namesIn } from './edit-set.js';
import type { ImportedSet, ImportNote, ImportOptions } from './import-set.js';
import { readCriterion } from './read-criterion.js';
import {
  labelAndPoints,
  pointsIn,
  type WrittenRow,
  type WrittenTable,
} from './read-scoring-table.js';

type Plain = Record<string, unknown>;

/** A node on its way into set.yaml. */
interface Draft {
  readonly id: string;
  readonly label: string;
  readonly points: string | undefined;
  readonly children: Map<string, Draft>;
  leaf: Plain | undefined;
}

/** Makes a draft of a set of an office's own table. */
export function buildSet(
  table: WrittenTable,
  { id, year: asked }: ImportOptions,
  faults: Fault[],
): ImportedSet | undefined {
  const year = asked ?? /(?:19|20)\d{2}/.exec(table.title)?.[0];
  const [firstRow] = table.rows;
  if (year === undefined && firstRow !== undefined) {
    faults.push(faultAt(firstRow.place, 'workbook-no-year', { title: table.title }));
    return undefined;
  }
  const departments = new Map<string, string>();
  const metrics: Plain = {};
  const notes: ImportNote[] = [];
  const root: Draft = {
    id: '',
    label: '',
    points: undefined,
    children: new Map(),
    leaf: undefined,
  };
  for (const group of sameIndicator(table.rows)) {
    for (const row of group) {
      const path = pathOf(row, group.length > 1);
      const points = pointsOf(row, group.length > 1);
      const label = path.at(-1)?.label ?? '';
      if (points === undefined) {
        faults.push(
          faultAt(row.place, 'workbook-no-points', { text: row.texts.points ?? '', label }),
        );
        continue;
      }
      const draft = place(root, path);
      const { criterion = '', method = '' } = row.texts;
      const read =
        readCriterion(criterion, draft.id, label, points) ??
        readCriterion(method, draft.id, label, points);
      Object.assign(metrics, read?.metrics ?? {});
      draft.leaf = { ...leafOf(row, label, points, departments), ...(read?.leaf ?? { marks: {} }) };
      notes.push({
        kind: read === undefined ? 'marked' : 'computed',
        label,
        text: wordingOf(row) ?? '',
        at: cellName(row.place.line, row.place.column),
      });
    }
  }
  const built: Plain = {
    language: 1,
    id,
    version: '0.1.0',
    title: table.title === '' ? id : table.title,
    status: 'draft',
    year: Number(year),
    window: { from: `${year ?? ''}-01-01`, to: `${year ?? ''}-12-31` },
    fullPoints: Number(fullPointsOf(root)),
    labels: { example: '示例，待核定' },
    departments: Object.fromEntries([...departments].map(([name, code]) => [code, name])),
    ...(Object.keys(metrics).length === 0 ? {} : { metrics }),
    indicators: plainChildren(root),
    score: { round: 2 },
  };
  return { files: {}, edits: [], built, notes };
}

/** Rows that name one indicator and differ in what is to be done: its parts. */
function sameIndicator(rows: readonly WrittenRow[]): readonly (readonly WrittenRow[])[] {
  const groups = new Map<string, WrittenRow[]>();
  for (const row of rows) {
    const { level1, level2, level3, item } = row.texts;
    const key = JSON.stringify([level1, level2, level3, item]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

interface Step {
  readonly label: string;
  readonly points: string | undefined;
}

function pathOf({ texts }: WrittenRow, isPart: boolean): readonly Step[] {
  const named = [texts.level1, texts.level2, texts.level3, texts.item]
    .filter((text) => text !== undefined)
    .map((text) => labelAndPoints(text.replace(OWN_NUMBER, '')));
  if (!isPart) return named;
  const clause = labelAndPoints(FIRST_CLAUSE.exec(texts.criterion ?? '')?.[0] ?? '').label;
  return [...named, { label: clause.slice(0, 40) || leafLabel(texts), points: undefined }];
}

/** 1. 一、 and （2） before a name: the tree numbers its nodes itself. */
const OWN_NUMBER =
  /^\s*(?:\d+(?:[、．]|\.(?!\d))|[一二三四五六七八九十]+、|[（(][\d一二三四五六七八九十]+[）)])\s*/;

/** Up to the first stop that stands in no brackets. */
const FIRST_CLAUSE = /^(?:[（(][^（）()]*[）)]|[^，,；;。：:（(])+/;

/**
 * What is asked for, and how points are given for it where another column says so: 查阅资料 says how
 * it is looked up, and is no part of it.
 */
function wordingOf({ texts: { criterion, method = '' } }: WrittenRow): string | undefined {
  if (!/[得扣给计加满]\S{0,8}分/.test(method)) return criterion;
  return criterion === undefined || criterion === method ? method : `${criterion}：${method}`;
}

/** The row's own points; those of a merged cell belong to the parts together. */
function pointsOf(row: WrittenRow, isPart: boolean): string | undefined {
  const { texts } = row;
  const own = row.hasOwnPoints || !isPart ? pointsIn(texts.points) : undefined;
  const stated = /[（(](\d+(?:\.\d+)?)分[）)]/.exec((texts.criterion ?? '').normalize('NFKC'))?.[1];
  return own ?? stated ?? labelAndPoints(leafLabel(texts)).points;
}

/** Ids come from the place in the document, never from a name. */
function place(root: Draft, path: readonly Step[]): Draft {
  return path.reduce<Draft>((parent, step, index) => {
    const isLast = index === path.length - 1;
    const known = parent.children.get(step.label);
    // A leaf of the same name is another one.
    if (known !== undefined && !isLast) return known;
    const order = String(parent.children.size + 1);
    const draft: Draft = {
      id: parent.id === '' ? `i${order}` : `${parent.id}_${order}`,
      label: step.label,
      points: isLast ? undefined : step.points,
      children: new Map(),
      leaf: undefined,
    };
    parent.children.set(known === undefined ? step.label : `${step.label} ${order}`, draft);
    return draft;
  }, root);
}

function leafOf(
  row: WrittenRow,
  label: string,
  points: string,
  departments: Map<string, string>,
): Plain {
  const { texts } = row;
  const criterion = wordingOf(row);
  const [lead, ...others] = namesIn(texts.lead ?? '');
  const co = [...others, ...namesIn(texts.co ?? '')].filter((name) => name !== lead);
  const code = (name: string): string => {
    const known = departments.get(name) ?? `d${String(departments.size + 1)}`;
    departments.set(name, known);
    return known;
  };
  return {
    label,
    points: Number(points),
    ...(lead === undefined ? {} : { lead: code(lead) }),
    ...(co.length === 0 ? {} : { co: co.map(code) }),
    ...(texts.materials === undefined ? {} : { materials: texts.materials }),
    ...(criterion === undefined ? {} : { criterion }),
    source: {
      kind: 'example',
      note: ['由评分细则表导入，请核对', texts.basis].filter(Boolean).join('；依据：'),
    },
  };
}

function plainChildren({ children }: Draft): Plain {
  return Object.fromEntries(
    [...children.values()].map((draft) => {
      if (draft.leaf !== undefined && draft.children.size === 0) return [draft.id, draft.leaf];
      return [
        draft.id,
        {
          label: draft.label,
          ...(draft.points === undefined ? {} : { points: Number(draft.points) }),
          children: plainChildren(draft),
        },
      ];
    }),
  );
}

function fullPointsOf(draft: Draft): string {
  const points = [...draft.children.values()].map((child) =>
    child.children.size === 0
      ? decimal(String((child.leaf?.['points'] as number | undefined) ?? 0))
      : decimal(fullPointsOf(child)),
  );
  return decimalText(sumDecimals(points));
}
