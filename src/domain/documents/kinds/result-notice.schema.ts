import * as z from 'zod';
import { baseShape, fields, list } from '../document-model.schema.js';
import { noticeShape } from '../parts/notice.schema.js';

/** 考核结果通报. */
export const resultNoticeSchema = fields(
  { ...baseShape, ...noticeShape, attachments: list(z.string(), '附件题名') },
  '考核结果通报',
);

export type ResultNotice = z.infer<typeof resultNoticeSchema>;
