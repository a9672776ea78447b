import * as z from 'zod';
import { baseShape, fields, flag, list, printed } from '../document-model.schema.js';
import { noticeShape } from '../parts/notice.schema.js';

/** 结果报送函. */
export const resultSubmissionSchema = fields(
  {
    ...baseShape,
    ...noticeShape,
    noticeText: printed('通报的标题和文号；还没有文号时为空'),
    hasAppraisal: flag('指标体系规定了绩效考核加减分'),
    rows: list(
      fields(
        {
          id: printed('代号'),
          name: printed('名称'),
          score: printed('总分'),
          rank: printed('名次'),
          grade: printed('等级'),
          appraisal: printed('绩效考核加减分，带正负号；没有时为横线'),
          remarks: printed('否决、降级等，或空'),
        },
        '一个单位',
      ),
      '报送的结果，按名次',
    ),
    attachments: list(z.string(), '附件题名'),
  },
  '结果报送函',
);

export type ResultSubmission = z.infer<typeof resultSubmissionSchema>;
