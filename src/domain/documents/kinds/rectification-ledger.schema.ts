import * as z from 'zod';
import { baseShape, blankable, fields, flag, list } from '../document-model.schema.js';
import { ledgerRowPart } from '../parts/ledger.schema.js';

/** 整改台账. */
export const rectificationLedgerSchema = fields(
  {
    ...baseShape,
    rows: list(ledgerRowPart, '整改事项，按单位'),
    count: z.number().describe('事项个数'),
    open: z.number().describe('整改中的个数'),
    overdue: z.number().describe('逾期的个数'),
    done: z.number().describe('已完成待复核的个数'),
    reviewed: z.number().describe('已销号的个数'),
    undecided: z.number().describe('是否列入待定的个数'),
    hasCandidates: flag('有待定的事项'),
    asOf: blankable('台账日期，逾期据此认定'),
  },
  '整改台账',
);

export type RectificationLedger = z.infer<typeof rectificationLedgerSchema>;
