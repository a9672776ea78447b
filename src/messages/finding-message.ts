import type { Finding } from '../domain/metrics/index.js';
import { FINDING_MESSAGES } from './findings.js';
import { WORKBOOK_NOTICES } from './workbook-faults.js';
import { SCORE_FINDING_MESSAGES } from './score-findings.js';

const MESSAGES: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  ...FINDING_MESSAGES,
  ...SCORE_FINDING_MESSAGES,
  ...WORKBOOK_NOTICES,
};

/**
 * The Chinese sentence of a finding.
 *
 * @throws RangeError when no catalogue knows the code: a bug
 */
export function findingMessage(finding: Finding): string {
  const message = MESSAGES[finding.code];
  if (message === undefined) throw new RangeError(`no message for the finding ${finding.code}`);
  return message(finding.facts);
}
