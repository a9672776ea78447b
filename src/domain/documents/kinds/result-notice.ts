import type { DocumentKind } from '../document-kind.js';
import { methodSentences } from '../method-sentences.js';
import { describeBase } from '../parts/describe-base.js';
import { describeResults } from '../parts/describe-results.js';
import {
  describeConsequences,
  describeGrades,
  describeGroups,
} from '../parts/describe-verdicts.js';
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
  schema: resultNoticeSchema,
  build(source) {
    const { set, run, records, findings } = source;
    const regions = describeResults(set, run);
    return {
      ...describeBase(source, resultNotice),
      showsScores: records.notice.show === 'scores',
      regions,
      regionCount: regions.length,
      grades: describeGrades(set, run, regions, records.notice.order),
      groups: describeGroups(set, run, regions),
      consequences: describeConsequences(set, run, regions),
      requirements: records.notice.requirements,
      findings,
      method: methodSentences(set, run),
      attachments: ['计分与排名说明'],
    };
  },
};
