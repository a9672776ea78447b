import type { DocumentKind } from '../document-kind.js';
import { describeAppeals } from '../parts/describe-appeals.js';
import { describeBase } from '../parts/describe-base.js';
import { requireRegion } from '../parts/require-region.js';
import { appealsSchema, type Appeals } from './appeals.schema.js';

/** 复核申请表: what a prefecture asks to have looked at again, on one indicator of its own. */
export const appealForm = appealPaper('appeal-form', '复核申请表');

/** 复核意见书: what was ruled on a prefecture's appeal, and what that moves of its own score. */
export const appealRuling = appealPaper('appeal-ruling', '复核意见书');

/** Both say the same of an appeal; the template decides what of it is printed. */
function appealPaper(id: string, label: string): DocumentKind<Appeals> {
  const kind: DocumentKind<Appeals> = {
    id,
    label,
    per: 'region',
    direction: 'internal',
    restsOnResult: true,
    schema: appealsSchema,
    build(source, named) {
      const region = requireRegion(named);
      return {
        ...describeBase(source, kind, region),
        appeals: describeAppeals(source, region),
      };
    },
  };
  return kind;
}
