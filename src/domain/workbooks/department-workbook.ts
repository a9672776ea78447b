import type { Indicator, IndicatorSet, Metric, Region } from '../indicators/index.js';
import { compareText } from '../kernel/fault.js';
import type { FormTable } from './form-table.js';
import {
  columnsFor,
  FORM_TABLES,
  publicationCells,
  publicationHint,
  UNIT_LABELS,
} from './form-tables.js';
import { formLines, periodWords } from './form-lines.js';
import { formWorkbook, type FormIdentity } from './form-workbook.js';
import { answerCell, metricRule, pastCell } from './metric-cells.js';
import { definitionOf, indicatorCells, pointsRule, type FormOptions } from './region-workbook.js';
import { tableSheet, type TableSheet } from './table-sheet.js';
import type { Sheet, SheetCell, Workbook } from './workbook.js';

/** What the office itself supplies: what belongs to no department. */
export const OFFICE_NAME = '考核办公室';

/** The departments that have something to mark or to supply, in the set's order. */
export function departmentsWithWork(set: IndicatorSet): readonly string[] {
  return [...set.departments.keys()].filter(
    (id) => markedBy(set, id).length > 0 || suppliedBy(set, id).length > 0,
  );
}

/** Whether something is supplied by nobody but the office. */
export function hasOfficeWork(set: IndicatorSet): boolean {
  return suppliedBy(set, undefined).length > 0;
}

/**
 * 部门评分表: what one department fills in for all regions: its marks, and the metrics that it
 * supplies. Without a department it is the office's own.
 */
export function departmentWorkbook(
  set: IndicatorSet,
  department: string | undefined,
  options: FormOptions,
): Workbook {
  const kind = department === undefined ? 'office' : 'department';
  const name =
    department === undefined ? OFFICE_NAME : (set.departments.get(department) ?? department);
  const identity: FormIdentity = {
    kind,
    unit: department ?? '',
    name,
    set: set.id,
    version: set.version,
    digest: options.digest,
    period: options.period,
  };
  const words = periodWords(set, options.period);
  const lines = formLines(UNIT_LABELS[kind], name, words);
  const marked = department === undefined ? [] : markedBy(set, department);
  const supplied = suppliedBy(set, department);
  const regions = [...set.regions.assessed].sort(byCode);
  const tables: { readonly id: FormTable['id']; readonly sheet: Sheet }[] = [];
  if (marked.length > 0) {
    tables.push({ id: 'marks', sheet: marksSheet(set, marked, regions, lines) });
  }
  if (supplied.length > 0) {
    tables.push({ id: 'supplied', sheet: suppliedSheet(set, supplied, regions, lines, options) });
  }
  return formWorkbook(`${name}质量工作考核评分表`, guide(set, name, words), tables, identity);
}

/** Its indicators: where it leads, and where it marks beside the lead. */
function markedBy(set: IndicatorSet, department: string): readonly Indicator[] {
  return [...set.nodes.values()].filter(
    (node): node is Indicator =>
      node.kind === 'indicator' &&
      node.marking !== undefined &&
      (node.lead === department || (node.marking.joint !== 'lead' && node.co.includes(department))),
  );
}

function suppliedBy(set: IndicatorSet, department: string | undefined): readonly Metric[] {
  return [...set.metrics.values()].filter(
    (metric) =>
      metric.type !== 'computed' &&
      metric.supplier !== 'region' &&
      metric.department === department,
  );
}

function byCode(a: Region, b: Region): number {
  return compareText(a.code ?? a.id, b.code ?? b.id);
}

function guide(set: IndicatorSet, name: string, words: string): readonly string[] {
  return [
    `考核方案：${set.title}（${set.version}）`,
    `填表单位：${name}　　考核年度：${words}`,
    ...(set.disclaimer === undefined ? [] : [`【${set.disclaimer}】`]),
    '一、只填淡黄色的格子，其余已锁定。每张表要填的列，表头是橙色的。',
    '二、「评分」：每个指标、每个地区一行。得分不超过满分；未得满分的必须写扣分理由；还没有评的留空，留空不是 0 分。',
    '三、「提供数据」：由本单位提供的各地区数据。没有数据留空，没有发生写 0，不适用写 不适用 并说明理由；有全省合计行的，一并填写，用来核对。',
    '四、可以筛选、排序、插入列；不要删改表头、代号和地区名。',
    '五、填好后保存为 .xlsx（Excel 工作簿），以本单位的名称为文件名报送。',
  ];
}

function marksSheet(
  set: IndicatorSet,
  leaves: readonly Indicator[],
  regions: readonly Region[],
  lines: TableSheet['lines'],
): Sheet {
  const table = FORM_TABLES.marks;
  const hasRaters = leaves.some(({ marking }) => marking?.raters !== undefined);
  const columns = table.columns.filter(({ field }) => hasRaters || field !== 'marker');
  const pairs = leaves.flatMap((leaf) => {
    // A rating by several people takes as many rows as it needs people.
    const raters = leaf.marking?.raters?.atLeast ?? 1;
    return regions
      .filter(({ id }) => !leaf.notApplicable.regions.has(id))
      .flatMap((region) => Array.from({ length: raters }, () => ({ leaf, region })));
  });
  return tableSheet({
    name: table.sheet,
    title: `${set.title}　部门评分表`,
    lines,
    hint: '未得满分的必须写扣分理由。还没有评的留空，留空不是 0 分。可用表头的筛选只看一个地区或一个指标。',
    columns,
    nameHead: table.nameHead,
    rows: pairs.map(({ leaf, region }) => [
      ...indicatorCells(leaf),
      { look: 'centre', text: region.name },
    ]),
    validations: pairs.map(({ leaf }, row) => ({
      head: table.valueHead,
      row,
      ...pointsRule(leaf),
    })),
  });
}

function suppliedSheet(
  set: IndicatorSet,
  metrics: readonly Metric[],
  regions: readonly Region[],
  lines: TableSheet['lines'],
  { past }: FormOptions,
): Sheet {
  const table = FORM_TABLES.supplied;
  const { total } = set.regions;
  const totalled = new Set(
    set.checks.flatMap(({ rule }) => (rule.kind === 'regionsTotal' ? [rule.metric] : [])),
  );
  const pairs = metrics.flatMap((metric) => [
    ...regions.map(({ id, name }) => ({ metric, id, name })),
    ...(total !== undefined && totalled.has(metric.id)
      ? [{ metric, id: total.id, name: total.name }]
      : []),
  ]);
  return tableSheet({
    name: table.sheet,
    title: `${set.title}　部门提供的数据`,
    lines,
    hint: `没有数据留空，没有发生写 0，不适用写 不适用 并说明理由。「来源文件」写数据出自哪份文件。${publicationHint(metrics)}`,
    columns: columnsFor(table, metrics),
    nameHead: table.nameHead,
    rows: pairs.map(({ metric, id, name }): readonly (SheetCell | undefined)[] => [
      { look: 'faint', text: metric.id },
      { look: 'text', text: metric.label },
      { look: 'text', text: definitionOf(metric) },
      { look: 'centre', text: metric.unit ?? '' },
      { look: 'centre', text: name },
      pastCell(metric, past(id, metric.id)),
      answerCell(metric),
      undefined,
      undefined,
      ...publicationCells(metric),
    ]),
    validations: pairs.flatMap(({ metric }, row) => {
      const rule = metricRule(metric);
      return rule === undefined ? [] : [{ head: table.valueHead, row, ...rule }];
    }),
  });
}
