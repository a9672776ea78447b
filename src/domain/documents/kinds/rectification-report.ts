import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource } from '../document-source.js';
import { describeBase } from '../parts/describe-base.js';
import { describeRectifications } from '../parts/describe-rectifications.js';
import { describeReview } from '../parts/describe-review.js';
import { prefecturePaper } from '../parts/prefecture-paper.js';
import type { RectificationPart } from '../parts/rectification.schema.js';
import { requireRegion } from '../parts/require-region.js';
import type { ReviewPart } from '../parts/review.schema.js';
import {
  rectificationReportSchema,
  type RectificationReport,
} from './rectification-report.schema.js';

/** 整改报告, which a prefecture's government sends up, signed: what was put right, what was not yet. */
export const rectificationReport: DocumentKind<RectificationReport> = {
  id: 'rectification-report',
  label: '整改报告',
  per: 'region',
  direction: 'upward',
  restsOnResult: true,
  issuer: 'region',
  schema: rectificationReportSchema,
  build(source, asked) {
    const region = requireRegion(asked);
    const record = source.records.rectificationReports[region];
    const review = describeReview(source, region);
    const recorded = describeRectifications(source, region);
    return {
      ...describeBase(source, rectificationReport, region),
      paper: prefecturePaper(source, rectificationReport, region, record),
      ...review,
      feedback: feedbackText(source, region),
      overview: record?.overview ?? [],
      rectifications: recorded.length > 0 ? recorded : asBlanks(review),
      progressText: progressText(source, region),
      plans: record?.plans ?? [],
      attachments: ['考核反馈问题整改情况表'],
    };
  },
};

/** Who wrote the letter that is answered, and its number. */
function feedbackText({ records }: DocumentSource, region: string): string {
  const letter = records.papers['feedback-letter'];
  const office = letter?.from === undefined ? undefined : records.offices[letter.from];
  const number = letter?.numbers[region] ?? letter?.number;
  if (office === undefined) return '';
  return `${office.name}反馈意见函${number === undefined ? '' : `（${number}）`}`;
}

/** Where nothing is recorded yet: what lost points, with everything else to be filled in. */
function asBlanks({ losses }: ReviewPart): readonly RectificationPart[] {
  return losses.map((loss, index) => ({
    number: String(index + 1),
    problem: `${loss.label}${loss.reason === '' ? '' : `：${loss.reason}`}`,
    ...{ indicator: loss.id, lost: loss.lost },
    basis: `评分细则${loss.number}`,
    ...{ owner: '', measures: '', deadline: null, progress: '', evidence: '', statusText: '' },
  }));
}

function progressText({ records }: DocumentSource, region: string): string {
  const own = records.rectifications.filter((one) => one.region === region);
  if (own.length === 0) return '';
  const count = (...statuses: readonly string[]): number =>
    own.filter(({ status }) => statuses.includes(status)).length;
  const reviewed = count('reviewed');
  const parts = [
    `已完成${String(count('done', 'reviewed'))}项${reviewed > 0 ? `（其中已销号${String(reviewed)}项）` : ''}`,
    ...(count('open') > 0 ? [`正在整改${String(count('open'))}项`] : []),
    ...(count('overdue') > 0 ? [`逾期${String(count('overdue'))}项`] : []),
  ];
  return `反馈问题共${String(own.length)}项，${parts.join('，')}`;
}
