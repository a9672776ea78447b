import type { DocumentKind } from '../document-kind.js';
import { admonitionNotice } from './admonition-notice.js';
import { appealForm, appealRuling } from './appeals.js';
import { approvalRequest } from './approval-request.js';
import { assessmentNotice } from './assessment-notice.js';
import { dataConfirmation } from './data-confirmation.js';
import { departmentMarks } from './department-marks.js';
import { derivation } from './derivation.js';
import { feedbackLetter } from './feedback-letter.js';
import { handbook } from './handbook.js';
import { preview } from './preview.js';
import { rectificationLedger } from './rectification-ledger.js';
import { rectificationReport } from './rectification-report.js';
import { resultNotice } from './result-notice.js';
import { resultSubmission } from './result-submission.js';
import { ruleChanges } from './rule-changes.js';
import { scoreSheet, scoreSummary } from './score-sheet.js';
import { selfAssessment } from './self-assessment.js';
import { siteVisitRecord } from './site-visit-record.js';
import { targetFiling } from './target-filing.js';

/** Every kind of document, by the cycle's order. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  assessmentNotice,
  targetFiling,
  selfAssessment,
  dataConfirmation,
  departmentMarks,
  siteVisitRecord,
  scoreSummary,
  scoreSheet,
  handbook,
  ruleChanges,
  derivation,
  preview,
  approvalRequest,
  resultNotice,
  appealForm,
  appealRuling,
  rectificationLedger,
  feedbackLetter,
  resultSubmission,
  admonitionNotice,
  rectificationReport,
];

/** The kind that a template's `model` names. */
export function documentKind(id: string): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind.id === id);
}
