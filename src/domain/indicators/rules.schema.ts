import * as z from 'zod';
import {
  amountSchema,
  byId,
  decimalSchema,
  formulaSchema,
  idSchema,
  wholeSchema,
} from './scalars.schema.js';

const better = z
  .enum(['higher', 'lower'])
  .default('higher')
  .describe('higher 越高越好，lower 越低越好');

/** Reach the target: full points, else minus so many points for each unit short, down to a floor. */
const target = z
  .strictObject({
    kind: z.literal('target').describe('计分方法'),
    target: formulaSchema.describe('目标值：数、参数或 target(填报数据)'),
    better,
    minus: amountSchema.describe('每差一个单位扣的分：数，或参数的代号'),
    per: amountSchema.default('1').describe('一个单位是多少'),
    count: z
      .enum(['exact', 'started', 'completed'])
      .default('exact')
      .describe('不足一个单位：exact 按比例，started 按一个单位，completed 不计'),
    floor: amountSchema.default('0').describe('扣到几分为止'),
  })
  .describe('达到目标得满分，每差一个单位扣若干分，扣完为止');

/** Linear between two goalposts. */
const linear = z
  .strictObject({
    kind: z.literal('linear').describe('计分方法'),
    zeroAt: formulaSchema.describe('得0分的值'),
    fullAt: formulaSchema.describe('得满分的值，可小于 zeroAt（越低越好）'),
  })
  .describe('两个标杆值之间按线性得分');

/** Bands; the first that holds gives the points. */
const bands = z
  .strictObject({
    kind: z.literal('bands').describe('计分方法'),
    bands: z
      .array(
        z.strictObject({
          atLeast: formulaSchema.optional().describe('大于等于'),
          above: formulaSchema.optional().describe('大于'),
          atMost: formulaSchema.optional().describe('小于等于'),
          below: formulaSchema.optional().describe('小于'),
          points: decimalSchema.describe('得分'),
        }),
      )
      .min(1)
      .describe('自上而下的各档；一档可写一个或两个界'),
    otherwise: decimalSchema.default('0').describe('各档都不符合时的得分'),
  })
  .describe('分档得分：自上而下第一个符合的档');

/** Yes / part / no: points by the level found. */
const levels = z
  .strictObject({
    kind: z.literal('levels').describe('计分方法'),
    metric: idSchema.describe('类型为 yesNo 或 level 的填报数据'),
    points: z
      .record(z.string(), decimalSchema)
      .describe('每一级的得分，如 {yes: 1, part: 0.5, no: 0}'),
  })
  .describe('是／部分／否等分级给分');

/** Minus x for each missing item. */
const missingItems = z
  .strictObject({
    kind: z.literal('missingItems').describe('计分方法'),
    minus: amountSchema.describe('每缺一项扣的分'),
    of: wholeSchema(1, 1000).optional().describe('共几项；全缺时得 noneAtAll'),
    noneAtAll: amountSchema.default('0').describe('一项也没有时的得分'),
    floor: amountSchema.default('0').describe('扣到几分为止'),
  })
  .describe('每缺一项扣若干分；value 是缺的项数');

/** Base points plus merit. */
const merit = z
  .strictObject({
    kind: z.literal('merit').describe('计分方法'),
    base: amountSchema.describe('基础分'),
    plus: amountSchema.describe('每一个单位加的分'),
    per: amountSchema.default('1').describe('一个单位是多少'),
    count: z
      .enum(['exact', 'completed'])
      .default('exact')
      .describe('不足一个单位：exact 按比例，completed 不计'),
  })
  .describe('基础分加成效分，到满分为止');

/** A checklist: each item has its points. */
const checklist = z
  .strictObject({
    kind: z.literal('checklist').describe('计分方法'),
    items: byId(decimalSchema).describe('每个 yesNo 填报数据为「是」时的得分'),
  })
  .describe('清单：逐项给分');

/** Improvement on last year. */
const improvement = z
  .strictObject({
    kind: z.literal('improvement').describe('计分方法'),
    base: amountSchema.default('0').describe('与上年持平时的得分'),
    plus: amountSchema.describe('每改善一个单位加的分（退步则减）'),
    per: amountSchema.default('1').describe('一个单位是多少'),
    better,
    floor: amountSchema.default('0').describe('最低得分'),
  })
  .describe('比上年改善得分');

const smallestField = wholeSchema(2, 1000)
  .default(4)
  .describe('至少几个地区有数才可比；不足时待定');

/** Proportion of the best region. */
const proportionOfBest = z
  .strictObject({
    kind: z.literal('proportionOfBest').describe('计分方法'),
    better,
    smallestField,
  })
  .describe('与最好的地区相比按比例得分');

/** Points by rank. */
const byRank = z
  .strictObject({
    kind: z.literal('rank').describe('计分方法'),
    better,
    points: z.array(decimalSchema).min(1).describe('第1名、第2名……的得分'),
    rest: decimalSchema.default('0').describe('其后各名的得分'),
    smallestField,
  })
  .describe('按名次得分；并列同分');

/** The normalisations of the composite-indicator literature; the result is a share of full points. */
const normalise = z
  .strictObject({
    kind: z.literal('normalise').describe('计分方法'),
    method: z
      .enum([
        'minmax',
        'scaled',
        'zscore',
        'rank',
        'borda',
        'prank',
        'fracmax',
        'dist2max',
        'dist2ref',
        'dist2targ',
        'goalposts',
      ])
      .describe('归一化方法'),
    better,
    lower: decimalSchema
      .optional()
      .describe('minmax：结果下界（得分率）；scaled、goalposts：下标杆'),
    upper: decimalSchema
      .optional()
      .describe('minmax：结果上界（得分率）；scaled、goalposts：上标杆'),
    mean: decimalSchema.optional().describe('zscore：结果的平均得分率'),
    deviation: decimalSchema.optional().describe('zscore：一个标准差合多少得分率'),
    reference: idSchema.optional().describe('dist2ref：参照地区'),
    target: formulaSchema.optional().describe('dist2targ：目标值'),
    equal: z
      .enum(['full', 'zero', 'middle', 'missing'])
      .optional()
      .describe(
        '各地区的值全都相同、比不出高下时：full 都按最好的，zero 都按最差的，middle 都取中间，missing 作缺报（都没有总分）；minmax、zscore、dist2max、dist2ref、dist2targ 应写明，不写作 missing',
      ),
    smallestField,
  })
  .describe('归一化得分：结果截在0与1之间，乘以分值');

export const ruleSchema = z.discriminatedUnion('kind', [
  target,
  linear,
  bands,
  levels,
  missingItems,
  merit,
  checklist,
  improvement,
  proportionOfBest,
  byRank,
  normalise,
]);

/** How marks of several stages and markers become the points of a marked indicator. */
export const markingSchema = z.strictObject({
  step: decimalSchema.optional().describe('评分的最小单位，如 0.5；默认 0.1'),
  stages: z
    .partialRecord(z.enum(['department', 'siteVisit']), decimalSchema)
    .optional()
    .describe(
      '哪些环节算数、各占多少（合计为1）：department 部门评分，siteVisit 实地核查；默认只算部门评分',
    ),
  unvisited: z
    .enum(['department', 'pending'])
    .optional()
    .describe('没有实地核查的地区：department 沿用部门评分（默认），pending 待定'),
  joint: z
    .enum(['lead', 'shares', 'mean'])
    .optional()
    .describe(
      '牵头与配合单位怎样合成：lead 牵头单位听取意见后评分（默认），shares 按比例，mean 平均',
    ),
  shares: byId(decimalSchema).optional().describe('joint 为 shares 时各单位的比例（合计为1）'),
  raters: z
    .strictObject({
      combine: z
        .enum(['mean', 'trimmedMean'])
        .default('mean')
        .describe('mean 平均；trimmedMean 去掉最高、最低后平均'),
      trim: wholeSchema(1, 10).default(1).describe('trimmedMean：两端各去掉几个'),
      atLeast: wholeSchema(1, 100).default(1).describe('至少几人评分，不足时待定'),
    })
    .optional()
    .describe('同一环节多人评分时怎样合成'),
});

export type RuleInput = z.input<typeof ruleSchema>;
export type Rule = z.output<typeof ruleSchema>;
export type Marking = z.output<typeof markingSchema>;
