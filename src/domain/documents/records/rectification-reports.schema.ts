import * as z from 'zod';
import { dateSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 整改报告 of one region, which its government sends up. */
export const rectificationReportRecord = z.strictObject({
  number: textSchema.optional().describe('发文字号'),
  signer: textSchema.optional().describe('签发人'),
  date: dateSchema.optional().describe('成文日期'),
  overview: z.array(textSchema).default([]).describe('整改工作的总体情况，一段一条'),
  plans: z.array(textSchema).default([]).describe('下一步打算'),
});
