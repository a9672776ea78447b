import * as z from 'zod';
import { fields, list, printed } from '../document-model.schema.js';

/** A chart as numbers and ready texts; drawChart makes a picture of it. */
export const chartPart = fields(
  {
    kind: z
      .enum(['ranking', 'profile', 'years'])
      .describe('ranking 排名条形图；profile 得分率对照；years 与上年对照'),
    title: printed('图题'),
    alternative: printed('图的文字说明'),
    /** The end of the scale. */
    max: z.number().describe('刻度的最大值'),
    ownLabel: printed('本单位、本年的图例'),
    otherLabel: printed('对照的图例；没有对照时为空'),
    bands: list(
      fields({ label: printed('名称，如 A级'), at: z.number().describe('起点') }, '一条等级线'),
      '等级线',
    ),
    rows: list(
      fields(
        {
          label: printed('名称'),
          value: z.number().nullable().describe('数值；没有时不画'),
          text: printed('数值的写法'),
          other: z.number().nullable().describe('对照的数值'),
          note: printed('右侧的字，如等级'),
        },
        '一行',
      ),
      '各行',
    ),
  },
  '一幅图',
);

export type ChartPart = z.infer<typeof chartPart>;
