import type * as z from 'zod';
import { blankable, fields, flag, list, printed } from '../document-model.schema.js';

/** One region's line under an indicator of a 部门评分表. */
export const departmentMarkPart = fields(
  {
    region: printed('被考核单位代号'),
    regionName: printed('被考核单位'),
    basis: printed('依据：评分的佐证材料，或计算所用的实际值'),
    points: blankable('得分；没有评的待填'),
    statusText: printed('缺报、不适用，或空'),
    reason: printed('扣分理由'),
    date: printed('评分日期，或空'),
  },
  '一个单位的评分',
);

/** One indicator that a department marks or answers for. */
export const departmentIndicatorPart = fields(
  {
    id: printed('代号'),
    number: printed('序号'),
    label: printed('名称'),
    fullPoints: printed('分值'),
    criterion: printed('评分标准'),
    isMarked: flag('由部门评分；否则由数据计算，部门核对'),
    rows: list(departmentMarkPart, '各单位'),
  },
  '一个指标的评分',
);

/** The sheet that one department signs and seals. */
export const departmentSheetPart = fields(
  {
    id: printed('代号'),
    name: printed('评分部门'),
    sheet: printed('第几张'),
    sheets: printed('共几张'),
    indicators: list(departmentIndicatorPart, '所评的指标'),
    pending: printed('还没有评的项数；没有时为空'),
  },
  '一个部门的评分表',
);

export type DepartmentMarkPart = z.infer<typeof departmentMarkPart>;
export type DepartmentIndicatorPart = z.infer<typeof departmentIndicatorPart>;
export type DepartmentSheetPart = z.infer<typeof departmentSheetPart>;
