import type { Metric } from '../indicators/index.js';
import { EVENTS_TABLE } from './event-table.js';
import type { FormColumn, FormTable } from './form-table.js';
import type { SheetCell } from './workbook.js';

/** The head of the column with ids. */
export const ID_HEAD = '代号';
/** The head of the column with a metric's unit. */
export const UNIT_HEAD = '单位';
/** The head of the column with regions. */
export const REGION_HEAD = '地区';

const VALUE_NOTE =
  '没有数据留空；没有发生写 0；不适用写 不适用，并在「说明」里写理由。百分数写 97.8 或 97.8%，不写 0.978。';
const POINTS_NOTE = '还没有评的留空，留空不是 0 分。不超过满分。';

const id: FormColumn = { head: ID_HEAD, width: 12 };

/** Where a published statistic stands: the last columns of the tables that may ask for one. */
const PUBLICATION: readonly FormColumn[] = [
  {
    head: '发布单位',
    field: 'issuer',
    isInput: true,
    width: 16,
    note: '只有公布的统计值要填：由谁公布，例如 国家统计局。',
  },
  {
    head: '发布文件',
    field: 'document',
    isInput: true,
    width: 24,
    note: '公报、年鉴的名称，有文号的写文号。',
  },
  {
    head: '发布日期',
    field: 'date',
    isInput: true,
    width: 13,
    note: '写成 2015-03-01 或 2015年3月1日。',
  },
  {
    head: '样本量',
    field: 'sample',
    isInput: true,
    width: 10,
    note: '抽样调查得出的写样本数；不是的留空。',
  },
];

/** Every table of every form. */
export const FORM_TABLES: Readonly<Record<FormTable['id'], FormTable>> = {
  values: {
    id: 'values',
    sheet: '填报数据',
    kind: 'value',
    keyField: 'metric',
    nameHead: '填报数据',
    valueHead: '本年值',
    columns: [
      id,
      { head: '填报数据', width: 30 },
      { head: '定义与口径', width: 34 },
      { head: UNIT_HEAD, width: 7 },
      { head: '允许范围', width: 20 },
      { head: '上年值', width: 12 },
      { head: '本年值', field: 'value', isInput: true, width: 16, note: VALUE_NOTE },
      { head: '说明', field: 'reason', isInput: true, width: 26 },
      { head: '佐证编号', field: 'source', isInput: true, width: 16 },
      ...PUBLICATION,
    ],
  },
  targets: {
    id: 'targets',
    sheet: '目标备案',
    kind: 'target',
    keyField: 'metric',
    nameHead: '目标',
    valueHead: '备案目标值',
    columns: [
      id,
      { head: '目标', width: 36 },
      { head: UNIT_HEAD, width: 7 },
      { head: '备案要求', width: 40 },
      { head: '上年值', width: 12 },
      {
        head: '备案目标值',
        field: 'value',
        isInput: true,
        width: 16,
        note: '不备案的留空。低于备案要求的，按要求计分。',
      },
      { head: '备案文件', field: 'source', isInput: true, width: 28 },
    ],
  },
  self: {
    id: 'self',
    sheet: '自评',
    kind: 'mark',
    keyField: 'indicator',
    nameHead: '指标',
    valueHead: '自评得分',
    columns: [
      id,
      { head: '序号', width: 8 },
      { head: '指标', width: 26 },
      { head: '满分', width: 7 },
      { head: '评分标准', width: 46 },
      { head: '需提交材料', width: 24 },
      { head: '自评得分', field: 'points', isInput: true, width: 10, note: POINTS_NOTE },
      { head: '自评说明', field: 'reason', isInput: true, width: 28 },
      { head: '佐证编号', field: 'evidence', isInput: true, width: 16 },
    ],
  },
  marks: {
    id: 'marks',
    sheet: '评分',
    kind: 'mark',
    keyField: 'indicator',
    nameHead: '指标',
    valueHead: '得分',
    columns: [
      id,
      { head: '序号', width: 8 },
      { head: '指标', width: 24 },
      { head: '满分', width: 7 },
      { head: '评分标准', width: 46 },
      { head: REGION_HEAD, field: 'region', width: 12 },
      { head: '评分人', field: 'marker', isInput: true, width: 12 },
      { head: '得分', field: 'points', isInput: true, width: 10, note: POINTS_NOTE },
      {
        head: '扣分理由',
        field: 'reason',
        isInput: true,
        width: 34,
        note: '未得满分的必须写。',
      },
      { head: '佐证材料', field: 'evidence', isInput: true, width: 20 },
    ],
  },
  supplied: {
    id: 'supplied',
    sheet: '提供数据',
    kind: 'value',
    keyField: 'metric',
    nameHead: '填报数据',
    valueHead: '数值',
    columns: [
      id,
      { head: '填报数据', width: 30 },
      { head: '定义与口径', width: 34 },
      { head: UNIT_HEAD, width: 7 },
      { head: REGION_HEAD, field: 'region', width: 12 },
      { head: '上年值', width: 12 },
      { head: '数值', field: 'value', isInput: true, width: 16, note: VALUE_NOTE },
      { head: '说明', field: 'reason', isInput: true, width: 26 },
      { head: '来源文件', field: 'source', isInput: true, width: 26 },
      ...PUBLICATION,
    ],
  },
  events: EVENTS_TABLE,
};

/** Whether a metric is a statistic that somebody has published. */
function isPublished({ type }: Metric): boolean {
  return type === 'published';
}

/** The columns of a table for some metrics: where it was published only if one of them is. */
export function columnsFor(
  { columns }: FormTable,
  metrics: readonly Metric[],
): readonly FormColumn[] {
  return metrics.some(isPublished)
    ? columns
    : columns.filter((column) => !PUBLICATION.includes(column));
}

/** What a row says below the columns of publication: nothing where nothing is published. */
export function publicationCells(metric: Metric): readonly (SheetCell | undefined)[] {
  return isPublished(metric) ? [] : PUBLICATION.map(() => ({ look: 'centre' }));
}

/** What the hint adds where one of some metrics is published. */
export function publicationHint(metrics: readonly Metric[]): string {
  return metrics.some(isPublished) ? '公布的统计值另写发布单位、文件、日期、样本量。' : '';
}

/** The hidden sheet that says whose form it is. */
export const MARK_SHEET = '考衡';
/** The hidden sheet with the choices of the drop-downs. */
export const CHOICES_SHEET = '选项';

/** The keys of the hidden sheet, in their order; what they mean stands beside them. */
export const MARK_KEYS = {
  format: '格式',
  kind: '种类',
  unit: '单位代号',
  name: '单位名称',
  set: '体系',
  version: '版本',
  digest: '摘要',
  period: '期间',
  tables: '表',
} as const;

/** The format of the forms that this program makes and reads. */
export const FORM_FORMAT = '考衡填报表 1';

/** What stands before the unit's name at the head of each sheet. */
export const UNIT_LABELS = {
  region: '被考核单位',
  department: '评分单位',
  office: '填报单位',
} as const;
