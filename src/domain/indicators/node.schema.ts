import * as z from 'zod';
import { markingSchema, ruleSchema } from './rules.schema.js';
import {
  byId,
  decimalSchema,
  formulaSchema,
  idSchema,
  sourceSchema,
  textSchema,
  wholeSchema,
} from './scalars.schema.js';

export const redistributeSchema = z
  .enum(['siblings', 'block', 'whole', 'rest'])
  .describe(
    '不适用指标的分值去向：siblings 同级指标，block 所在一级指标，whole 全部指标；rest 不转移，按其余指标的得分率折算总分',
  );

const leafKeys = {
  value: formulaSchema.optional().describe('指标值的公式'),
  unit: textSchema.optional().describe('指标值的单位，如 %'),
  round: wholeSchema(0, 20).optional().describe('指标值先四舍五入到几位小数再计分；不写则不舍入'),
  rule: ruleSchema.optional().describe('计分规则'),
  marks: markingSchema.optional().describe('由人评分的指标；写 {} 即用全体系的 marking'),
  lead: idSchema.optional().describe('牵头单位'),
  co: z.array(idSchema).optional().describe('配合单位'),
  clauses: z.array(textSchema).optional().describe('对应的任务条款，如 （一）'),
  materials: textSchema.optional().describe('需提交的材料'),
  criterion: textSchema.optional().describe('评分标准的原文'),
  sample: z
    .strictObject({
      metric: idSchema.describe('样本量的填报数据'),
      atLeast: decimalSchema.describe('最小样本量'),
      below: z
        .enum(['missing', 'notApplicable'])
        .default('missing')
        .describe('不足时作缺报或不适用'),
    })
    .optional()
    .describe('最小样本量'),
  zeroDenominator: z
    .enum(['missing', 'notApplicable'])
    .optional()
    .describe('分母为零：missing 作缺报（默认），notApplicable 作不适用'),
  notApplicable: z
    .strictObject({
      regions: byId(textSchema).optional().describe('规定不适用的地区及理由'),
      mayBeGranted: z.boolean().optional().describe('可否申请不适用，由牵头单位核准；默认 false'),
      redistribute: redistributeSchema.optional(),
    })
    .optional()
    .describe('不适用'),
};

const nodeKeys = {
  remove: z.literal(true).optional().describe('派生体系：删去此指标'),
  label: textSchema.optional().describe('指标名称'),
  number: textSchema.optional().describe('文件中的序号；不写则按次序编号'),
  points: decimalSchema.optional().describe('分值；上级指标不写则为下级之和'),
  weight: decimalSchema.optional().describe('权重；上级指标的 aggregate 不是 sum 时用，默认1'),
  aggregate: z
    .enum(['sum', 'arithmeticMean', 'geometricMean', 'harmonicMean', 'powerMean'])
    .optional()
    .describe('下级合成方法：sum 得分相加（默认）；其余为得分率的加权平均再乘分值'),
  power: decimalSchema.optional().describe('powerMean 的指数'),
  source: sourceSchema.optional(),
  note: textSchema.optional().describe('说明，印在细则里'),
  ...leafKeys,
};

type NodeKeys = z.output<z.ZodObject<typeof nodeKeys, z.core.$strict>>;

/** One node of the indicator tree as a person writes it: a block with children, or a leaf. */
export interface NodeInput extends NodeKeys {
  children?: Record<string, NodeInput> | undefined;
}

export const nodeSchema: z.ZodType<NodeInput> = z
  .strictObject({
    ...nodeKeys,
    get children() {
      return z.record(idSchema, nodeSchema).optional().describe('下级指标');
    },
  })
  .meta({ id: 'IndicatorNode' });
