import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeNotice } from '../parts/describe-notice.js';
import { resultNoticeSchema, type ResultNotice } from './result-notice.schema.js';

/**
 * 考核结果通报: grades alone or with scores and ranks, by group; an empty grade prints 无. It is about
 * all regions, whichever is named: a notice to one of them would be a 反馈意见函.
 */
export const resultNotice: DocumentKind<ResultNotice> = {
  id: 'result-notice',
  label: '考核结果通报',
  per: 'all',
  direction: 'downward',
  restsOnResult: true,
  schema: resultNoticeSchema,
  build(source) {
    const notice = describeNotice(source);
    return {
      ...describeBase(source, resultNotice),
      ...notice,
      attachments: notice.showsScores
        ? ['考核得分和名次表', '计分与排名说明']
        : ['计分与等级确定说明'],
    };
  },
};
