import * as z from 'zod';
import { list } from './list.schema.js';

const MOST_NAMES = 5000;
const MOST_DIGITS = 15;

/** A number whose digits survive being a float: a longer one is sent as a text. */
const exactNumber = z
  .number()
  .refine((value) => isExact(value), { message: 'number-long' })
  .describe('至多15位有效数字；更长的写成文本');

const scalar = z.union([z.string().max(4000), exactNumber, z.boolean(), z.null()]);

function isExact(value: number): boolean {
  const text = String(value);
  return !text.includes('e') && text.replace(/^-?0*\.?0*|\./g, '').length <= MOST_DIGITS;
}

const byName = <T extends z.ZodType>(item: T) =>
  z
    .record(z.string().min(1).max(200), item)
    .refine((map) => Object.keys(map).length <= MOST_NAMES, { message: 'too-many-names' });

const valueCell = z
  .union([
    scalar,
    z.strictObject({
      value: scalar.optional().describe('值；不写或 null 为缺报，0 是零'),
      status: scalar.optional().describe('已报、缺报、不适用（申请）、核准不适用'),
      source: scalar.optional(),
      verifier: scalar.optional(),
      reason: scalar.optional(),
      issuer: scalar.optional().describe('公布的统计值：发布单位'),
      document: scalar.optional().describe('公布的统计值：文件'),
      date: scalar.optional().describe('公布的统计值：日期'),
      sample: scalar.optional().describe('公布的统计值：样本量'),
    }),
  ])
  .describe(
    '直接写值，或写明值、状态、来源、核验人、理由；公布的统计值另写发布单位、文件、日期、样本量',
  );

const targetCell = z.union([
  scalar,
  z.strictObject({
    value: scalar.optional(),
    source: scalar.optional(),
    verifier: scalar.optional(),
  }),
]);

const selfCell = z.union([
  scalar,
  z.strictObject({
    points: scalar.optional(),
    reason: scalar.optional(),
    evidence: scalar.optional(),
    date: scalar.optional(),
  }),
]);

/** What one region states of itself. */
export const previewBody = z
  .strictObject({
    period: scalar.optional().describe('考核年度（期间）；不写则为体系的年度'),
    source: scalar.optional().describe('数据的来源；各数据可另写'),
    metrics: byName(byName(valueCell)).optional().describe('填报数据：{期间: {填报数据: 值}}'),
    targets: byName(targetCell).optional().describe('目标备案：{填报数据: 目标值}'),
    self: byName(selfCell).optional().describe('自评：{指标: 得分}'),
    events: z
      .array(
        z.strictObject({
          id: scalar.optional(),
          kind: scalar.optional(),
          level: scalar.optional(),
          matter: scalar.optional(),
          share: scalar.optional(),
          occurred: scalar.optional(),
          found: scalar.optional(),
          authority: scalar.optional(),
          document: scalar.optional(),
          summary: scalar.optional(),
        }),
      )
      .max(1000)
      .optional()
      .describe('涉及本地区的加分、扣分、否决事项'),
  })
  .describe('一个地区的数据和自评');

/** Which derivations are wanted. */
export const previewQuery = z.strictObject({
  period: z
    .string()
    .max(40)
    .optional()
    .describe('上传文件时：考核的期间；不写则为体系的年度。JSON 正文里另有 period'),
  derivation: z
    .string()
    .max(2000)
    .optional()
    .describe('要哪些指标的推导：all（默认）、none，或用逗号隔开的末级指标代号'),
});

const number = z.string().regex(/^-?\d+(\.\d+)?$/);
const text = z.string();
const nullable = z.string().nullable();
const status = z.enum(['scored', 'missing', 'notApplicable', 'pending']);
const counted = { fullPoints: number, indicators: z.int() };

/** A finding with its sentence. */
export const findingSchema = z
  .strictObject({
    level: z.enum(['error', 'warning', 'note']),
    code: text,
    message: text,
    region: nullable,
    metric: nullable,
  })
  .meta({ id: 'Finding', title: '数据核对发现' });

export const derivationSchema = z
  .strictObject({
    id: text,
    number: text,
    label: text,
    status,
    points: number.nullable(),
    fullPoints: number,
    lead: nullable,
    clauses: list(text),
    source: nullable,
    inputs: list(
      z.strictObject({
        label: text,
        period: text,
        value: text,
        source: nullable,
        verifier: nullable,
      }),
    ),
    steps: list(
      z.strictObject({ operation: text, words: text, numbers: nullable, result: nullable }),
    ),
  })
  .meta({ id: 'IndicatorDerivation', title: '一个指标的推导' });

export const previewSchema = z
  .strictObject({
    notice: text.describe('预览，非正式结果'),
    engine: text,
    set: z.strictObject({ id: text, version: text, title: text, fullPoints: number }),
    period: text,
    disclaimer: nullable,
    region: z.strictObject({ id: text, name: text, code: nullable }),
    subtotals: z.strictObject({
      computed: z
        .strictObject({ points: number, ...counted })
        .describe('按本地区的数据和规则算出的'),
      self: z.strictObject({ points: number, ...counted }).describe('自评，尚未有人核实'),
      pending: z.strictObject(counted).describe('待定：待部门评分，或要与其他地区比较'),
      missing: z.strictObject(counted).describe('缺报'),
    }),
    score: number.nullable().describe('没有待定和缺报时的总分；不排名次，不定等级'),
    bonus: number,
    penalty: number,
    events: list(
      z.strictObject({
        id: text,
        kind: text,
        effect: z.enum(['bonus', 'penalty', 'veto']),
        claimed: number,
        counted: number,
        reason: text.describe('full 全计；otherYear、sameMatter、cap、floor 为少计或不计的缘由'),
      }),
    ),
    indicators: list(
      z.strictObject({
        id: text,
        number: text,
        label: text,
        level: z.int(),
        parent: nullable,
        kind: z.enum(['block', 'rule', 'marks']),
        status,
        waitsFor: z
          .enum(['marks', 'otherRegions', 'grant'])
          .nullable()
          .describe('待定的在等什么：部门评分、其他地区的数据、不适用的核准'),
        value: number.nullable(),
        points: number.nullable(),
        fullPoints: number,
        selfPoints: number.nullable(),
      }),
    ),
    findings: list(findingSchema),
    derivation: list(derivationSchema),
  })
  .meta({ id: 'Preview', title: '一个地区的预览' });

export type PreviewBody = z.output<typeof previewBody>;
export type PreviewAnswer = z.output<typeof previewSchema>;
export type ToldFinding = z.output<typeof findingSchema>;
