import * as z from 'zod';
import { setParams } from './sets.schema.js';

/** The period of an uploaded year, where its files do not say it. */
export const yearQuery = z.strictObject({
  period: z.string().max(40).optional().describe('考核的期间；不写则按数据和体系'),
});

/** A set and a template in an address. */
export const templateParams = z.strictObject({
  ...setParams.shape,
  template: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .describe('公文模板，如 result-notice、score-sheet'),
});

export const documentQuery = z.strictObject({
  ...yearQuery.shape,
  region: z
    .string()
    .min(1)
    .max(60)
    .refine((name) => name !== 'all')
    .optional()
    .describe('一个地区的代号、行政区划代码或名称；不写则为全部地区一份'),
});

export const healthSchema = z
  .strictObject({ status: z.literal('ok'), version: z.string(), engine: z.string() })
  .meta({ id: 'Health', title: '运行状况' });

/** A workbook; the interface's description says which kind. */
export const workbookSchema = z.any().describe('填报表 .xlsx');

/** A document; the interface's description says that it is a PDF. */
export const pdfSchema = z.any().describe('PDF');
