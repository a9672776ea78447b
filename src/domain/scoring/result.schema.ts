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
    set: z.strictObject({
      id: z.string(),
      version: z.string(),
      digest: hash.describe('指标体系的摘要（含所派生的体系）'),
    }),
    period: z.string().describe('考核的期间'),
    disclaimer: z.string().nullable().describe('声明；正式的为 null'),
    engine: z.string().describe('计分引擎的版本'),
    runHash: hash.describe('本次计分的编号：体系、数据、引擎、结果相同则相同'),
    sourceHash: hash.describe('数据来源的编号：来源、核验人、理由'),
    regions: z.array(
      z.strictObject({
        id: z.string(),
        code: z.string().nullable(),
        name: z.string(),
        group: z.string().nullable(),
        score: number.nullable().describe('总分，已舍入；null 为不能得出'),
        baseScore: number.nullable().describe('加减分之前的总分，未舍入'),
        bonus: number.describe('加分合计'),
        penalty: number.describe('扣分合计'),
        vetoes: z.array(z.string()).describe('否决、降级事项的编号'),
        gradeBeforeVeto: z.string().nullable(),
        grade: z.string().nullable(),
        rank: z.int().nullable(),
        groupRank: z.int().nullable(),
        consequences: z.array(z.string()).describe('结果运用'),
        indicators: z.record(z.string(), indicatorResult).describe('末级指标'),
        blocks: z.record(z.string(), indicatorResult).describe('上级指标'),
      }),
    ),
    findings: z.array(
      z.strictObject({
        level: z.enum(['error', 'warning', 'note']),
        code: z.string(),
        message: z.string(),
        region: z.string().nullable(),
        metric: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ScoreResult', title: '计分结果' });

export type ScoreResult = z.output<typeof scoreResultSchema>;
