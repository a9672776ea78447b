import * as z from 'zod';
import { markingSchema } from './rules.schema.js';
import { nodeSchema, redistributeSchema } from './node.schema.js';
import {
  byId,
  dateSchema,
  decimalSchema,
  formulaSchema,
  idSchema,
  periodSchema,
  setIdSchema,
  sourceSchema,
  textSchema,
  versionSchema,
  wholeSchema,
} from './scalars.schema.js';

/** The new id of a renamed metric; empty for a dropped one. */
const successorSchema = z
  .preprocess(
    (value) => value ?? '',
    z.string().regex(/^(?:[a-z][a-z0-9_]{0,63})?$/, { error: 'id' }),
  )
  .meta({ kaoheng: 'successor' });

const reference = z.strictObject({
  id: setIdSchema.describe('体系的固定代号'),
  version: versionSchema.describe('版本，如 1.0.0'),
});

const metric = z.strictObject({
  remove: z.literal(true).optional().describe('派生体系：删去此填报数据'),
  label: textSchema.optional().describe('名称'),
  definition: textSchema.optional().describe('口径'),
  unit: textSchema.optional().describe('计量单位'),
  type: z
    .enum(['count', 'amount', 'rate', 'published', 'stated', 'yesNo', 'level', 'text', 'computed'])
    .optional()
    .describe(
      'count 个数；amount 数量；rate 比率；published 公布的统计值（填报时写发布单位、文件、日期、样本量）；stated 填报的比率（只用来核对，公式不得引用）；yesNo 是否；level 分级；text 文字；computed 由公式算出',
    ),
  min: decimalSchema.optional().describe('下限'),
  max: decimalSchema.optional().describe('上限'),
  supplier: z
    .enum(['region', 'department', 'thirdParty', 'cycle'])
    .optional()
    .describe('由谁提供：被考核地区（默认）、成员单位、第三方、考核过程'),
  department: idSchema.optional().describe('提供或核验的成员单位'),
  evidence: textSchema.optional().describe('佐证材料'),
  partOf: idSchema.optional().describe('是哪个填报数据的一部分'),
  levels: byId(textSchema).optional().describe('level 的各级：代码与名称'),
  formula: formulaSchema.optional().describe('computed 的公式'),
  missing: z
    .enum(['refuse', 'zero', 'exclude', 'lastYear'])
    .optional()
    .describe(
      '缺报时：refuse 不计分、不排名（默认）；zero 按零；exclude 该指标除外、分值转移；lastYear 用上年值',
    ),
  target: z
    .strictObject({
      atLeast: formulaSchema.optional().describe('备案目标不得低于'),
      notFiled: formulaSchema.optional().describe('未备案时按此值；不写则作缺报'),
    })
    .optional()
    .describe('目标备案'),
  source: sourceSchema.optional(),
});

const parameter = z.strictObject({
  remove: z.literal(true).optional().describe('派生体系：删去此参数'),
  label: textSchema.optional().describe('名称'),
  unit: textSchema.optional().describe('计量单位'),
  value: decimalSchema.optional().describe('值'),
  values: z
    .array(
      z.strictObject({
        from: dateSchema.describe('自何日起生效'),
        value: decimalSchema.describe('值'),
      }),
    )
    .optional()
    .describe('按生效日期的值；取考核年度最后一日有效的一个'),
  source: sourceSchema.optional(),
});

const eventKind = z.strictObject({
  remove: z.literal(true).optional().describe('派生体系：删去此类事项'),
  label: textSchema.optional().describe('名称'),
  effect: z
    .enum(['bonus', 'penalty', 'veto'])
    .optional()
    .describe('bonus 加分；penalty 扣分；veto 一票否决或降级'),
  points: z
    .record(idSchema, decimalSchema)
    .optional()
    .describe('各级别的分，如 {national: 2, provincial: 1}'),
  levels: z
    .record(idSchema, textSchema)
    .optional()
    .describe('各级别的名称，如 {national: 国家级, provincial: 省级}；不写则用代号'),
  target: idSchema.optional().describe('记在哪个指标上；不写则记在总分上'),
  once: z.boolean().optional().describe('同一事项只取最高一次；默认 true'),
  cap: decimalSchema.optional().describe('本类加分或扣分的上限'),
  group: idSchema.optional().describe('加分组'),
  veto: z
    .strictObject({
      zero: idSchema.optional().describe('此指标或一级指标得零分'),
      lower: wholeSchema(1, 9).optional().describe('降几级'),
      bar: idSchema.optional().describe('不得评为此等级及以上'),
      grade: idSchema.optional().describe('直接定为此等级'),
    })
    .optional()
    .describe('否决的后果，只写一种'),
  source: sourceSchema.optional(),
  note: textSchema.optional().describe('说明'),
});

const adjustments = z.strictObject({
  source: sourceSchema.optional(),
  bonusCap: decimalSchema.optional().describe('加分合计上限'),
  penaltyCap: decimalSchema.optional().describe('扣分合计上限'),
  groupCaps: byId(decimalSchema).optional().describe('各加分组的上限'),
  mayPassFullPoints: z.boolean().optional().describe('总分可否超过满分；默认 false'),
  order: z
    .array(z.enum(['bonus', 'penalty', 'veto']))
    .optional()
    .describe('先后次序；默认 bonus、penalty、veto'),
  dateCounts: z
    .enum(['occurred', 'found'])
    .optional()
    .describe('哪个日期决定归入哪个考核年度：occurred 发生日（默认），found 认定日'),
  vetoedRank: z
    .enum(['keep', 'last', 'unranked'])
    .optional()
    .describe('被否决地区的名次：keep 照排（默认），last 排在最后，unranked 不排'),
  vetoedPlace: z
    .enum(['lapses', 'passesOn'])
    .optional()
    .describe('被否决地区空出的名额：lapses 空缺（默认），passesOn 递补'),
});

const grade = z.strictObject({
  label: textSchema.describe('等级名称'),
  atLeast: decimalSchema.optional().describe('总分大于等于'),
  rankAtMost: wholeSchema(1, 10000).optional().describe('名次在前几名以内'),
  quota: z
    .strictObject({
      count: wholeSchema(0, 10000).optional().describe('几个'),
      percent: decimalSchema.optional().describe('百分之几'),
      rounding: z.enum(['down', 'halfUp', 'up']).default('down').describe('不是整数时'),
      minimum: wholeSchema(0, 10000).default(0).describe('至少几个'),
    })
    .optional()
    .describe('名额'),
  noVeto: z.boolean().optional().describe('有否决或降级的不得评为此等级'),
});

const grading = z.strictObject({
  source: sourceSchema.optional(),
  within: z.enum(['all', 'group']).optional().describe('在全体（默认）或分组内评定'),
  from: z
    .enum(['printed', 'exact'])
    .optional()
    .describe('按印出的总分（默认）或未舍入的总分评等、排名'),
  ties: z
    .enum(['allIn', 'allOut', 'tieBreak', 'decision'])
    .optional()
    .describe('名额边界上同分：都进（默认）、都不进、按排名的 tieBreak、按记录在案的决定'),
  unfilled: z
    .enum(['lapse', 'passOn'])
    .optional()
    .describe('用不完的名额：作废（默认）或转给下一等级'),
  grades: byId(grade).optional().describe('自高到低的等级；最后一个不写条件'),
});

const ranking = z.strictObject({
  source: sourceSchema.optional(),
  ties: z
    .enum(['competition', 'dense'])
    .optional()
    .describe('并列：competition 1,2,2,4（默认），dense 1,2,2,3'),
  tieBreak: z.array(idSchema).optional().describe('同分时依次比较这些指标的得分'),
});

const condition = z.strictObject({
  grades: z.array(idSchema).optional().describe('等级属于'),
  rankAtMost: wholeSchema(1, 10000).optional().describe('名次在前几名以内'),
  bottom: wholeSchema(1, 10000).optional().describe('名次在后几名以内'),
  vetoed: z.boolean().optional().describe('有否决或降级'),
  years: wholeSchema(2, 10).optional().describe('连续几年都如此（含本年）'),
});

const consequence = z.strictObject({
  remove: z.literal(true).optional().describe('派生体系：删去此项运用'),
  label: textSchema.optional().describe('名称，如 通报表扬'),
  kind: z
    .enum(['praise', 'appraisalPoints', 'writtenReport', 'admonitionTalk', 'other'])
    .optional()
    .describe(
      'praise 表扬；appraisalPoints 绩效考核加减分；writtenReport 书面报告；admonitionTalk 约谈；other 其他（默认）',
    ),
  text: textSchema.optional().describe('印在通报里的话'),
  points: decimalSchema.optional().describe('绩效考核加（减）几分'),
  when: z.array(condition).optional().describe('符合其中任何一条；一条之内各项都要符合'),
  source: sourceSchema.optional(),
});

const check = z.strictObject({
  remove: z.literal(true).optional().describe('派生体系：删去此项核对'),
  label: textSchema.optional().describe('名称'),
  level: z.enum(['error', 'warning', 'note']).optional().describe('错误、提醒、说明；默认 warning'),
  kind: z
    .enum(['regionsTotal', 'parts', 'statedRate', 'sample', 'jump', 'relation'])
    .optional()
    .describe(
      'regionsTotal 各地区之和与全省；parts 各部分之和与总数；statedRate 填报的比率与个数；sample 样本量；jump 与上年相比；relation 应当成立的关系式',
    ),
  metric: idSchema.optional().describe('regionsTotal、sample、jump：填报数据'),
  parts: z.array(idSchema).optional().describe('parts：各部分'),
  stated: idSchema.optional().describe('statedRate：填报的比率'),
  computed: formulaSchema.optional().describe('statedRate：由个数算出的比率'),
  tolerance: decimalSchema
    .optional()
    .describe('允许的差；statedRate 不写则按填报的小数位数四舍五入后比较'),
  atLeast: decimalSchema.optional().describe('sample：最小样本量'),
  percent: decimalSchema.optional().describe('jump：增减超过百分之几'),
  by: decimalSchema.optional().describe('jump：增减超过多少（绝对数）'),
  that: formulaSchema.optional().describe('relation：关系式，如 failed <= sampled'),
});

/** An indicator set as it is written in set.yaml. */
export const setSchema = z
  .strictObject({
    language: wholeSchema(1, 1).describe('指标体系语言的版本，现为 1'),
    id: setIdSchema.describe('体系的固定代号'),
    version: versionSchema.describe('版本，如 1.0.0'),
    title: textSchema.describe('名称'),
    subject: textSchema
      .optional()
      .describe('考核的名称，用在公文标题里，如 市州人民政府质量工作考核；不写则用 title'),
    extends: reference.optional().describe('从哪个体系派生：代号与版本'),
    status: z
      .enum(['draft', 'consultation', 'issued', 'superseded'])
      .describe('draft 起草；consultation 征求意见；issued 已印发；superseded 已废止'),
    issued: z
      .strictObject({
        document: textSchema.describe('文号'),
        date: dateSchema.describe('印发日期'),
        issuer: textSchema.optional().describe('印发机关'),
      })
      .optional()
      .describe('印发文号与日期；status 为 issued 时必填'),
    supersedes: reference.optional().describe('取代哪个版本'),
    amendments: z
      .array(
        z.strictObject({
          document: textSchema.describe('修订的文件'),
          noticeDate: dateSchema.describe('通知日期'),
          from: dateSchema.describe('自何日起施行'),
          touches: z.array(idSchema).min(1).describe('涉及的指标、填报数据或参数'),
          summary: textSchema.describe('改了什么'),
        }),
      )
      .optional()
      .describe('修订：文件、通知日期、生效日期、涉及的指标'),
    year: periodSchema.describe('考核年度，即本年数据的期间，如 2015'),
    window: z
      .strictObject({
        from: dateSchema.describe('起始日期'),
        to: dateSchema.describe('截止日期'),
      })
      .describe('考核年度的起止日期（都含当日）'),
    fullPoints: decimalSchema.optional().describe('满分，100（默认）或 1000'),
    disclaimer: textSchema.optional().describe('声明，印在每一页，如 演示，非正式考核结果'),
    issuer: z
      .strictObject({
        name: textSchema.describe('发文机关'),
        addressees: textSchema.describe('主送机关'),
      })
      .optional()
      .describe('通报的发文机关与主送机关'),
    basis: byId(
      z.strictObject({
        title: textSchema.describe('文件名称'),
        document: textSchema.optional().describe('文号'),
        date: dateSchema.optional().describe('日期'),
        note: textSchema.optional().describe('说明'),
        use: z
          .enum(['basis', 'reference'])
          .optional()
          .describe('basis 依据，写进公文（默认）；reference 参考，只列在细则里'),
      }),
    )
      .optional()
      .describe('依据文件'),
    labels: z
      .strictObject({
        example: textSchema.optional().describe('示例怎样印；默认 示例，待主管部门确定'),
        unverified: textSchema.optional().describe('待核怎样印；默认 待核'),
      })
      .optional()
      .describe('「示例」「待核」怎样印'),
    departments: byId(textSchema).optional().describe('成员单位：代号与名称'),
    parameters: byId(parameter).optional().describe('参数'),
    metrics: byId(metric).optional().describe('填报数据'),
    retired: z
      .record(idSchema, successorSchema)
      .optional()
      .describe('改名或取消的填报数据：旧代号 → 新代号，取消写空'),
    indicators: z.record(idSchema, nodeSchema).optional().describe('指标树'),
    marking: markingSchema.optional().describe('评分指标的共同规定'),
    notApplicable: z
      .strictObject({ redistribute: redistributeSchema })
      .optional()
      .describe('不适用分值的去向；默认 siblings'),
    events: byId(eventKind).optional().describe('加分、扣分、否决与降级的事项'),
    adjustments: adjustments.optional().describe('加分、扣分、否决怎样合在一起'),
    score: z
      .strictObject({
        source: sourceSchema.optional(),
        round: wholeSchema(0, 10).optional().describe('总分四舍五入到几位；默认 2'),
      })
      .optional()
      .describe('总分的舍入'),
    grading: grading.optional().describe('等级'),
    ranking: ranking.optional().describe('名次'),
    consequences: byId(consequence).optional().describe('结果运用'),
    checks: byId(check).optional().describe('数据核对'),
  })
  .meta({ id: 'IndicatorSet', title: '考衡指标体系' });

/** The file as it is written, its shape checked and its scalars read. */
export type SetInput = z.output<typeof setSchema>;
