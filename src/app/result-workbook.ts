import { resultMethodOfRun } from '../domain/documents/index.js';
import { resultWorkbook, type FindingInWords, type Workbook } from '../domain/workbooks/index.js';
import type { Finding } from '../domain/metrics/index.js';
import type { ScoredYear } from './score-set.js';

/** The result of a scored year as a workbook. */
export function scoredWorkbook(
  scored: ScoredYear,
  say: (finding: Finding) => Omit<FindingInWords, 'finding'>,
): Workbook {
  const { set, run, findings } = scored;
  const said = findings.map((finding) => ({ finding, ...say(finding) }));
  return resultWorkbook(set, run, said, resultMethodOfRun(set, run));
}
