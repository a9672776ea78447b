import type * as z from 'zod';
import { blankable, fields, flag, printed } from '../document-model.schema.js';

/** One line of a 目标备案表. */
export const targetPart = fields(
  {
    metric: printed('填报数据的代号'),
    number: printed('序号'),
    label: printed('指标'),
    unit: printed('单位'),
    floor: printed('规定的下限，带单位；没有规定时为空'),
    floorBasis: printed('下限的依据，或空'),
    lastYear: printed('上年实际值，带单位；没有时为空'),
    filed: blankable('备案目标，带单位'),
    used: printed('考核所用的目标，带单位；没有时为空'),
    isBelowFloor: flag('备案目标低于下限'),
    stated: printed('市州自己填报的本年实际值，没有填报的由个数计算；没有时为空'),
    isMet: flag('按填报值达到目标'),
    gap: printed('比目标低多少，如 2.52个百分点；达到的或没有数的为空'),
    department: printed('牵头部门，或空'),
    basis: printed('测算依据，或空'),
    opinion: blankable('部门意见'),
  },
  '一项备案目标',
);

export type TargetPart = z.infer<typeof targetPart>;
