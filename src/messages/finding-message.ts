import type { Finding } from '../domain/metrics/index.js';
import { SCORE_FINDING_MESSAGES } from './score-findings.js';

/** The Chinese sentence of a finding. */
export function findingMessage(finding: Finding): string {
  const message = SCORE_FINDING_MESSAGES[finding.code];
  if (message === undefined) throw new RangeError(`no message for the finding ${finding.code}`);
  return message(finding.facts);
}
