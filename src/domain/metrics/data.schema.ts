import * as z from 'zod';

/**
 * A number or a text as it stands in the file; nothing at all is a blank. What it means is decided
 * where it is held against the set, so that YAML, CSV and Excel cannot disagree.
 */
const scalar = (description: string) =>
  z
    .union([z.string(), z.number(), z.boolean(), z.null()])
    .optional()
    .describe(description)
    .meta({ kaoheng: 'scalar' });

const valueCell = z
  .union([
    scalar('值：数、是/否、分级代码；不写为缺报，0 是零，不适用 是申请不适用'),
    z.strictObject({
      value: scalar('值；不写为缺报，0 是零，不适用 是申请不适用'),
      status: scalar('状态：已报、缺报、不适用（申请）、核准不适用'),
      source: scalar('来源文件；不写则用文件开头的 source'),
      verifier: scalar('核验人，或核准不适用的牵头单位'),
      reason: scalar('理由；不适用必须写'),
      issuer: scalar('公布的统计值：发布单位'),
      document: scalar('公布的统计值：文件名称或文号'),
      date: scalar('公布的统计值：发布日期，如 2015-03-01'),
      sample: scalar('公布的统计值：样本量'),
    }),
  ])
  .describe(
    '一个填报数据：直接写值，或写明值、状态、来源、核验人、理由；公布的统计值写发布单位、文件、日期、样本量',
  );

const targetCell = z
  .union([
    scalar('备案目标值；不写为未备案'),
    z.strictObject({
      value: scalar('备案目标值；不写为未备案'),
      source: scalar('备案文件'),
      verifier: scalar('核验人'),
    }),
  ])
  .describe('一个备案目标');

const pointsCell = z
  .union([
    scalar('得分；不写为未评'),
    z.strictObject({
      points: scalar('得分；不写为未评，不适用 是申请（自评）或核准（牵头单位）不适用'),
      reason: scalar('扣分理由；未得满分必须写（自评除外）'),
      evidence: scalar('佐证材料'),
      date: scalar('评分日期，如 2015-09-03'),
    }),
  ])
  .describe('一个评分：直接写分数，或写明分数、理由、佐证、日期');

const byName = <T extends z.ZodType>(item: T) => z.record(z.string(), item.nullable());

const marksOfMarker = byName(byName(pointsCell));
const marksOfStage = byName(marksOfMarker);

const mark = z.strictObject({
  region: scalar('地区：代号、行政区划代码或名称'),
  indicator: scalar('指标：代号、序号或名称'),
  stage: scalar('环节：自评、部门评分、实地核查、复核（或 self、department、siteVisit、review）'),
  marker: scalar('评分单位：代号或名称；自评不写'),
  points: scalar('得分；不写为未评'),
  reason: scalar('扣分理由；未得满分必须写（自评除外）'),
  evidence: scalar('佐证材料'),
  date: scalar('评分日期'),
});

const nestedMarks = z.strictObject({
  self: marksOfMarker.nullable().optional().describe('自评：{指标: {地区: 得分}}'),
  自评: marksOfMarker.nullable().optional().describe('同 self'),
  department: marksOfStage
    .nullable()
    .optional()
    .describe('部门评分：{评分单位: {指标: {地区: 得分}}}'),
  部门评分: marksOfStage.nullable().optional().describe('同 department'),
  siteVisit: marksOfStage
    .nullable()
    .optional()
    .describe('实地核查：{核查组: {指标: {地区: 得分}}}'),
  实地核查: marksOfStage.nullable().optional().describe('同 siteVisit'),
  review: marksOfStage.nullable().optional().describe('复核：{复核单位: {指标: {地区: 得分}}}'),
  复核: marksOfStage.nullable().optional().describe('同 review'),
});

const event = z.strictObject({
  id: scalar('编号，一个事项一个编号'),
  kind: scalar('事项类别：代号或名称'),
  level: scalar('级别，如 national、provincial'),
  matter: scalar('同一事项的名称；同名的只取最高一次；不写则用编号'),
  occurred: scalar('发生日期'),
  found: scalar('认定日期'),
  authority: scalar('认定机关'),
  document: scalar('认定文件'),
  summary: scalar('摘要'),
  regions: z
    .union([z.array(scalar('地区')), byName(scalar('份额，合计不超过 1'))])
    .describe('涉及的地区：一个地区写 [代号]；几个地区写 {代号: 份额}，份额合计不超过 1'),
});

const past = z.strictObject({
  grade: scalar('等级：代号或名称'),
  rank: scalar('名次'),
  score: scalar('总分'),
});

const decision = z.strictObject({
  regions: z.array(scalar('地区')).describe('同分的地区，按决定的先后排列'),
  document: scalar('决定的文件'),
  reason: scalar('理由'),
});

/** A data file in YAML: a year's metrics, targets, marks, events, earlier results, decisions. */
export const dataSchema = z
  .strictObject({
    period: scalar('考核年度（期间），如 2024、2025-H1、2023-Q1-Q3'),
    source: scalar('本文件数据的来源；各数据可另写'),
    note: scalar('说明，不参与计算'),
    metrics: byName(byName(byName(valueCell)))
      .nullable()
      .optional()
      .describe('填报数据：{期间: {地区: {填报数据: 值}}}；往年的值写在往年的期间下'),
    targets: byName(byName(targetCell))
      .nullable()
      .optional()
      .describe('目标备案：{地区: {填报数据: 目标值}}'),
    marks: z
      .union([z.array(mark), nestedMarks])
      .nullable()
      .optional()
      .describe('评分：逐条列出，或按环节、评分单位、指标、地区分层写'),
    events: z.array(event).nullable().optional().describe('加分、扣分、否决事项登记'),
    history: byName(byName(past))
      .nullable()
      .optional()
      .describe('往年结果：{期间: {地区: {grade, rank, score}}}'),
    decisions: z.array(decision).nullable().optional().describe('对同分的决定'),
  })
  .meta({ id: 'YearData', title: '考核年度数据' });

/** A data file with its shape checked; its scalars are still the texts of the file. */
export type DataInput = z.output<typeof dataSchema>;
