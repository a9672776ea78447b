import * as z from 'zod';
import {
  dateSchema,
  decimalSchema,
  idSchema,
  textSchema,
} from '../../indicators/scalars.schema.js';

/** 实地核查 of one region. */
export const siteVisitRecord = z.strictObject({
  region: idSchema.describe('地区'),
  date: dateSchema.optional().describe('核查日期'),
  places: z.array(textSchema).default([]).describe('核查地点'),
  leader: textSchema.optional().describe('组长'),
  members: z.array(textSchema).default([]).describe('组员'),
  items: z
    .array(
      z.strictObject({
        indicator: idSchema.describe('指标'),
        found: textSchema.optional().describe('核查值'),
        points: decimalSchema.optional().describe('核查得分'),
        evidence: textSchema.optional().describe('证据编号'),
        difference: textSchema.optional().describe('差异说明'),
        reason: textSchema.optional().describe('扣分理由'),
      }),
    )
    .default([])
    .describe('核查事项'),
  praise: z.array(textSchema).default([]).describe('肯定的做法'),
  suggestions: z.array(textSchema).default([]).describe('意见和建议'),
});
