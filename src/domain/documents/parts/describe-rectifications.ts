import { chineseDate } from '../chinese-date.js';
import type { DocumentSource } from '../document-source.js';
import { describeResults } from './describe-results.js';
import type { RectificationPart } from './rectification.schema.js';

const STATUS_TEXTS = {
  open: '整改中',
  done: '已完成，待复核',
  reviewed: '已销号',
  overdue: '逾期未完成',
} as const;

/** What a region is to put right, as its records have it; none where nothing is recorded. */
export function describeRectifications(
  { set, run, records }: DocumentSource,
  region: string,
): readonly RectificationPart[] {
  const [result] = describeResults(set, run, region);
  const lostBy = new Map(
    result?.indicators.filter((one) => one.hasLoss).map(({ id, pointsLost }) => [id, pointsLost]),
  );
  return records.rectifications
    .filter((one) => one.region === region)
    .map((one, index) => ({
      number: String(index + 1),
      problem: one.problem,
      indicator: one.indicator ?? '',
      lost: lostBy.get(one.indicator ?? '') ?? '',
      basis: one.basis ?? clauseOf(set, one.indicator),
      owner: one.owner ?? '',
      measures: one.measures.join('；'),
      deadline: one.deadline === undefined ? null : chineseDate(one.deadline),
      progress: one.progress ?? '',
      evidence: one.evidence ?? '',
      statusText: STATUS_TEXTS[one.status],
    }));
}

/** The indicator that lost the points, and its clause. */
function clauseOf(set: DocumentSource['set'], indicator: string | undefined): string {
  const leaf = indicator === undefined ? undefined : set.nodes.get(indicator);
  if (leaf?.kind !== 'indicator') return '';
  return `评分细则${leaf.number}${leaf.clauses.length > 0 ? `；任务${leaf.clauses.join('')}` : ''}`;
}
