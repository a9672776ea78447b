import type { Workbooks } from '../../ports/workbooks.js';
import { annotateWorkbook } from './annotate-workbook.js';
import { writeWorkbook } from './write-workbook.js';

/** Workbooks written by hucre. */
export const hucreWorkbooks: Workbooks = { write: writeWorkbook, annotate: annotateWorkbook };
