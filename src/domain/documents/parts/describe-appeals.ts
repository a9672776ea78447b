import { decimal, printAtLeast } from '../../kernel/decimal.js';
import { ruleInWords } from '../../scoring/index.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentSource } from '../document-source.js';
import type { DocumentRecords } from '../records/records.schema.js';
import type { AppealPart, RulingPart } from './appeal.schema.js';
import { describeResults } from './describe-results.js';
import { POINT_PLACES, rulingEffect } from './ruling-effect.js';
import { withoutStop } from './without-stop.js';

type Appeal = DocumentRecords['appeals'][number];

const RESULTS = { upheld: '采纳', partly: '部分采纳', rejected: '不予采纳' } as const;

const BLANK: AppealPart = {
  ...{ id: '', number: '', label: '', fullPoints: '', points: '', criterion: '' },
  ...{ department: '', marked: '', claim: '', reason: '', evidence: [], claimed: '' },
  ...{ date: null, isBlank: true, ruling: null },
};

/** 复核申请 of a region, each on one indicator, with the ruling where there is one; or one blank. */
export function describeAppeals(source: DocumentSource, region: string): readonly AppealPart[] {
  const appeals = source.records.appeals.filter((appeal) => appeal.region === region);
  return appeals.length === 0 ? [BLANK] : appeals.map((appeal) => appealPart(source, appeal));
}

function appealPart(source: DocumentSource, appeal: Appeal): AppealPart {
  const { set, run } = source;
  const leaf = set.nodes.get(appeal.indicator);
  if (leaf?.kind !== 'indicator') throw new RangeError(`no indicator ${appeal.indicator}`);
  const [result] = describeResults(set, run, appeal.region);
  const row = result?.indicators.find(({ id }) => id === leaf.id);
  const ruling = rulingPart(source, appeal);
  return {
    id: leaf.id,
    number: leaf.number,
    label: leaf.label,
    fullPoints: leaf.fullPoints,
    // Where the run already follows the ruling, what was appealed against stands before it.
    points: ruling?.effect?.pointsBefore ?? row?.points ?? '',
    criterion: withoutStop(leaf.criterion ?? ruleInWords(set, leaf)),
    department: row?.lead ?? '',
    marked: withoutStop(markedReason(source, appeal)),
    claim: withoutStop(appeal.claim),
    reason: appeal.reason,
    evidence: appeal.evidence,
    claimed: pointsText(appeal.claimed),
    date: appeal.filed === undefined ? null : chineseDate(appeal.filed),
    isBlank: false,
    ruling,
  };
}

/** Points stand beside the points of the run, with as many places. */
function pointsText(points: string | undefined): string {
  return points === undefined ? '' : printAtLeast(decimal(points), POINT_PLACES);
}

/** Why points were taken off when it was marked: what the appeal answers. */
function markedReason({ run }: DocumentSource, { region, indicator }: Appeal): string {
  const reasons = run.inputs.marks
    .filter((mark) => mark.region === region && mark.indicator === indicator)
    .filter(({ stage }) => stage === 'department' || stage === 'siteVisit')
    .flatMap(({ reason }) => reason ?? []);
  return [...new Set(reasons)].join('；');
}

function rulingPart(source: DocumentSource, appeal: Appeal): RulingPart | null {
  const { ruling } = appeal;
  if (ruling === undefined) return null;
  return {
    number: ruling.number ?? '',
    resultText: RESULTS[ruling.result],
    isRejected: ruling.result === 'rejected',
    points: pointsText(ruling.points),
    reason: withoutStop(ruling.reason),
    document: ruling.document ?? '',
    date: ruling.date === undefined ? null : chineseDate(ruling.date),
    effect: rulingEffect(source, appeal),
  };
}
