import * as z from 'zod';
import { chartPart } from '../charts/chart.schema.js';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';

/** One step from the data to the points. */
export const stepPart = fields(
  {
    words: printed('做法，用文字说'),
    numbers: printed('代入数字；没有时为空'),
    result: printed('结果；没有时为空'),
  },
  '一步',
);

/** How one indicator's points came about. */
export const derivedIndicatorPart = fields(
  {
    id: printed('代号'),
    number: printed('序号'),
    label: printed('名称'),
    fullPoints: printed('分值'),
    points: printed('得分；没有时为横线'),
    statusText: printed('缺报、不适用、待定，或空'),
    lead: printed('牵头单位'),
    clause: printed('条款'),
    source: printed('规则的出处'),
    inputs: list(
      fields(
        {
          label: printed('数据'),
          period: printed('期间'),
          value: printed('数值，带单位'),
          source: printed('来源'),
          verifier: printed('核验人'),
        },
        '一个数',
      ),
      '用到的数',
    ),
    steps: list(stepPart, '计算步骤'),
  },
  '一个指标的推导',
);

/** 分数推导书. */
export const derivationSchema = fields(
  {
    ...baseShape,
    score: printed('总分'),
    rank: printed('名次'),
    grade: printed('等级'),
    hasGrades: flag('分等级'),
    indicators: list(derivedIndicatorPart, '各指标的推导'),
    total: list(stepPart, '总分、名次、等级的推导'),
    method: list(z.string(), '计分与排名方法'),
    profile: chartPart.nullable().describe('各方面得分率；没有得分时没有'),
  },
  '分数推导书',
);

export type DerivationDocument = z.infer<typeof derivationSchema>;
export type DerivedIndicatorPart = z.infer<typeof derivedIndicatorPart>;
