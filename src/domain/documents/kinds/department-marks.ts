import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeDepartmentMarks } from '../parts/describe-department-marks.js';
import { departmentMarksSchema, type DepartmentMarks } from './department-marks.schema.js';

/**
 * 部门评分表: one sheet for each member department, to be signed and sealed: its indicators by regions,
 * or by the region that is asked for alone.
 */
export const departmentMarks: DocumentKind<DepartmentMarks> = {
  id: 'department-marks',
  label: '部门评分表',
  per: 'all',
  direction: 'internal',
  restsOnResult: true,
  schema: departmentMarksSchema,
  build: (source, region) => ({
    ...describeBase(source, departmentMarks, region),
    departments: describeDepartmentMarks(source, region),
  }),
};
