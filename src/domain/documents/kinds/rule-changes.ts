import type { IndicatorSet } from '../../indicators/index.js';
import { gradeLabel } from '../../indicators/grade-label.js';
import { decimal, printDecimal } from '../../kernel/decimal.js';
import { chineseDate } from '../chinese-date.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource, Standing } from '../document-source.js';
import { describeBase } from '../parts/describe-base.js';
import { ruleChangesSchema, type RuleChanges } from './rule-changes.schema.js';

const DASH = '—';

/**
 * 规则变更对照表: what was changed and why, and, where another set was named, every region's score,
 * rank and grade before and after over the same data.
 */
export const ruleChanges: DocumentKind<RuleChanges> = {
  id: 'rule-changes',
  label: '规则变更对照表',
  per: 'all',
  direction: 'internal',
  restsOnResult: false,
  schema: ruleChangesSchema,
  build(source, region) {
    const { set, run, records, comparison } = source;
    const effects = describeEffects(source, region);
    return {
      ...describeBase(source, ruleChanges, region),
      // Without another set it says the rules alone.
      runHash: comparison === null ? '' : run.runHash,
      beforeTitle:
        comparison === null ? '' : `${comparison.before.title}（第${comparison.before.version}版）`,
      changes: records.ruleChanges.map((one) => ({ ...one, document: one.document ?? '' })),
      hasEffect: effects.length > 0,
      effects,
      amendments: set.amendments.map(({ document, noticeDate, from, summary }) => ({
        document,
        noticeDate: chineseDate(noticeDate),
        from: chineseDate(from),
        summary,
      })),
    };
  },
};

function describeEffects(
  { set, comparison }: DocumentSource,
  region: string | undefined,
): RuleChanges['effects'] {
  return (comparison?.regions ?? [])
    .filter((one) => region === undefined || one.id === region)
    .map(({ id, name, before, after }) => ({
      id,
      name,
      before: standingText(set, before),
      after: standingText(set, after),
      change: changeText(set, before.score, after.score),
      isMoved: before.rank !== after.rank || before.grade !== after.grade,
    }));
}

function standingText(set: IndicatorSet, { score, rank, grade }: Standing) {
  return {
    score: score === null ? DASH : printDecimal(decimal(score), set.scorePlaces),
    rank: rank === null ? DASH : String(rank),
    grade: gradeLabel(set, grade) ?? DASH,
  };
}

function changeText(set: IndicatorSet, before: string | null, after: string | null): string {
  if (before === null || after === null) return DASH;
  const change = decimal(after).minus(decimal(before));
  if (change.isZero()) return '不变';
  return `${change.isNegative() ? '－' : '＋'}${printDecimal(change.abs(), set.scorePlaces)}`;
}
