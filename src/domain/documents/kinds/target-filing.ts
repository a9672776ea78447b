import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeTargets } from '../parts/describe-targets.js';
import { requireRegion } from '../parts/require-region.js';
import { targetFilingSchema, type TargetFiling } from './target-filing.schema.js';

/**
 * 目标备案表: what a prefecture undertakes, held against the least that is allowed and last year's
 * value, with the department's opinion and the office's acceptance. What was not filed is a blank.
 */
export const targetFiling: DocumentKind<TargetFiling> = {
  id: 'target-filing',
  label: '目标备案表',
  per: 'region',
  direction: 'internal',
  restsOnResult: false,
  schema: targetFilingSchema,
  build(source, named) {
    const region = requireRegion(named);
    const record = source.records.targetFilings[region];
    const targets = describeTargets(source, region);
    return {
      ...describeBase(source, targetFiling, region),
      targets,
      hasBasis: targets.some(({ basis }) => basis !== ''),
      floorBases: targets
        .filter(({ floorBasis }) => floorBasis !== '')
        .map(({ number, floorBasis }) => `${number}.${floorBasis}`)
        .join('；'),
      date: record?.date === undefined ? null : chineseDate(record.date),
      filler: record?.filler ?? '',
      approver: record?.approver ?? '',
      contact: record?.contact ?? '',
      acceptance: record?.acceptance ?? '',
      accepted: record?.accepted === undefined ? null : chineseDate(record.accepted),
    };
  },
};
