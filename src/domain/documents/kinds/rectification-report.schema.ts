import * as z from 'zod';
import { baseShape, fields, list, printed } from '../document-model.schema.js';
import { rectificationPart } from '../parts/rectification.schema.js';
import { reviewShape } from '../parts/review.schema.js';

/** 整改报告. */
export const rectificationReportSchema = fields(
  {
    ...baseShape,
    ...reviewShape,
    feedback: printed('反馈意见的来文，如 省质量工作联席会议办公室的函（示例〔2015〕2号），或空'),
    overview: list(z.string(), '整改工作的总体情况'),
    rectifications: list(rectificationPart, '整改事项；没有记录的按失分指标列出，其余空白'),
    progressText: printed('完成、整改中、逾期的项数；没有记录时为空'),
    plans: list(z.string(), '下一步打算'),
    attachments: list(z.string(), '附件题名'),
  },
  '整改报告',
);

export type RectificationReport = z.infer<typeof rectificationReportSchema>;
