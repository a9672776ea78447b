import * as z from 'zod';
import { dateSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 自评报告 of one region. */
export const selfReportRecord = z.strictObject({
  number: textSchema.optional().describe('发文字号'),
  signer: textSchema.optional().describe('签发人'),
  date: dateSchema.optional().describe('成文日期'),
  overview: z.array(textSchema).default([]).describe('总体情况，一段一条'),
  measures: z
    .array(
      z.strictObject({ title: textSchema.describe('标题'), text: textSchema.describe('内容') }),
    )
    .default([])
    .describe('主要做法'),
  problems: z.array(textSchema).default([]).describe('存在的问题'),
  plans: z.array(textSchema).default([]).describe('下一步打算'),
  contact: textSchema.optional().describe('联络员和电话'),
});
