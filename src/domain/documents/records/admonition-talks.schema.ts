import * as z from 'zod';
import { dateSchema, idSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 约谈. */
export const admonitionTalkRecord = z.strictObject({
  region: idSchema.describe('被约谈的地区'),
  date: dateSchema.optional().describe('约谈日期'),
  time: textSchema.optional().describe('时间，如 上午9时30分'),
  place: textSchema.optional().describe('地点'),
  host: textSchema.optional().describe('主持人'),
  attendees: textSchema.optional().describe('参加人员'),
  reasons: z.array(textSchema).default([]).describe('约谈事由；不写则按结果运用'),
  requirements: z.array(textSchema).default([]).describe('要求'),
});
