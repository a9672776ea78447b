import * as z from 'zod';
import { baseShape, fields, flag, list } from '../document-model.schema.js';
import {
  consequencePart,
  findingPart,
  gradePart,
  groupPart,
  regionResultPart,
} from '../parts/result.schema.js';

/** 考核结果通报. */
export const resultNoticeSchema = fields(
  {
    ...baseShape,
    showsScores: flag('公布得分和名次；否则只公布等级'),
    regions: list(regionResultPart, '全部单位，按名次'),
    regionCount: z.number().describe('被考核单位个数'),
    grades: list(gradePart, '等级名单，空的等级也在'),
    groups: list(groupPart, '分组结果'),
    consequences: list(consequencePart, '结果运用'),
    requirements: list(z.string(), '下一步要求'),
    findings: list(findingPart, '数据核对意见'),
    method: list(z.string(), '计分与排名方法'),
    attachments: list(z.string(), '附件题名'),
  },
  '考核结果通报',
);

export type ResultNotice = z.infer<typeof resultNoticeSchema>;
