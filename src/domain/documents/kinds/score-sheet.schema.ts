import * as z from 'zod';
import { chartPart } from '../charts/chart.schema.js';
import { baseShape, fields, flag, list } from '../document-model.schema.js';
import { columnPart, findingPart, regionResultPart } from '../parts/result.schema.js';

/** 得分汇总表 and 评分明细表. */
export const scoreSheetSchema = fields(
  {
    ...baseShape,
    regions: list(regionResultPart, '各单位的结果；指定了单位时只有它'),
    columns: list(columnPart, '汇总表各栏'),
    hasGrades: flag('分等级'),
    hasGroups: flag('分组'),
    findings: list(findingPart, '数据核对意见'),
    method: list(z.string(), '计分与排名方法'),
    charts: list(chartPart, '排名图（有总分时）、与上年对照（有上年结果时）；单位多时各分几幅'),
  },
  '得分表',
);

export type ScoreSheet = z.infer<typeof scoreSheetSchema>;
