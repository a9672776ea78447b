import * as z from 'zod';
import { byId, decimalSchema, idSchema, textSchema, wholeSchema } from './scalars.schema.js';

/** A value as a clerk writes it: a number, 是/否, a level's code, 缺报 or 不适用. */
const valueSchema = z
  .preprocess(
    (value) =>
      typeof value === 'number'
        ? String(value)
        : value === true
          ? 'yes'
          : value === false
            ? 'no'
            : value,
    z.string().max(200),
  )
  .meta({ kaoheng: 'value' });

const event = z.strictObject({
  kind: idSchema.describe('事项类别'),
  level: idSchema.optional().describe('级别'),
  matter: textSchema.optional().describe('同一事项的名称'),
  share: decimalSchema.optional().describe('本地区的份额；默认 1'),
});

const given = {
  input: byId(valueSchema).optional().describe('本年填报数据'),
  previous: byId(valueSchema).optional().describe('上年填报数据'),
  targets: byId(valueSchema).optional().describe('备案目标'),
  marks: z
    .partialRecord(z.enum(['department', 'siteVisit', 'review']), decimalSchema)
    .optional()
    .describe('各环节的评分（牵头单位）'),
  value: valueSchema.optional().describe('直接给出指标值'),
  points: byId(decimalSchema).optional().describe('直接给出各指标的得分'),
  baseScore: decimalSchema.optional().describe('直接给出加减分之前的总分'),
  events: z.array(event).optional().describe('加分、扣分、否决事项'),
  grades: z.array(idSchema).optional().describe('往年等级，近的在前'),
};

const expected = z.strictObject({
  value: valueSchema.optional().describe('指标值'),
  points: decimalSchema.optional().describe('得分'),
  status: z
    .enum(['scored', 'missing', 'notApplicable', 'pending'])
    .optional()
    .describe('scored 已计分；missing 缺报；notApplicable 不适用；pending 待定'),
  score: decimalSchema.optional().describe('总分'),
  bonus: decimalSchema.optional().describe('加分'),
  penalty: decimalSchema.optional().describe('扣分'),
  grade: idSchema.optional().describe('等级'),
  gradeBeforeVeto: idSchema.optional().describe('否决之前的等级'),
  rank: wholeSchema(1, 10000).optional().describe('名次'),
  consequences: z.array(idSchema).optional().describe('结果运用'),
});

/** One test of a set: an indicator, a region's total, or a whole field of regions. */
export const testSchema = z.strictObject({
  name: textSchema.describe('一句话：什么情况下应得多少分'),
  indicator: idSchema.optional().describe('被测指标；不写则测总分'),
  ...given,
  regions: byId(z.strictObject({ ...given, expect: expected.optional().describe('应得结果') }))
    .optional()
    .describe('几个地区一起测（比较地区的规则、名额、名次）'),
  expect: expected.optional().describe('应得结果'),
});

/** A file under tests/ of a set. */
export const testsSchema = z
  .strictObject({ tests: z.array(testSchema).min(1).describe('测试，逐条列出') })
  .meta({ id: 'IndicatorTests', title: '指标体系的测试' });

export type IndicatorTest = z.output<typeof testSchema>;
