import * as z from 'zod';
import { list } from './list.schema.js';
import { faultsSchema } from './problem.schema.js';

const hash = z.string().describe('指标体系的摘要');
const text = z.string();
const nullable = z.string().nullable();
const status = z
  .enum(['draft', 'consultation', 'issued', 'superseded'])
  .describe('起草中、征求意见、已印发、已废止');

/** The id of a set in an address; a path is none. */
export const setParams = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .describe('指标体系的代号'),
});

/** A set and one of its regions in an address. */
export const regionParams = z.strictObject({
  ...setParams.shape,
  region: z.string().min(1).max(60).describe('地区的代号、行政区划代码或名称'),
});

export const setListSchema = z
  .strictObject({
    sets: list(
      z.discriminatedUnion('isSound', [
        z.strictObject({
          id: text,
          isSound: z.literal(true),
          version: text,
          title: text,
          year: text,
          status,
          fullPoints: text,
          regions: z.int(),
          indicators: z.int(),
          digest: hash,
          disclaimer: nullable,
        }),
        z.strictObject({
          id: text,
          isSound: z.literal(false),
          faults: z.int().describe('错误的处数，用 kaoheng validate 查看'),
        }),
      ]),
    ),
  })
  .meta({ id: 'SetList', title: '指标体系目录' });

export const setSchema = z
  .strictObject({
    id: text,
    version: text,
    title: text,
    year: text,
    window: z.strictObject({ from: text, to: text }).describe('考核的起止日期'),
    status,
    fullPoints: text,
    digest: hash,
    disclaimer: nullable,
    regions: list(z.strictObject({ id: text, name: text, code: nullable, group: nullable })),
    metrics: list(
      z.strictObject({
        id: text,
        label: text,
        definition: nullable,
        unit: nullable,
        type: text,
        supplier: text,
        department: nullable,
        min: nullable,
        max: nullable,
        evidence: nullable,
        missing: text.describe('缺报时的办法'),
        hasTarget: z.boolean().describe('是否备案目标'),
        levels: list(z.strictObject({ code: text, name: text })),
        formula: nullable.describe('算出来的不必填报；这里是它的算法'),
      }),
    ).describe('填报数据'),
    indicators: list(
      z.strictObject({
        id: text,
        number: text,
        label: text,
        level: z.int(),
        parent: nullable,
        fullPoints: text,
        kind: z.enum(['block', 'rule', 'marks']).describe('上级指标、按规则计分、由人评分'),
        unit: nullable,
        lead: nullable,
        co: list(text),
        clauses: list(text),
        criterion: nullable,
        materials: nullable,
        formula: nullable.describe('指标值的算法'),
        rule: nullable.describe('计分规则'),
        source: nullable,
      }),
    ).describe('指标，上级在前'),
  })
  .meta({ id: 'SetDescription', title: '指标体系说明' });

export const kitSchema = z
  .strictObject({
    language: z.literal(1),
    engine: text,
    digest: hash,
    plan: z.unknown().describe('编译好的计算步骤，不含任何名称'),
    set: z.unknown().describe('名称、规则、说明；供网页解释得分'),
  })
  .meta({ id: 'PreviewKit', title: '预览所需的全部规则' });

export const validateBody = z
  .strictObject({
    set: z.string().describe('set.yaml 的内容'),
    regions: z.string().optional().describe('regions.yaml 的内容；派生的体系可以不写'),
  })
  .describe('要校验的指标体系');

export const validatedSchema = z
  .strictObject({
    valid: z.boolean(),
    id: nullable,
    version: nullable,
    digest: nullable,
    faults: faultsSchema.describe('错误；有则不能使用'),
    warnings: faultsSchema.describe('提醒'),
  })
  .meta({ id: 'Validated', title: '校验结果' });
