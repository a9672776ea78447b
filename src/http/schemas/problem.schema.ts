import * as z from 'zod';
import { list } from './list.schema.js';

/** A fault with its place and its sentences. */
export const faultSchema = z
  .strictObject({
    file: z.string().describe('文件，或「请求正文」'),
    sheet: z.string().optional().describe('工作表'),
    line: z.int().describe('行，从 1 起'),
    column: z.int().describe('列，从 1 起'),
    code: z.string().describe('稳定的错误代码'),
    what: z.string().describe('哪里不对'),
    todo: z.string().describe('怎样改正'),
  })
  .meta({ id: 'Fault', title: '一处错误' });

/** A problem by RFC 9457, with the faults of what was sent. */
export const problemSchema = z
  .strictObject({
    type: z.string().describe('说明的地址'),
    title: z.string().describe('同一代码总是同一句'),
    status: z.int(),
    code: z.string().describe('稳定的问题代码'),
    detail: z.string().describe('怎样处理'),
    instance: z.string().optional().describe('本次请求的编号，报告问题时用'),
    faults: list(faultSchema).optional().describe('全部错误，一次列出'),
  })
  .meta({ id: 'Problem', title: '问题（RFC 9457）' });

export const faultsSchema = list(faultSchema);

export type Problem = z.output<typeof problemSchema>;
export type ToldFault = z.output<typeof faultSchema>;
