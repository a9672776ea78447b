import type * as z from 'zod';
import { blankable, fields, printed } from '../document-model.schema.js';

/** One thing to be put right. */
export const rectificationPart = fields(
  {
    number: printed('序号'),
    problem: printed('问题'),
    indicator: printed('失分的指标代号，或空'),
    lost: printed('这个指标的失分，或空'),
    basis: printed('依据条款，或空'),
    owner: printed('责任单位，或空'),
    measures: printed('整改措施，或空'),
    deadline: blankable('整改时限'),
    progress: printed('进展，或空'),
    evidence: printed('完成证明，或空'),
    statusText: printed('整改状态；没有记录时为空'),
  },
  '一项整改',
);

export type RectificationPart = z.infer<typeof rectificationPart>;
