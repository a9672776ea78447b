import * as z from 'zod';
import { dateSchema, idSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 整改事项. */
export const rectificationRecord = z.strictObject({
  region: idSchema.describe('地区'),
  indicator: idSchema.optional().describe('失分的指标'),
  problem: textSchema.describe('问题'),
  basis: textSchema.optional().describe('依据条款'),
  owner: textSchema.optional().describe('责任单位'),
  measures: z.array(textSchema).default([]).describe('整改措施'),
  deadline: dateSchema.optional().describe('时限'),
  progress: textSchema.optional().describe('进展'),
  evidence: textSchema.optional().describe('完成证明'),
  status: z
    .enum(['open', 'done', 'reviewed', 'overdue'])
    .default('open')
    .describe('open 整改中；done 已完成待复核；reviewed 已销号；overdue 逾期'),
  review: textSchema.optional().describe('复核结论'),
  reviewedOn: dateSchema.optional().describe('复核日期'),
});
