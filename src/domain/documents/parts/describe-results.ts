import type { IndicatorNode, IndicatorSet } from '../../indicators/index.js';
import { gradeLabel } from '../../indicators/grade-label.js';
import { decimal, printDecimal } from '../../kernel/decimal.js';
import type { Mark } from '../../metrics/year-data.js';
import {
  ruleInWords,
  STATUS_WORDS,
  unitText,
  type IndicatorResult,
  type RegionResult,
  type Run,
} from '../../scoring/index.js';
import { governmentOf } from './describe-base.js';
import type { ColumnPart, IndicatorPart, RegionResultPart } from './result.schema.js';

/** Points of a single indicator are printed to two places, whatever the arithmetic keeps. */
const POINT_PLACES = 2;
/** How many first-level blocks make too narrow a table to be worth it: then the leaves are shown. */
const FEW_COLUMNS = 2;
/** How many columns a landscape page holds. */
const MANY_COLUMNS = 12;

const DASH = '—';

/** Every region's result, in the run's order; or one region's alone. */
export function describeResults(
  set: IndicatorSet,
  run: Run,
  region?: string,
): readonly RegionResultPart[] {
  const columns = topBlocks(set);
  return run.regions
    .filter((result) => region === undefined || result.id === region)
    .map((result) => regionModel(set, run, result, columns));
}

/** The columns of the wide table that a region's `cells` stand in. */
export function describeColumns(set: IndicatorSet): readonly ColumnPart[] {
  return topBlocks(set).map((node) => ({
    id: node.id,
    number: node.number,
    label: node.label,
    fullPoints: node.fullPoints,
  }));
}

/** First-level blocks, the level below where there are too few, the leaves of a small set. */
export function topBlocks(set: IndicatorSet): readonly IndicatorNode[] {
  const nodes = [...set.nodes.values()];
  const byLevel = (level: number): readonly IndicatorNode[] =>
    nodes.filter(
      (node) => node.level === level || (node.kind === 'indicator' && node.level < level),
    );
  const first = byLevel(1);
  const second = byLevel(2);
  const isRoomy = second.length <= MANY_COLUMNS && second.length > first.length;
  return first.length <= FEW_COLUMNS && isRoomy ? second : first;
}

function pointsText(points: string | null, places = POINT_PLACES): string {
  return points === null ? DASH : printDecimal(decimal(points), places);
}

function regionModel(
  set: IndicatorSet,
  run: Run,
  result: RegionResult,
  columns: readonly IndicatorNode[],
): RegionResultPart {
  const region = set.regions.assessed.find((one) => one.id === result.id);
  const nodeResult = (node: IndicatorNode): IndicatorResult | undefined =>
    result.indicators[node.id] ?? result.blocks[node.id];
  return {
    id: result.id,
    code: region?.code ?? '',
    name: region?.name ?? result.id,
    government: governmentOf(region?.name ?? result.id),
    groupLabel: result.group === null ? '' : (set.regions.groups.get(result.group) ?? ''),
    score: pointsText(result.score, set.scorePlaces),
    baseScore: pointsText(result.baseScore, set.scorePlaces),
    bonus: pointsText(result.bonus, set.scorePlaces),
    penalty: pointsText(result.penalty, set.scorePlaces),
    grade: gradeLabel(set, result.grade) ?? DASH,
    gradeBeforeVeto: gradeLabel(set, result.gradeBeforeVeto) ?? DASH,
    isDowngraded: result.grade !== result.gradeBeforeVeto,
    rank: result.rank === null ? DASH : String(result.rank),
    groupRank: result.groupRank === null ? DASH : String(result.groupRank),
    vetoes: result.events
      .filter((event) => event.effect === 'veto' && event.reason === 'full')
      .map((event) => set.events.get(event.kind)?.label ?? event.kind),
    note: result.score === null ? '有指标缺报或待定，不计总分、不排名次' : '',
    cells: columns.map((node) => ({ id: node.id, ...cellTexts(node, nodeResult(node)) })),
    indicators: [...set.nodes.values()].map((node) =>
      indicatorModel(set, run, result, node, nodeResult(node)),
    ),
  };
}

function cellTexts(
  node: IndicatorNode,
  one: IndicatorResult | undefined,
): { readonly text: string; readonly moved: string } {
  if (one === undefined || one.points === null) return { text: statusText(one), moved: '' };
  // Points of what does not apply have moved here: the column's own full points are too few.
  const isMoved = !decimal(one.fullPoints).equals(decimal(node.fullPoints));
  return { text: pointsText(one.points), moved: isMoved ? shortNumber(one.fullPoints) : '' };
}

function statusText(result: IndicatorResult | undefined): string {
  return result === undefined || result.status === 'scored' ? DASH : STATUS_WORDS[result.status];
}

function indicatorModel(
  set: IndicatorSet,
  run: Run,
  result: RegionResult,
  node: IndicatorNode,
  one: IndicatorResult | undefined,
): IndicatorPart {
  const isLeaf = node.kind === 'indicator';
  const points = one?.points ?? null;
  const full = one?.fullPoints ?? node.fullPoints;
  const lost = points === null ? null : decimal(full).minus(decimal(points));
  const self = selfPoints(set, result, node);
  return {
    id: node.id,
    number: node.number,
    level: node.level,
    isLeaf,
    label: node.label,
    fullPoints: shortNumber(full),
    points: points === null ? '' : pointsText(points),
    pointsLost: lost === null ? '' : pointsText(lost.toFixed()),
    hasLoss: lost !== null && lost.greaterThan(decimal(0)),
    selfPoints: self,
    valueText: isLeaf ? valueText(set, run, result.id, node.id, one) : '',
    statusText: one === undefined || one.status === 'scored' ? '' : STATUS_WORDS[one.status],
    formulaText: isLeaf ? ruleInWords(set, node) : '',
    reason: isLeaf ? reasonText(run, result.id, node.id, one) : '',
    lead: isLeaf && node.lead !== undefined ? (set.departments.get(node.lead) ?? node.lead) : '',
    clause: isLeaf ? node.clauses.join('') : '',
    mark: node.source.kind === 'example' ? '示例' : node.source.kind === 'unverified' ? '待核' : '',
  };
}

/** A number as it is, but to two places where it has more. */
export function shortNumber(text: string): string {
  const value = decimal(text);
  return value.decimalPlaces() > POINT_PLACES ? printDecimal(value, POINT_PLACES) : text;
}

/** A block's self-assessment is the sum of its leaves', where all of them were given. */
function selfPoints(set: IndicatorSet, result: RegionResult, node: IndicatorNode): string {
  if (node.kind === 'indicator') {
    const own = result.indicators[node.id]?.selfPoints ?? null;
    return own === null ? '' : pointsText(own);
  }
  const leaves = [...set.nodes.values()].filter(
    (leaf) => leaf.kind === 'indicator' && isBelow(set, leaf, node.id),
  );
  const given = leaves.map((leaf) => result.indicators[leaf.id]?.selfPoints ?? null);
  if (given.length === 0 || given.some((points) => points === null)) return '';
  return pointsText(
    given.reduce((sum, points) => sum.plus(decimal(points ?? '0')), decimal(0)).toFixed(),
  );
}

function isBelow(set: IndicatorSet, node: IndicatorNode, block: string): boolean {
  for (let at = node.parent; at !== undefined; at = set.nodes.get(at)?.parent) {
    if (at === block) return true;
  }
  return false;
}

function valueText(
  set: IndicatorSet,
  run: Run,
  region: string,
  indicator: string,
  one: IndicatorResult | undefined,
): string {
  const leaf = set.nodes.get(indicator);
  if (leaf?.kind !== 'indicator' || one?.status !== 'scored') return '';
  if (leaf.rule?.kind === 'levels') {
    const answer = run.field.submitted(region, leaf.rule.metric, run.plan.period)?.text ?? '';
    return set.metrics.get(leaf.rule.metric)?.levels.get(answer) ?? answer;
  }
  if (one.value === null) return '';
  if (leaf.rule?.kind === 'checklist') return '';
  const value = decimal(one.value);
  const text =
    value.decimalPlaces() > POINT_PLACES ? printDecimal(value, POINT_PLACES) : value.toFixed();
  const unit = unitText(leaf.unit);
  return unit === '%' ? `${text}%` : `${text}${unit}`;
}

/** Why points were lost: the marker's own words, or what the derivation says of a gap. */
function reasonText(
  run: Run,
  region: string,
  indicator: string,
  one: IndicatorResult | undefined,
): string {
  const index = run.field.indexOf(region) ?? 0;
  const marks: readonly Mark[] = run.field.marks(indicator)[index] ?? [];
  const reasons = marks
    .filter((mark) => mark.stage !== 'self')
    .flatMap((mark) => (mark.reason === undefined ? [] : [mark.reason]));
  if (reasons.length > 0) return [...new Set(reasons)].join('；');
  return one?.status === 'pending' ? '应评的分还没有评' : '';
}
