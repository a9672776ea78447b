import * as z from 'zod';
import { fields, flag, list, printed } from '../document-model.schema.js';

/** One line of a region's score sheet. */
export const indicatorPart = fields(
  {
    id: printed('代号'),
    number: printed('序号，如 1.2.3'),
    level: z.number().describe('级别，一级为 1'),
    isLeaf: flag('末级指标'),
    label: printed('名称'),
    fullPoints: printed('分值'),
    points: printed('得分'),
    pointsLost: printed('失分'),
    hasLoss: flag('有失分'),
    selfPoints: printed('自评得分'),
    valueText: printed('实际值，带单位'),
    statusText: printed('缺报、不适用、待定，或空'),
    formulaText: printed('计分规则的文字'),
    reason: printed('扣分理由'),
    lead: printed('牵头单位'),
    clause: printed('条款'),
    mark: printed('示例、待核，或空'),
  },
  '一个指标的结果',
);

/** One region's result. */
export const regionResultPart = fields(
  {
    id: printed('代号'),
    code: printed('行政区划代码'),
    name: printed('名称'),
    government: printed('政府名称'),
    groupLabel: printed('组别'),
    score: printed('总分；没有时为横线'),
    baseScore: printed('基础分'),
    bonus: printed('加分'),
    penalty: printed('扣分'),
    grade: printed('等级'),
    gradeBeforeVeto: printed('否决前的等级'),
    isDowngraded: flag('因否决或降级，等级降了'),
    rank: printed('名次'),
    groupRank: printed('组内名次'),
    vetoes: list(z.string(), '一票否决、降级的事项'),
    note: printed('备注'),
    cells: list(
      fields(
        {
          id: printed('指标代号'),
          text: printed('得分'),
          moved: printed('不适用项的分值转入后的满分；没有转入的为空'),
        },
        '一栏',
      ),
      '汇总表各栏的得分，与 columns 同序',
    ),
    indicators: list(indicatorPart, '各指标'),
  },
  '一个被考核单位的结果',
);

/** A name in a list. */
export const memberPart = fields({ id: printed('代号'), name: printed('名称') }, '一个单位');

/** 等级名单. */
export const gradePart = fields(
  {
    id: printed('等级'),
    label: printed('名称，如 A级'),
    names: printed('单位名单，用顿号隔开；没有时为 无'),
    members: list(memberPart, '单位'),
    isEmpty: flag('没有单位'),
    count: z.number().describe('个数'),
  },
  '一个等级',
);

/** 分组结果. */
export const groupPart = fields(
  {
    id: printed('代号'),
    label: printed('组别'),
    regions: list(
      fields(
        {
          id: printed('代号'),
          rank: printed('组内名次'),
          name: printed('名称'),
          score: printed('总分'),
          grade: printed('等级'),
        },
        '组内单位',
      ),
      '按组内名次',
    ),
  },
  '一个组',
);

export const findingPart = fields(
  {
    level: z.enum(['error', 'warning', 'note']).describe('级别'),
    levelText: printed('错误、提醒、说明'),
    message: printed('核对意见'),
    region: printed('被考核单位代号，或空'),
    regionName: printed('被考核单位，或空'),
  },
  '一条数据核对意见',
);

/** A column of the wide table: a first-level block, or a leaf where there are few. */
export const columnPart = fields(
  {
    id: printed('代号'),
    number: printed('序号'),
    label: printed('名称'),
    fullPoints: printed('分值'),
  },
  '汇总表的一栏',
);

export const consequencePart = fields(
  {
    text: printed('结果运用'),
    names: printed('单位名单；没有时为空'),
    members: list(memberPart, '适用的单位'),
    isForAll: flag('适用于全部单位'),
  },
  '一条结果运用',
);

export type IndicatorPart = z.infer<typeof indicatorPart>;
export type RegionResultPart = z.infer<typeof regionResultPart>;
export type MemberPart = z.infer<typeof memberPart>;
export type GradePart = z.infer<typeof gradePart>;
export type GroupPart = z.infer<typeof groupPart>;
export type FindingPart = z.infer<typeof findingPart>;
export type ColumnPart = z.infer<typeof columnPart>;
export type ConsequencePart = z.infer<typeof consequencePart>;
