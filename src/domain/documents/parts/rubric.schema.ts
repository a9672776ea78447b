import * as z from 'zod';
import { fields, flag, printed } from '../document-model.schema.js';

/** One line of the 评分细则. */
export const rubricPart = fields(
  {
    id: printed('代号'),
    number: printed('序号'),
    level: z.number().describe('级别，一级为 1'),
    isLeaf: flag('末级指标'),
    label: printed('指标'),
    fullPoints: printed('分值'),
    criterion: printed('评分标准，一级和中间各级为空'),
    materials: printed('验证材料，或空'),
    lead: printed('牵头单位，或空'),
    co: printed('配合单位，或空'),
    clause: printed('对应的任务条款，或空'),
    mark: printed('示例、待核，或空'),
  },
  '评分细则的一行',
);

/** 加分、扣分、否决 as rules. */
export const eventRulePart = fields(
  { label: printed('事项'), text: printed('怎样加、扣或否决'), mark: printed('示例、待核，或空') },
  '一条加分、扣分或否决的规定',
);

export type RubricPart = z.infer<typeof rubricPart>;
export type EventRulePart = z.infer<typeof eventRulePart>;
