import type { DocumentKind } from '../document-kind.js';
import { departmentMarks } from './department-marks.js';
import { resultNotice } from './result-notice.js';
import { scoreSheet, scoreSummary } from './score-sheet.js';
import { selfAssessment } from './self-assessment.js';
import { targetFiling } from './target-filing.js';

/** Every kind of document, by the cycle's order. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  targetFiling,
  selfAssessment,
  departmentMarks,
  scoreSummary,
  scoreSheet,
  resultNotice,
];

/** The kind that a template's `model` names. */
export function documentKind(id: string): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind.id === id);
}
