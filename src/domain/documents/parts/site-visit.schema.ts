import * as z from 'zod';
import { blankable, fields, flag, list, printed } from '../document-model.schema.js';

/** One line of a 现场核查记录表. */
export const siteVisitItemPart = fields(
  {
    id: printed('指标代号'),
    number: printed('序号'),
    label: printed('指标'),
    fullPoints: printed('分值'),
    target: printed('考核所用的目标，带单位；没有目标的为空'),
    selfValue: printed('自评值：本单位自己填报的；没有时为空'),
    selfPoints: blankable('自评得分'),
    found: blankable('核查值'),
    foundPoints: blankable('核查得分'),
    evidence: printed('证据编号，或空'),
    difference: printed('差异说明，或空'),
    reason: printed('扣分理由，或空'),
  },
  '一项核查',
);

/** One visit, recorded or to be recorded. */
export const siteVisitPart = fields(
  {
    date: blankable('核查日期'),
    places: printed('核查地点，用顿号隔开，或空'),
    leader: printed('组长，或空'),
    members: printed('组员，用顿号隔开，或空'),
    items: list(siteVisitItemPart, '核查事项；没有记录时为全部末级指标'),
    praise: list(z.string(), '肯定的做法'),
    suggestions: list(z.string(), '意见和建议'),
    isBlank: flag('还没有记录，供现场填写'),
  },
  '一次核查',
);

export type SiteVisitItemPart = z.infer<typeof siteVisitItemPart>;
export type SiteVisitPart = z.infer<typeof siteVisitPart>;
