import type * as z from 'zod';
import { baseShape, fields, list } from '../document-model.schema.js';
import { siteVisitPart } from '../parts/site-visit.schema.js';

/** 现场核查记录表. */
export const siteVisitRecordSchema = fields(
  { ...baseShape, visits: list(siteVisitPart, '各次核查；没有记录时为一张空表') },
  '现场核查记录表',
);

export type SiteVisitRecord = z.infer<typeof siteVisitRecordSchema>;
