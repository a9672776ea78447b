import * as z from 'zod';
import { blankable, fields, flag, list, printed } from '../document-model.schema.js';

/** What a ruling moves, computed by the set's own rules; no rank: that depends on the others. */
export const rulingEffectPart = fields(
  {
    pointsBefore: printed('该项复核前的得分'),
    pointsAfter: printed('该项复核后的得分'),
    scoreBefore: printed('复核前的总分；没有总分的为横线'),
    scoreAfter: printed('复核后的总分；没有总分的为横线'),
    isScoreMoved: flag('总分变动'),
    isInRun: flag('本次计分已按复核意见'),
  },
  '复核对得分的影响',
);

/** 复核意见. */
export const rulingPart = fields(
  {
    number: printed('文号，或空'),
    resultText: printed('采纳、部分采纳、不予采纳'),
    isRejected: flag('不予采纳'),
    points: printed('复核后的得分；意见没有写的为空'),
    reason: printed('理由，不带句号'),
    document: printed('依据，或空'),
    date: blankable('复核日期'),
    effect: rulingEffectPart
      .nullable()
      .describe('对得分的影响；意见没有定分，或该项由数据计算、须更正数据后重算的，没有'),
  },
  '复核意见',
);

/** One appeal on one indicator; a blank one where none was filed. */
export const appealPart = fields(
  {
    id: printed('指标代号，或空'),
    number: printed('指标序号，或空'),
    label: printed('指标，或空'),
    fullPoints: printed('分值，或空'),
    points: printed('评定的得分，或空'),
    criterion: printed('评分标准，或空'),
    department: printed('牵头单位，或空'),
    marked: printed('评分时的扣分理由，或空'),
    claim: printed('申请事项，不带句号，或空'),
    reason: printed('事实和理由，或空'),
    evidence: list(z.string(), '佐证材料'),
    claimed: printed('申请认定的得分，或空'),
    date: blankable('申请日期'),
    isBlank: flag('没有记录，供填写'),
    ruling: rulingPart.nullable().describe('复核意见；还没有作出的没有'),
  },
  '一件复核申请',
);

export type AppealPart = z.infer<typeof appealPart>;
export type RulingPart = z.infer<typeof rulingPart>;
export type RulingEffectPart = z.infer<typeof rulingEffectPart>;
