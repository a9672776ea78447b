import type * as z from 'zod';
import { baseShape, blankable, fields, flag, list, printed } from '../document-model.schema.js';
import { findingPart } from '../parts/result.schema.js';

/** One line of a 数据确认单. */
const confirmedValuePart = fields(
  {
    id: printed('填报数据的代号'),
    number: printed('序号'),
    label: printed('数据项'),
    supplier: printed('由谁提供：部门、市州填报、第三方、考核过程、由个数计算'),
    lastYear: printed('上年值，带单位；没有时为空'),
    value: blankable('本年值，带单位；缺报的待填'),
    source: printed('来源，或空'),
    verifier: printed('核验单位或核验人，或空'),
    reason: printed('申请不适用的理由，或空'),
    objection: printed('单位的异议，或空'),
  },
  '一项数据',
);

/** One event of the register, as it concerns the region. */
const eventPart = fields(
  {
    kind: printed('事项类别'),
    effectText: printed('加分、扣分、否决或降级'),
    matter: printed('事项'),
    occurred: printed('发生日期，或空'),
    found: printed('认定日期，或空'),
    authority: printed('认定单位，或空'),
    document: printed('文件，或空'),
    share: printed('本单位所占的份额；全部时为空'),
  },
  '一个事项',
);

/** 数据确认单. */
export const dataConfirmationSchema = fields(
  {
    ...baseShape,
    values: list(confirmedValuePart, '各项数据'),
    events: list(eventPart, '登记在本单位名下的事项'),
    findings: list(findingPart, '本单位数据的核对意见'),
    date: blankable('确认日期'),
    filler: printed('经办人，或空'),
    approver: printed('审核人，或空'),
    contact: printed('联系电话，或空'),
    isConfirmed: flag('确认无误'),
    isDisputed: flag('有异议'),
  },
  '数据确认单',
);

export type DataConfirmation = z.infer<typeof dataConfirmationSchema>;
