import type { DocumentKind } from '../document-kind.js';
import { describeAppeals } from '../parts/describe-appeals.js';
import { describeBase } from '../parts/describe-base.js';
import { requireRegion } from '../parts/require-region.js';
import { appealsSchema, type Appeals } from './appeals.schema.js';

/** 复核意见书: What was ruled on a prefecture’s appeal, and what that moves of its own score. */
export const appealRuling: DocumentKind<Appeals> = {
  id: 'appeal-ruling',
  label: '复核意见书',
  per: 'region',
  direction: 'internal',
  restsOnResult: true,
  schema: appealsSchema,
  build(source, named) {
    const region = requireRegion(named);
    return {
      ...describeBase(source, appealRuling, region),
      appeals: describeAppeals(source, region),
    };
  },
};
