import { nearestName } from '../../domain/kernel/nearest-name.js';
import type { Fault } from '../../domain/kernel/fault.js';
import type { FieldName, RecordKind } from '../../domain/metrics/data-record.js';
import type { CsvFaultCode } from '../../messages/csv-faults.js';

/** A column of a data table: a field of its records, the filed target, or nothing of ours. */
type Column = FieldName | 'target' | 'ignored';

/** Chinese names of the columns, the one that the messages show first. */
const NAMES: Readonly<Partial<Record<Column, readonly string[]>>> = {
  region: ['地区', '市州', '被考核单位', '地区代号', '行政区划代码'],
  period: ['期间', '年度', '考核年度'],
  metric: ['填报数据', '数据项', '填报项'],
  value: ['数值', '值', '填报值'],
  target: ['目标值', '备案目标', '目标'],
  status: ['状态'],
  source: ['来源', '数据来源'],
  verifier: ['核验人', '核验单位'],
  reason: ['理由', '扣分理由', '原因'],
  indicator: ['指标', '考核指标', '指标名称'],
  stage: ['环节', '评分环节'],
  marker: ['评分单位', '评分人'],
  points: ['得分', '评分', '分数'],
  evidence: ['佐证', '佐证材料'],
  date: ['日期', '评分日期'],
  id: ['编号', '事项编号'],
  kind: ['事项类别', '类别', '事项类型'],
  level: ['级别'],
  matter: ['同一事项', '事项', '事项名称'],
  share: ['份额'],
  occurred: ['发生日期'],
  found: ['认定日期'],
  authority: ['认定机关', '认定单位'],
  document: ['认定文件', '文号', '文件'],
  summary: ['摘要', '内容'],
  issuer: ['发布单位', '发布机关'],
  sample: ['样本量', '样本数'],
  grade: ['等级'],
  rank: ['名次'],
  score: ['总分'],
  ignored: ['序号', '备注', '说明', 'note'],
};

/** Which columns each kind of record has; the needed ones first. */
interface Table {
  readonly label: string;
  readonly needed: readonly Column[];
  readonly optional: readonly Column[];
}

const TABLES: Readonly<Record<Exclude<RecordKind, 'decision'>, Table>> = {
  value: {
    label: '填报数据表',
    needed: ['region', 'metric', 'value'],
    optional: [
      ...(['period', 'status', 'source', 'verifier', 'reason'] as const),
      ...(['issuer', 'document', 'date', 'sample'] as const),
    ],
  },
  mark: {
    label: '评分表',
    needed: ['region', 'indicator', 'stage', 'points'],
    optional: ['marker', 'reason', 'evidence', 'date'],
  },
  event: {
    label: '事项登记表',
    needed: ['id', 'kind', 'region'],
    optional: [
      ...(['level', 'matter', 'share', 'occurred', 'found'] as const),
      ...(['authority', 'document', 'summary'] as const),
    ],
  },
  target: {
    label: '备案目标表',
    needed: ['region', 'metric', 'target'],
    optional: ['source', 'verifier'],
  },
  history: {
    label: '往年结果表',
    needed: ['region', 'period'],
    optional: ['grade', 'rank', 'score'],
  },
};

/** What the header of a table says: the kind of its records, and the field of each column. */
export interface CsvHeader {
  readonly kind: RecordKind;
  /** One for each column: its field; undefined for a column that is skipped. */
  readonly fields: readonly (FieldName | undefined)[];
}

/** Reports a fault of the header at a column's number. */
export type ReportColumn = (code: CsvFaultCode, column: number, facts?: Fault['facts']) => void;

const COLUMN_OF = new Map<string, Column>(
  Object.entries(NAMES).flatMap(([column, names]) =>
    [column, ...names].map((name) => [keyOf(name), column as Column] as const),
  ),
);

/**
 * Reads a header row, in Chinese or in English, in any order.
 *
 * @returns undefined when a fault was reported
 */
export function readHeader(cells: readonly string[], report: ReportColumn): CsvHeader | undefined {
  const codes: CsvFaultCode[] = [];
  const fault: ReportColumn = (code, column, facts) => {
    codes.push(code);
    report(code, column, facts);
  };
  const columns = cells.map((cell, index) => columnOf(cell, index + 1, fault));
  reportTwice(columns, cells, fault);
  const kind = kindOf(columns);
  if (kind === undefined) {
    // A misspelt column is the likelier reason, and it was reported.
    if (codes.length === 0) fault('csv-unknown-kind', 1);
    return undefined;
  }
  const { label, needed, optional } = TABLES[kind];
  for (const column of needed) {
    if (columns.includes(column)) continue;
    fault('csv-missing-column', 1, { kind: label, column: NAMES[column]?.[0] ?? column });
  }
  for (const [index, column] of columns.entries()) {
    const isOurs = column !== undefined && column !== 'ignored';
    if (!isOurs || needed.includes(column) || optional.includes(column)) continue;
    fault('csv-unwanted-column', index + 1, { kind: label, text: cells[index]?.trim() ?? '' });
  }
  if (codes.length > 0) return undefined;
  return { kind, fields: columns.map(fieldOf) };
}

function fieldOf(column: Column | undefined): FieldName | undefined {
  if (column === 'ignored') return undefined;
  return column === 'target' ? 'value' : column;
}

function keyOf(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function columnOf(cell: string, column: number, fault: ReportColumn): Column | undefined {
  if (cell.trim() === '') return undefined;
  const known = COLUMN_OF.get(keyOf(cell));
  if (known === undefined) {
    const near = nearestName(keyOf(cell), COLUMN_OF.keys());
    const text = cell.trim().slice(0, 80);
    fault('csv-unknown-column', column, near === undefined ? { text } : { text, near });
  }
  return known;
}

function reportTwice(
  columns: readonly (Column | undefined)[],
  cells: readonly string[],
  fault: ReportColumn,
): void {
  for (const [index, column] of columns.entries()) {
    const first = columns.indexOf(column);
    if (column === undefined || column === 'ignored' || first === index) continue;
    const text = cells[index]?.trim() ?? '';
    fault('csv-column-twice', index + 1, { text, first: String(first + 1) });
  }
}

/** The column that only one kind of table has tells which it is. */
function kindOf(columns: readonly (Column | undefined)[]): keyof typeof TABLES | undefined {
  const has = (column: Column): boolean => columns.includes(column);
  if (has('points') || has('stage')) return 'mark';
  if (has('kind') || has('share')) return 'event';
  if (has('target')) return 'target';
  if (has('value') || has('metric')) return 'value';
  return has('grade') || has('rank') || has('score') ? 'history' : undefined;
}
