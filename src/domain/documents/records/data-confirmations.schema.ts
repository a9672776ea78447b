import * as z from 'zod';
import { dateSchema, idSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 数据确认 by one region: whether it stands by its data and those that others supply about it. */
export const dataConfirmationRecord = z.strictObject({
  date: dateSchema.optional().describe('确认日期'),
  filler: textSchema.optional().describe('经办人'),
  approver: textSchema.optional().describe('审核人'),
  contact: textSchema.optional().describe('联系电话'),
  answer: z
    .enum(['confirmed', 'disputed'])
    .optional()
    .describe('confirmed 确认无误；disputed 有异议；不写为待确认'),
  objections: z
    .array(
      z.strictObject({
        metric: idSchema.describe('填报数据'),
        text: textSchema.describe('异议'),
      }),
    )
    .default([])
    .describe('逐项的异议'),
});
