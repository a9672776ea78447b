import * as z from 'zod';
import {
  dateSchema,
  decimalSchema,
  idSchema,
  textSchema,
} from '../../indicators/scalars.schema.js';

/** 复核意见. */
const rulingRecord = z.strictObject({
  number: textSchema.optional().describe('文号'),
  result: z
    .enum(['upheld', 'partly', 'rejected'])
    .describe('upheld 采纳；partly 部分采纳；rejected 不予采纳'),
  points: decimalSchema.optional().describe('复核后的得分'),
  reason: textSchema.describe('理由'),
  document: textSchema.optional().describe('依据'),
  date: dateSchema.optional().describe('日期'),
});

/** 复核申请, on one indicator. */
export const appealRecord = z.strictObject({
  region: idSchema.describe('申请的地区'),
  indicator: idSchema.describe('申请复核的指标'),
  claim: textSchema.describe('申请事项'),
  reason: textSchema.describe('事实和理由'),
  evidence: z.array(textSchema).default([]).describe('佐证材料'),
  claimed: decimalSchema.optional().describe('申请认定的得分'),
  filed: dateSchema.optional().describe('申请日期'),
  ruling: rulingRecord.optional().describe('复核意见'),
});
