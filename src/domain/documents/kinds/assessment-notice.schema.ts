import * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';
import { memberPart } from '../parts/result.schema.js';
import { eventRulePart, rubricPart } from '../parts/rubric.schema.js';

/** 开展年度考核的通知. */
export const assessmentNoticeSchema = fields(
  {
    ...baseShape,
    organiser: printed('组织实施考核的机构，或空'),
    assessed: list(memberPart, '被考核单位，按行政区划'),
    blocks: list(
      fields(
        {
          label: printed('一级指标'),
          fullPoints: printed('分值'),
          parts: list(z.string(), '下一级指标及分值，如 产品质量量化指标（30分）'),
        },
        '一个一级指标',
      ),
      '考核内容',
    ),
    leafCount: z.number().describe('末级指标个数'),
    gradeRules: list(z.string(), '等级怎样确定'),
    method: list(z.string(), '总分、名次的计算规定'),
    bonuses: list(eventRulePart, '加分事项'),
    penalties: list(eventRulePart, '扣分事项'),
    vetoes: list(eventRulePart, '否决和降级事项'),
    bonusCap: printed('加分合计的上限，或空'),
    penaltyCap: printed('扣分合计的上限，或空'),
    consequences: list(z.string(), '结果运用'),
    steps: list(
      fields(
        {
          title: printed('步骤'),
          until: printed('时限，或空'),
          who: printed('由谁做，或空'),
          text: printed('怎样做'),
        },
        '考核程序的一步',
      ),
      '考核程序',
    ),
    requirements: list(z.string(), '工作要求'),
    rubric: list(rubricPart, '评分细则'),
    targets: list(
      fields({ label: printed('指标'), unit: printed('单位，或空') }, '一项要备案的目标'),
      '目标备案表各行；没有目标的体系没有',
    ),
    hasTargets: flag('有要备案的目标'),
    attachments: list(z.string(), '附件题名'),
  },
  '开展年度考核的通知',
);

export type AssessmentNotice = z.infer<typeof assessmentNoticeSchema>;
