import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeSelfMarks } from '../parts/describe-self-marks.js';
import { describeTargets } from '../parts/describe-targets.js';
import { prefecturePaper } from '../parts/prefecture-paper.js';
import { requireRegion } from '../parts/require-region.js';
import { selfAssessmentSchema, type SelfAssessment } from './self-assessment.schema.js';

/**
 * 自评报告 (上行文 of a prefecture's government) with its 自评打分表: what it says of itself, by its own
 * figures, before anybody has checked them. It says nothing of the points that others gave.
 */
export const selfAssessment: DocumentKind<SelfAssessment> = {
  id: 'self-assessment',
  label: '自评报告',
  per: 'region',
  direction: 'upward',
  restsOnResult: false,
  issuer: 'region',
  schema: selfAssessmentSchema,
  build(source, named) {
    const region = requireRegion(named);
    const record = source.records.selfReports[region];
    const { rows, total, lost, unmarked } = describeSelfMarks(source, region);
    return {
      ...describeBase(source, selfAssessment, region),
      paper: prefecturePaper(source, selfAssessment, region, record),
      overview: record?.overview ?? [],
      targets: describeTargets(source, region).filter(
        ({ used, stated }) => used !== '' && stated !== '',
      ),
      measures: record?.measures ?? [],
      problems: record?.problems ?? [],
      plans: record?.plans ?? [],
      rows,
      losses: rows.filter(({ hasLoss }) => hasLoss),
      notApplicable: rows.filter(({ isNotApplicable }) => isNotApplicable),
      selfTotal: total,
      lostTotal: lost,
      unmarked,
      isComplete: unmarked === 0,
      attachments: ['自评打分表'],
    };
  },
};
