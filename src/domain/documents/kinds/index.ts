import type { DocumentKind } from '../document-kind.js';
import { resultNotice } from './result-notice.js';
import { scoreSheet, scoreSummary } from './score-sheet.js';
import { targetFiling } from './target-filing.js';

/** Every kind of document, by the cycle's order. */
export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  targetFiling,
  scoreSummary,
  scoreSheet,
  resultNotice,
];

/** The kind that a template's `model` names. */
export function documentKind(id: string): DocumentKind | undefined {
  return DOCUMENT_KINDS.find((kind) => kind.id === id);
}
