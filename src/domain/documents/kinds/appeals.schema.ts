import type * as z from 'zod';
import { baseShape, fields, list } from '../document-model.schema.js';
import { appealPart } from '../parts/appeal.schema.js';

/** 复核申请表 and 复核意见书. */
export const appealsSchema = fields(
  { ...baseShape, appeals: list(appealPart, '本单位的复核申请，一件一页；没有时为一张空表') },
  '复核申请和复核意见',
);

export type Appeals = z.infer<typeof appealsSchema>;
