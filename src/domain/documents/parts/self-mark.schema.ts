import * as z from 'zod';
import { blankable, fields, flag, printed } from '../document-model.schema.js';

/** One line of a 自评打分表. */
export const selfMarkPart = fields(
  {
    id: printed('指标代号'),
    number: printed('序号'),
    level: z.number().describe('级别，一级为 1'),
    isLeaf: flag('末级指标'),
    label: printed('名称'),
    fullPoints: printed('分值'),
    criterion: printed('评分标准'),
    points: blankable('自评得分'),
    pointsLost: printed('自评失分；没有失分或没有自评的为空'),
    hasLoss: flag('自评有失分'),
    isNotApplicable: flag('本地区不适用'),
    reason: printed('失分原因'),
    evidence: printed('佐证材料；自评没有写的，为应交的材料'),
  },
  '一项自评',
);

export type SelfMarkPart = z.infer<typeof selfMarkPart>;
