import * as z from 'zod';
import { dateSchema, textSchema } from '../../indicators/scalars.schema.js';

/** 反馈意见函: what every prefecture is asked to do with it. */
export const feedbackRecord = z.strictObject({
  reportBy: dateSchema.optional().describe('报送整改报告的时限'),
  profile: z
    .enum(['none', 'own', 'mean'])
    .default('none')
    .describe('得分率图：none 不印；own 只印本地区；mean 加印全部单位的平均，五个以上单位才印得出'),
  requirements: z.array(textSchema).default([]).describe('整改要求，对各地区都一样'),
});
