import type * as z from 'zod';
import { baseShape, blankable, fields, flag, list, printed } from '../document-model.schema.js';
import { targetPart } from '../parts/target.schema.js';

/** 目标备案表. */
export const targetFilingSchema = fields(
  {
    ...baseShape,
    targets: list(targetPart, '各项目标'),
    hasBasis: flag('有测算依据'),
    floorBases: printed('各项下限的依据，用分号隔开，或空'),
    date: blankable('填报日期'),
    filler: printed('填报人，或空'),
    approver: printed('审核人，或空'),
    contact: printed('联系电话，或空'),
    acceptance: printed('备案意见，或空'),
    accepted: blankable('备案日期'),
  },
  '目标备案表',
);

export type TargetFiling = z.infer<typeof targetFilingSchema>;
