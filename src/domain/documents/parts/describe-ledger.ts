import type { IndicatorPart } from './result.schema.js';
import { inCodeOrder } from '../../indicators/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentSource } from '../document-source.js';
import type { DocumentRecords } from '../records/records.schema.js';
import { describeResults } from './describe-results.js';
import type { LedgerRowPart } from './ledger.schema.js';

type Rectification = DocumentRecords['rectifications'][number];

const STATUS_TEXTS: Readonly<Record<Rectification['status'], string>> = {
  open: '整改中',
  done: '已完成待复核',
  reviewed: '已销号',
  overdue: '逾期',
};

/** What a candidate for rectification is until the office has decided. */
const UNDECIDED = '待定';

/**
 * 整改事项 by region and as recorded; of a region that has none, the points it lost, whose
 * rectification is still to be decided.
 *
 * @param asOf the ledger's day, YYYY-MM-DD: what is open and due before it is overdue; undefined where
 * the ledger has no date, since the domain knows no clock
 */
export function describeLedger(
  source: DocumentSource,
  region: string | undefined,
  asOf: string | undefined,
): readonly LedgerRowPart[] {
  const { set, run, records } = source;
  const results = inCodeOrder(describeResults(set, run, region));
  const rows = results.flatMap((result): Omit<LedgerRowPart, 'number'>[] => {
    const { id, name } = result;
    const lost = result.indicators.filter(({ isLeaf, hasLoss }) => isLeaf && hasLoss);
    const recorded = records.rectifications.filter((one) => one.region === id);
    const whose = { region: id, name };
    return recorded.length > 0
      ? recorded.map((record) => ({ ...whose, ...recordedRow(record, result.indicators, asOf) }))
      : lost.map((one) => ({ ...whose, ...candidateRow(one) }));
  });
  return rows.map((row, index) => ({ number: String(index + 1), ...row }));
}

type Row = Omit<LedgerRowPart, 'number' | 'region' | 'name'>;

function recordedRow(
  record: Rectification,
  indicators: readonly IndicatorPart[],
  asOf: string | undefined,
): Row {
  const leaf = indicators.find(({ id }) => id === record.indicator);
  const isDue = asOf !== undefined && record.deadline !== undefined && record.deadline < asOf;
  const isOverdue = record.status === 'overdue' || (record.status === 'open' && isDue);
  return {
    indicator: leaf?.id ?? '',
    indicatorLabel: leaf?.label ?? '',
    pointsLost: leaf?.hasLoss === true ? leaf.pointsLost : '',
    problem: record.problem,
    basis: record.basis ?? leaf?.clause ?? '',
    owner: record.owner ?? '',
    measures: record.measures.join('；'),
    deadline: record.deadline === undefined ? null : chineseDate(record.deadline),
    progress: record.progress ?? '',
    evidence: record.evidence ?? '',
    statusText: STATUS_TEXTS[isOverdue ? 'overdue' : record.status],
    isOverdue,
    isCandidate: false,
    review: record.review ?? '',
    reviewedOn: record.reviewedOn === undefined ? '' : chineseDate(record.reviewedOn),
  };
}

/** The marker's own words, or the value that fell short. */
function candidateRow(leaf: IndicatorPart): Row {
  const value = leaf.valueText === '' ? '' : `实际：${leaf.valueText}`;
  return {
    indicator: leaf.id,
    indicatorLabel: leaf.label,
    pointsLost: leaf.pointsLost,
    problem: leaf.reason === '' ? value : leaf.reason,
    basis: leaf.clause,
    ...{ owner: '', measures: '', deadline: null, progress: '', evidence: '' },
    statusText: UNDECIDED,
    isOverdue: false,
    isCandidate: true,
    ...{ review: '', reviewedOn: '' },
  };
}
