import * as z from 'zod';
import { chartPart } from '../charts/chart.schema.js';
import { baseShape, blankable, fields, list, printed } from '../document-model.schema.js';
import { findingPart } from '../parts/result.schema.js';
import { rectificationPart } from '../parts/rectification.schema.js';
import { reviewShape } from '../parts/review.schema.js';

/** 反馈意见函. */
export const feedbackLetterSchema = fields(
  {
    ...baseShape,
    ...reviewShape,
    organiser: printed('组织实施考核的机构，或空'),
    praise: list(z.string(), '实地核查肯定的做法'),
    suggestions: list(z.string(), '实地核查的意见和建议'),
    rectifications: list(rectificationPart, '整改事项'),
    findings: list(findingPart, '对这个单位的数据核对意见'),
    requirements: list(z.string(), '整改要求'),
    reportBy: blankable('报送整改报告的时限'),
    profile: chartPart.nullable().describe('各方面得分率图；不印时没有'),
    attachments: list(z.string(), '附件题名'),
  },
  '反馈意见函',
);

export type FeedbackLetter = z.infer<typeof feedbackLetterSchema>;
