import * as z from 'zod';
import { fields, flag, list, printed } from '../document-model.schema.js';
import {
  consequencePart,
  findingPart,
  gradePart,
  groupPart,
  memberPart,
  regionResultPart,
} from './result.schema.js';

/** A region whose grade an event took down. */
const downgradePart = fields(
  {
    id: printed('代号'),
    name: printed('名称'),
    before: printed('按得分的等级'),
    after: printed('确定的等级'),
    reason: printed('否决、降级的事项'),
  },
  '一个被否决或降级的单位',
);

/** What a 通报 says: for the notice itself, and for the 请示 that carries its draft. */
export const noticeShape = {
  showsScores: flag('公布得分和名次；否则只公布等级'),
  regions: list(regionResultPart, '全部单位，按名次'),
  regionCount: z.number().describe('被考核单位个数'),
  organiser: printed('组织实施考核的机构，或空'),
  steps: list(z.string(), '考核程序各步的名称，如 自我评价'),
  grades: list(gradePart, '等级名单，空的等级也在'),
  gradeRules: list(z.string(), '等级怎样确定，如 90分及以上为A级'),
  groups: list(groupPart, '分组结果'),
  downgrades: list(downgradePart, '因否决或降级，等级降了的单位'),
  unranked: list(memberPart, '不计总分、不排名次的单位'),
  consequences: list(consequencePart, '结果运用'),
  requirements: list(z.string(), '下一步要求'),
  findings: list(findingPart, '数据核对意见；只公布等级时没有'),
  method: list(z.string(), '计分与排名方法'),
};

export const noticePart = fields(noticeShape, '通报的内容');

export type NoticePart = z.infer<typeof noticePart>;
