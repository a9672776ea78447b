import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import { describeBase } from '../parts/describe-base.js';
import { describeLedger } from '../parts/describe-ledger.js';
import {
  rectificationLedgerSchema,
  type RectificationLedger,
} from './rectification-ledger.schema.js';

/**
 * 整改台账 of all prefectures, or of the one that is asked for: what is to be put right by whom and
 * when, and how far it is. The ledger's date decides what is overdue.
 */
export const rectificationLedger: DocumentKind<RectificationLedger> = {
  id: 'rectification-ledger',
  label: '整改台账',
  per: 'all',
  direction: 'internal',
  restsOnResult: true,
  schema: rectificationLedgerSchema,
  build(source, region) {
    const asOf = source.records.papers[rectificationLedger.id]?.date;
    const rows = describeLedger(source, region, asOf);
    const count = (status: string): number =>
      rows.filter(({ statusText }) => statusText === status).length;
    const undecided = rows.filter(({ isCandidate }) => isCandidate).length;
    return {
      ...describeBase(source, rectificationLedger, region),
      rows,
      count: rows.length,
      open: count('整改中'),
      overdue: rows.filter(({ isOverdue }) => isOverdue).length,
      done: count('已完成待复核'),
      reviewed: count('已销号'),
      undecided,
      hasCandidates: undecided > 0,
      asOf: asOf === undefined ? null : chineseDate(asOf),
    };
  },
};
