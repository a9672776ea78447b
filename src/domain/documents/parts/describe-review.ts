import type { Indicator, IndicatorSet } from '../../indicators/index.js';
import { decimal, printDecimal } from '../../kernel/decimal.js';
import { ruleInWords, type EventResult, type RegionResult } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import { describeResults } from './describe-results.js';
import { describeTargets, targetOfIndicator } from './describe-targets.js';
import type { IndicatorPart } from './result.schema.js';
import type { ReviewPart } from './review.schema.js';
import type { TargetPart } from './target.schema.js';

const POINT_PLACES = 2;

/** From which share of its points on an indicator is told as done well where none has all of them. */
const GOOD_SHARE = '0.9';

/**
 * One region's own result as it is told of it: what was done well, what was lost and why, what follows.
 *
 * @throws RangeError when the region has no result: callers check names
 */
export function describeReview(source: DocumentSource, region: string): ReviewPart {
  const { set, run } = source;
  const own = run.regions.find(({ id }) => id === region);
  const [result] = describeResults(set, run, region);
  if (own === undefined || result === undefined) throw new RangeError(`no result of ${region}`);
  const leaves = result.indicators.filter((one) => one.isLeaf);
  const full = leaves.filter((one) => one.points !== '' && !one.hasLoss && isOfWorth(one));
  const strengths = full.length > 0 ? full : leaves.filter(isGood);
  const lossy = leaves.filter((one) => one.hasLoss);
  const targets = describeTargets(source, region);
  return {
    result,
    isScored: own.score !== null,
    isRanked: own.rank !== null,
    isAdjusted: [own.bonus, own.penalty].some((points) => !decimal(points).isZero()),
    hasGrades: set.grading.grades.length > 0,
    hasGroups: own.group !== null && own.groupRank !== null,
    regionCount: run.regions.length,
    strengths: strengths.map(({ id, label, fullPoints, points }) => ({
      ...{ id, label, fullPoints, points },
    })),
    strengthsAreFull: full.length > 0,
    losses: lossy.map((one) => ({
      ...{ id: one.id, number: one.number, label: one.label, fullPoints: one.fullPoints },
      ...{ points: one.points, lost: one.pointsLost, clause: one.clause, lead: one.lead },
      reason: lossReason(set, one, targets),
    })),
    lostTotal: sumText(lossy.map((one) => one.pointsLost)),
    unscored: leaves
      .filter((one) => ['missing', 'pending'].includes(own.indicators[one.id]?.status ?? ''))
      .map((one) => ({ label: one.label, status: one.statusText })),
    bonuses: eventTexts(set, own, 'bonus'),
    penalties: eventTexts(set, own, 'penalty'),
    vetoText: result.vetoes.join('”“'),
    consequences: set.consequences
      .filter(({ id }) => own.consequences.includes(id))
      .map(({ text }) => text),
  };
}

/** A leaf whose points went elsewhere, since it does not apply, has nought of nought. */
function isOfWorth(one: IndicatorPart): boolean {
  return decimal(one.fullPoints).greaterThan(0);
}

function isGood(one: IndicatorPart): boolean {
  if (one.points === '' || !isOfWorth(one)) return false;
  const share = decimal(one.fullPoints).times(decimal(GOOD_SHARE));
  return !decimal(one.points).lessThan(share);
}

/** The marker's own words; of a computed one, what was reached and what was aimed at. */
function lossReason(set: IndicatorSet, one: IndicatorPart, targets: readonly TargetPart[]): string {
  if (one.reason !== '') return one.reason;
  const leaf = set.nodes.get(one.id);
  if (leaf?.kind !== 'indicator') return '';
  const rule = leaf.criterion ?? ruleInWords(set, leaf);
  if (one.valueText === '') return rule;
  const target = targetOfIndicator(targets, leaf)?.used ?? '';
  const reached = isLevels(leaf) ? one.valueText : `实际值${one.valueText}`;
  return target === '' ? `${reached}。${rule}` : `${reached}，低于目标${target}`;
}

function isLevels(leaf: Indicator): boolean {
  return leaf.rule?.kind === 'levels';
}

function eventTexts(
  set: IndicatorSet,
  own: RegionResult,
  effect: EventResult['effect'],
): ReviewPart['bonuses'] {
  return own.events
    .filter((event) => event.effect === effect && !decimal(event.counted).isZero())
    .map((event) => ({
      label: set.events.get(event.kind)?.label ?? event.kind,
      points: decimal(event.counted).abs().toFixed(),
    }));
}

function sumText(points: readonly string[]): string {
  const sum = points.reduce((total, one) => total.plus(decimal(one)), decimal(0));
  return printDecimal(sum, POINT_PLACES);
}
