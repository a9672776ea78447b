import * as z from 'zod';
import { list } from './list.schema.js';
import { faultSchema } from './problem.schema.js';

/** A region's figures, read out of its files. */
export const figuresSchema = z
  .strictObject({
    period: z.string().describe('数据的考核期间'),
    input: z.unknown().describe('读到的数据和自评，写法与预览的正文相同；有错的照原文'),
    figures: z.int().describe('读到几项'),
    faults: list(
      z.strictObject({
        ...faultSchema.shape,
        field: list(z.string()).optional().describe('这一处在 input 里的路径'),
      }),
    ).describe('全部错误，各在其文件、工作表和格子'),
  })
  .meta({ id: 'Figures', title: '读入的数据' });
