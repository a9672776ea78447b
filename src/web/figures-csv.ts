import { csvLine } from '../domain/kernel/csv-line.js';
import { EVENT_FIELDS } from '../domain/preview/index.js';
import { isBlankEvent } from './draft-events.js';
import { toInput, type Draft } from './draft.js';

/** A table to be taken away, as the program and the command line read it again. */
export interface FiguresTable {
  readonly name: string;
  readonly text: string;
  readonly rows: number;
}

/** Excel knows by it that a CSV is UTF-8. */
const BOM = '\uFEFF';

/** What is filled in, as CSV tables: 填报数据, 目标备案, 自评, 加分扣分事项; those that would be empty left out. */
export function figuresTables(draft: Draft, region: string): readonly FiguresTable[] {
  const { metrics = {}, targets = {}, self = {}, source } = toInput(draft);
  const texts = (cell: unknown, fields: readonly string[]): readonly string[] => {
    const given = cell as Readonly<Record<string, string | undefined>>;
    return fields.map((field) => given[field] ?? '');
  };
  const values = Object.entries(metrics).flatMap(([period, byMetric]) =>
    Object.entries(byMetric).map(([metric, cell]) => {
      const [value = '', status = '', own = '', verifier = '', reason = ''] = texts(cell, [
        'value',
        'status',
        'source',
        'verifier',
        'reason',
      ]);
      const stated = own === '' && typeof source === 'string' ? source : own;
      const publication = texts(cell, ['issuer', 'document', 'date', 'sample']);
      return [region, period, metric, value, status, stated, verifier, reason, ...publication];
    }),
  );
  const filed = Object.entries(targets).map(([metric, cell]) => [
    region,
    metric,
    ...texts(cell, ['value', 'source', 'verifier']),
  ]);
  const marks = Object.entries(self).map(([indicator, cell]) => [
    region,
    indicator,
    '自评',
    ...texts(cell, ['points', 'reason', 'evidence', 'date']),
  ]);
  const register = draft.events
    .filter((event) => !isBlankEvent(event))
    .map(({ fields }) => [region, ...EVENT_FIELDS.map((field) => fields[field])]);
  const heads = {
    填报数据: [
      ...(['地区', '期间', '填报数据', '数值', '状态', '来源', '核验人', '理由'] as const),
      ...(['发布单位', '文件', '日期', '样本量'] as const),
    ],
    目标备案: ['地区', '填报数据', '目标值', '来源', '核验人'],
    自评: ['地区', '指标', '环节', '得分', '理由', '佐证', '日期'],
    事项: [
      ...([
        '地区',
        '编号',
        '事项类别',
        '级别',
        '同一事项',
        '份额',
        '发生日期',
        '认定日期',
      ] as const),
      ...(['认定机关', '认定文件', '摘要'] as const),
    ],
  };
  return (
    [
      ['填报数据', heads.填报数据, values],
      ['目标备案', heads.目标备案, filed],
      ['自评', heads.自评, marks],
      ['加分扣分事项', heads.事项, register],
    ] as const
  )
    .filter(([, , rows]) => rows.length > 0)
    .map(([name, head, rows]) => ({
      name,
      rows: rows.length,
      text: BOM + [head, ...rows].map(csvLine).join(''),
    }));
}
