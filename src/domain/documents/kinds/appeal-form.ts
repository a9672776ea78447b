import type { DocumentKind } from '../document-kind.js';
import { describeAppeals } from '../parts/describe-appeals.js';
import { describeBase } from '../parts/describe-base.js';
import { requireRegion } from '../parts/require-region.js';
import { appealsSchema, type Appeals } from './appeals.schema.js';

/** 复核申请表: What a prefecture asks to have looked at again, on one indicator of its own. */
export const appealForm: DocumentKind<Appeals> = {
  id: 'appeal-form',
  label: '复核申请表',
  per: 'region',
  direction: 'internal',
  restsOnResult: true,
  schema: appealsSchema,
  build(source, named) {
    const region = requireRegion(named);
    return {
      ...describeBase(source, appealForm, region),
      appeals: describeAppeals(source, region),
    };
  },
};
