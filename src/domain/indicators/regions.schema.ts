import * as z from 'zod';
import { byId, dateSchema, idSchema, textSchema } from './scalars.schema.js';

const codeSchema = z
  .preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().regex(/^\d{6}(\d{3}|\d{6})?$/, { error: 'code' }),
  )
  .meta({ kaoheng: 'code' });

/** The name, code and group of a region, from a date on. */
const naming = z.strictObject({
  from: dateSchema.optional().describe('自何日起'),
  name: textSchema.describe('名称'),
  code: codeSchema.optional().describe('GB/T 2260 代码；开发区可无'),
  group: idSchema.optional().describe('分组'),
});

const region = z.strictObject({
  name: textSchema.optional().describe('名称'),
  code: codeSchema.optional().describe('GB/T 2260 代码；开发区可无'),
  group: idSchema.optional().describe('分组'),
  names: z.array(naming).min(1).optional().describe('名称、代码、分组有过变动时按日期列出'),
  since: dateSchema.optional().describe('设立日期'),
  until: dateSchema.optional().describe('撤销日期'),
  follows: z.array(idSchema).min(1).optional().describe('由哪些地区而来'),
  by: z
    .enum(['rename', 'split', 'merger'])
    .optional()
    .describe('怎样而来：rename 更名承继（上年值随之），split 析置，merger 合并（上年值作缺报）'),
  lastYear: z
    .enum(['missing', 'sum'])
    .optional()
    .describe('析置、合并后的上年值：missing 缺报（默认），sum 取前身之和'),
});

/** regions.yaml: who is assessed. */
export const regionsSchema = z
  .strictObject({
    total: z
      .strictObject({
        id: idSchema.describe('合计在数据里的代号'),
        name: textSchema.describe('名称'),
        code: codeSchema.optional().describe('GB/T 2260 代码'),
      })
      .optional()
      .describe('全省（州）合计在数据里的代号'),
    groups: byId(textSchema).optional().describe('分组：代号与名称'),
    regions: byId(region).describe('被考核地区'),
  })
  .meta({ id: 'Regions', title: '被考核地区' });

export type RegionsInput = z.output<typeof regionsSchema>;
