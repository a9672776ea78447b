import type * as z from 'zod';
import { blankable, fields, flag, printed } from '../document-model.schema.js';

/** One line of a 整改台账. */
export const ledgerRowPart = fields(
  {
    number: printed('序号'),
    region: printed('单位代号'),
    name: printed('单位'),
    indicator: printed('指标代号，或空'),
    indicatorLabel: printed('指标，或空'),
    pointsLost: printed('失分，或空'),
    problem: printed('问题'),
    basis: printed('依据条款，或空'),
    owner: printed('责任单位，或空'),
    measures: printed('整改措施，用分号隔开，或空'),
    deadline: blankable('整改时限'),
    progress: printed('进展，或空'),
    evidence: printed('完成证明，或空'),
    statusText: printed('待定、整改中、逾期、已完成待复核、已销号'),
    isOverdue: flag('逾期'),
    isCandidate: flag('没有记录，是失分的事项，是否列入整改待定'),
    review: printed('复核结论，或空'),
    reviewedOn: printed('复核日期，或空'),
  },
  '一个整改事项',
);

export type LedgerRowPart = z.infer<typeof ledgerRowPart>;
