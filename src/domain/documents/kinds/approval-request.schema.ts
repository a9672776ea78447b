import * as z from 'zod';
import { baseShape, fields, list, printed } from '../document-model.schema.js';
import { noticeShape } from '../parts/notice.schema.js';
import { columnPart } from '../parts/result.schema.js';

/** 考核结果的请示. */
export const approvalRequestSchema = fields(
  {
    ...baseShape,
    ...noticeShape,
    columns: list(columnPart, '汇总表各栏'),
    noticeIssuer: printed('拟印发通报的机关，或空'),
    noticeTitle: printed('代拟的通报的标题'),
    noticeAddressees: printed('代拟的通报的主送机关，或空'),
    attachments: list(z.string(), '附件题名'),
  },
  '考核结果的请示',
);

export type ApprovalRequest = z.infer<typeof approvalRequestSchema>;
