import * as z from 'zod';
import { dateSchema, idSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 目标备案 of one region; the targets themselves stand in the year's data. */
export const targetFilingRecord = z.strictObject({
  date: dateSchema.optional().describe('填报日期'),
  filler: textSchema.optional().describe('填报人'),
  approver: textSchema.optional().describe('审核人'),
  contact: textSchema.optional().describe('联系电话'),
  items: z
    .array(
      z.strictObject({
        metric: idSchema.describe('填报数据'),
        basis: textSchema.optional().describe('测算依据'),
        opinion: textSchema.optional().describe('牵头部门意见'),
      }),
    )
    .default([])
    .describe('逐项的依据和意见'),
  acceptance: textSchema.optional().describe('备案意见'),
  accepted: dateSchema.optional().describe('备案日期'),
});
