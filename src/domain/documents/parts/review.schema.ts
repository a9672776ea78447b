import * as z from 'zod';
import { fields, flag, list, printed } from '../document-model.schema.js';
import { regionResultPart } from './result.schema.js';

/** A leaf at full points, or near it. */
const strengthPart = fields(
  {
    id: printed('指标代号'),
    label: printed('指标'),
    fullPoints: printed('分值'),
    points: printed('得分'),
  },
  '一项得分好的指标',
);

/** A leaf that lost points. */
const lossPart = fields(
  {
    id: printed('指标代号'),
    number: printed('指标序号'),
    label: printed('指标'),
    fullPoints: printed('分值'),
    points: printed('得分'),
    lost: printed('失分'),
    reason: printed('失分原因'),
    clause: printed('对应的条款，或空'),
    lead: printed('牵头单位，或空'),
  },
  '一项失分的指标',
);

/** An event that counted. */
const eventPart = fields(
  { label: printed('事项'), points: printed('加扣的分，不带正负号') },
  '一个加分或扣分事项',
);

/** What one region is told of its own result; nothing here is of another region. */
export const reviewShape = {
  result: regionResultPart,
  isScored: flag('有总分'),
  isRanked: flag('有名次'),
  isAdjusted: flag('有加分或扣分'),
  hasGrades: flag('分等级'),
  hasGroups: flag('分组，且这个单位在一个组里'),
  regionCount: z.number().describe('被考核单位个数'),
  strengths: list(strengthPart, '得满分的指标；没有时为得分率九成以上的'),
  strengthsAreFull: flag('strengths 都是满分'),
  losses: list(lossPart, '失分的指标'),
  lostTotal: printed('失分合计'),
  unscored: list(
    fields({ label: printed('指标'), status: printed('缺报或待定') }, '一项没有得分的指标'),
    '缺报、待定的指标',
  ),
  bonuses: list(eventPart, '计入的加分事项'),
  penalties: list(eventPart, '计入的扣分事项'),
  vetoText: printed('否决、降级的事项，或空'),
  consequences: list(z.string(), '适用于这个单位的结果运用'),
};

export const reviewPart = fields(reviewShape, '一个单位的考核情况');

export type ReviewPart = z.infer<typeof reviewPart>;
