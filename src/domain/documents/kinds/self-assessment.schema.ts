import * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';
import { selfMarkPart } from '../parts/self-mark.schema.js';
import { targetPart } from '../parts/target.schema.js';

/** 自评报告 with its 自评打分表. */
export const selfAssessmentSchema = fields(
  {
    ...baseShape,
    overview: list(z.string(), '总体情况，一段一条；没有时手写'),
    targets: list(targetPart, '各项质量目标，有目标值的'),
    measures: list(
      fields({ title: printed('标题'), text: printed('内容') }, '一项做法'),
      '主要做法；没有时手写',
    ),
    problems: list(z.string(), '存在的问题；没有时手写'),
    plans: list(z.string(), '下一步打算；没有时手写'),
    rows: list(selfMarkPart, '自评打分表，各级指标'),
    losses: list(selfMarkPart, '自评有失分的指标'),
    notApplicable: list(selfMarkPart, '本地区不适用、没有自评的指标'),
    selfTotal: printed('自评总分；一项也没有自评的为空'),
    lostTotal: printed('自评失分合计；一项也没有自评的为空'),
    unmarked: z.number().describe('应自评而没有自评的指标个数'),
    isComplete: flag('应自评的都已自评'),
    attachments: list(z.string(), '附件题名'),
  },
  '自评报告',
);

export type SelfAssessment = z.infer<typeof selfAssessmentSchema>;
