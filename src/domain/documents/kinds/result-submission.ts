import type { IndicatorSet } from '../../indicators/index.js';
import { decimal, decimalText } from '../../kernel/decimal.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource } from '../document-source.js';
import { describeBase } from '../parts/describe-base.js';
import { describeNotice } from '../parts/describe-notice.js';
import { describePaper } from '../parts/describe-paper.js';
import { resultNotice } from './result-notice.js';
import { resultSubmissionSchema, type ResultSubmission } from './result-submission.schema.js';

const DASH = '—';

/**
 * 结果报送函 to whoever uses the result: the personnel and the appraisal bodies. Scores and appraisal
 * points are in it whatever the 通报 publishes. It is about all regions, whichever is named.
 */
export const resultSubmission: DocumentKind<ResultSubmission> = {
  id: 'result-submission',
  label: '结果报送函',
  per: 'all',
  direction: 'level',
  restsOnResult: true,
  schema: resultSubmissionSchema,
  build(source) {
    const base = describeBase(source, resultSubmission);
    const notice = describeNotice(source);
    return {
      ...base,
      ...notice,
      noticeText: noticeText(source, `关于${base.set.yearText}${base.set.activity}结果的通报`),
      hasAppraisal: appraisals(source.set).length > 0,
      rows: notice.regions.map(({ id, name, score, rank, grade, vetoes, note }) => ({
        ...{ id, name, score, rank, grade, appraisal: appraisalOf(source, id) },
        remarks: [...vetoes, note].filter((text) => text !== '').join('；'),
      })),
      attachments: ['考核结果表'],
    };
  },
};

function appraisals(set: IndicatorSet): IndicatorSet['consequences'] {
  return set.consequences.filter(({ kind }) => kind === 'appraisalPoints');
}

/** What a region's consequences add to its performance appraisal. */
function appraisalOf({ set, run }: DocumentSource, region: string): string {
  const own = run.regions.find(({ id }) => id === region)?.consequences ?? [];
  const points = appraisals(set).flatMap((one) =>
    own.includes(one.id) && one.points !== undefined ? [decimal(one.points)] : [],
  );
  if (points.length === 0) return DASH;
  const sum = points.reduce((total, one) => total.plus(one), decimal(0));
  return `${sum.greaterThan(0) ? '+' : ''}${decimalText(sum)}`;
}

/** The notice by its title and number, once it has a number. */
function noticeText(source: DocumentSource, title: string): string {
  const paper = source.records.papers[resultNotice.id];
  if (paper?.from === undefined || paper.number === undefined) return '';
  return `《${describePaper(source, resultNotice).issuer}${title}》（${paper.number}）`;
}
