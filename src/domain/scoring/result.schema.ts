import * as z from 'zod';

const number = z.string().regex(/^-?\d+(\.\d+)?$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const indicatorResult = z.strictObject({
  value: number.nullable().describe('指标值；评分指标和算不出时为 null'),
  points: number.nullable().describe('得分；缺报、不适用、待定时为 null'),
  fullPoints: number.describe('分值；分值转移后的，不适用时为 0'),
  selfPoints: number.nullable().describe('自评得分'),
  status: z
    .enum(['scored', 'missing', 'notApplicable', 'pending'])
    .describe('scored 已计分；missing 缺报；notApplicable 不适用；pending 待定'),
});

/** What `score --format json` prints: decimals as text, regions in rank order, the unranked last. */
export const scoreResultSchema = z
  .strictObject({
    set: z
      .strictObject({
        id: z.string().describe('体系的代号'),
        version: z.string().describe('体系的版本'),
        digest: hash.describe('指标体系的摘要（含所派生的体系）'),
      })
      .describe('所用的指标体系'),
    period: z.string().describe('考核的期间'),
    disclaimer: z.string().nullable().describe('声明；正式的为 null'),
    engine: z.string().describe('计分引擎的版本'),
    runHash: hash.describe('本次计分的编号：体系、数据、引擎、结果相同则相同'),
    sourceHash: hash.describe('数据来源的编号：来源、核验人、理由'),
    regions: z
      .array(
        z.strictObject({
          id: z.string().describe('地区的代号'),
          code: z.string().nullable().describe('GB/T 2260 代码；没有的为 null'),
          name: z.string().describe('考核年度末的名称'),
          group: z.string().nullable().describe('分组的代号'),
          score: number.nullable().describe('总分，已舍入；null 为不能得出'),
          baseScore: number
            .nullable()
            .describe('加减分之前的总分，未舍入；被否决得零分的指标已除去'),
          bonus: number.describe('加分合计'),
          penalty: number.describe('扣分合计'),
          vetoes: z.array(z.string()).describe('否决、降级事项的编号'),
          gradeBeforeVeto: z.string().nullable().describe('否决、降级之前的等级代号'),
          grade: z.string().nullable().describe('等级代号；没有等级或待定的为 null'),
          rank: z.int().nullable().describe('名次；不排名次的为 null'),
          groupRank: z.int().nullable().describe('组内名次'),
          consequences: z.array(z.string()).describe('结果运用的代号'),
          indicators: z.record(z.string(), indicatorResult).describe('末级指标：代号与结果'),
          blocks: z.record(z.string(), indicatorResult).describe('上级指标：代号与结果'),
        }),
      )
      .describe('各地区，按名次'),
    findings: z
      .array(
        z.strictObject({
          level: z
            .enum(['error', 'warning', 'note'])
            .describe('error 错误；warning 提醒；note 说明'),
          code: z.string().describe('核对结果的代码'),
          message: z.string().describe('一句话'),
          region: z.string().nullable().describe('地区的代号'),
          metric: z.string().nullable().describe('填报数据的代号'),
        }),
      )
      .describe('数据核对'),
  })
  .meta({ id: 'ScoreResult', title: '计分结果' });

export type ScoreResult = z.output<typeof scoreResultSchema>;
