import * as z from 'zod';
import { baseShape, blankable, fields, flag, list, printed } from '../document-model.schema.js';
import { reviewShape } from '../parts/review.schema.js';

/** 约谈通知, or the statement that no talk is due. */
export const admonitionNoticeSchema = fields(
  {
    ...baseShape,
    ...reviewShape,
    isDue: flag('应当约谈；否则这份文书只说明不在约谈范围'),
    rules: list(z.string(), '指标体系关于约谈的规定'),
    reasons: list(z.string(), '约谈事由'),
    isDecided: flag('事由是专门决定的，不是按结果运用的规定'),
    date: blankable('约谈日期'),
    time: printed('时间，或空'),
    venue: printed('地点，或空'),
    host: printed('主持人，或空'),
    attendees: printed('参加人员，或空'),
    requirements: list(z.string(), '要求'),
  },
  '约谈通知',
);

export type AdmonitionNotice = z.infer<typeof admonitionNoticeSchema>;
