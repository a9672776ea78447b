import * as z from 'zod';
import { textSchema } from '../../indicators/scalars.schema.js';

/** 开展年度考核的安排. */
export const schemeRecord = z.strictObject({
  organiser: textSchema.optional().describe('组织实施考核的机构，如 省质量工作联席会议'),
  steps: z
    .array(
      z.strictObject({
        title: textSchema.describe('步骤，如 自我评价'),
        until: textSchema.optional().describe('时限，如 7月15日前'),
        who: textSchema.optional().describe('由谁做'),
        text: textSchema.describe('怎样做'),
      }),
    )
    .default([])
    .describe('考核程序'),
  requirements: z.array(textSchema).default([]).describe('工作要求'),
});
