import { profileChart } from '../charts/describe-charts.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import { describeBase, describeRegion } from '../parts/describe-base.js';
import { describeRectifications } from '../parts/describe-rectifications.js';
import { describeReview } from '../parts/describe-review.js';
import { requireRegion } from '../parts/require-region.js';
import { feedbackLetterSchema, type FeedbackLetter } from './feedback-letter.schema.js';

/**
 * 反馈意见函, one for each region: its score, what was done well, what was lost and why, what is to be put
 * right. Nothing of another region is in it; the mean of all only where the office says so, and only in
 * a field so large that nobody's own result can be told from it.
 */
export const feedbackLetter: DocumentKind<FeedbackLetter> = {
  id: 'feedback-letter',
  label: '反馈意见函',
  per: 'region',
  direction: 'level',
  restsOnResult: true,
  schema: feedbackLetterSchema,
  build(source, asked) {
    const region = requireRegion(asked);
    const { records } = source;
    const visits = records.siteVisits.filter((visit) => visit.region === region);
    const { government, name } = describeRegion(source.set, region);
    const { reportBy, requirements, profile } = records.feedback;
    return {
      ...describeBase(source, feedbackLetter, region, { addressees: government }),
      ...describeReview(source, region),
      organiser: records.scheme.organiser ?? '',
      praise: visits.flatMap((visit) => visit.praise),
      suggestions: visits.flatMap((visit) => visit.suggestions),
      rectifications: describeRectifications(source, region),
      findings: source.findings.filter((one) => one.region === region),
      requirements,
      reportBy: reportBy === undefined ? null : chineseDate(reportBy),
      profile:
        profile === 'none' ? null : (profileChart(source, region, profile === 'mean') ?? null),
      attachments: [`${name}考核评分明细表`],
    };
  },
};
