import type * as z from 'zod';
import { baseShape, fields, list } from '../document-model.schema.js';
import { departmentSheetPart } from '../parts/department-mark.schema.js';

/** 部门评分表. */
export const departmentMarksSchema = fields(
  { ...baseShape, departments: list(departmentSheetPart, '各部门一张') },
  '部门评分表',
);

export type DepartmentMarks = z.infer<typeof departmentMarksSchema>;
