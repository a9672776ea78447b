import type { IndicatorNode, IndicatorSet } from '../indicators/index.js';
import { decimal, printDecimal } from '../kernel/decimal.js';
import type { Mark } from '../metrics/year-data.js';
import {
  ruleInWords,
  STATUS_WORDS,
  unitText,
  type IndicatorResult,
  type RegionResult,
  type Run,
} from '../scoring/index.js';
import { chineseDate } from './chinese-date.js';
import { methodSentences } from './method-sentences.js';
import type { IndicatorModel, RegionModel, ReportModel } from './report-model.js';

/** A finding with its sentence. */
export type SaidFinding = ReportModel['findings'][number];

/** Points of a single indicator are printed to two places, whatever the arithmetic keeps. */
const POINT_PLACES = 2;
/** How many first-level blocks make too narrow a table to be worth it: then the leaves are shown. */
const FEW_COLUMNS = 2;
/** How many columns a landscape page holds. */
const MANY_COLUMNS = 12;

const DASH = '—';

/**
 * Builds what a document says from a run: every text rounded, with its unit, ready to be printed.
 *
 * @param regionId the region asked for by --region; undefined for all
 */
export function buildReport(
  set: IndicatorSet,
  run: Run,
  findings: readonly SaidFinding[],
  regionId?: string,
): ReportModel {
  const columns = columnsOf(set);
  const regions = run.regions.map((result) => regionModel(set, run, result, columns));
  const gradeOf = new Map(run.regions.map((result) => [result.id, result.grade]));
  const namesWhere = (holds: (id: string) => boolean): string =>
    regions
      .filter((region) => holds(region.id))
      .map((region) => region.name)
      .join('、');
  return {
    set: {
      id: set.id,
      version: set.version,
      title: set.title,
      subject: set.subject,
      year: set.year,
      yearText: yearText(set),
      windowText: `${chineseDate(set.window.from)}至${chineseDate(set.window.to)}`,
      statusText: STATUS_TEXTS[set.status],
      digest: run.set.digest,
      disclaimer: set.disclaimer ?? null,
      basis: set.basis
        .filter((one) => one.use === 'basis')
        .map((one) => ({
          title: one.title,
          document: one.document ?? '',
          date: one.date === undefined ? '' : chineseDate(one.date),
        })),
      labels: labelsUsed(set),
    },
    engine: run.engine,
    runHash: run.runHash,
    periodText: run.plan.period,
    generatedNote: null,
    fullPoints: set.fullPoints,
    issuer: {
      name: set.issuer?.name ?? '',
      addressees: set.issuer?.addressees ?? '',
      date: null,
      documentNumber: null,
    },
    regions,
    region: regions.find((region) => region.id === regionId) ?? null,
    grades: set.grading.grades.map((grade) => {
      const names = namesWhere((id) => gradeOf.get(id) === grade.id);
      return {
        id: grade.id,
        label: grade.label,
        names: names === '' ? '无' : names,
        isEmpty: names === '',
        count: run.regions.filter((result) => result.grade === grade.id).length,
      };
    }),
    groups: [...set.regions.groups].map(([id, label]) => ({
      id,
      label,
      regions: regions
        .filter((_, index) => run.regions[index]?.group === id)
        .map(({ groupRank, name, score, grade }) => ({ rank: groupRank, name, score, grade })),
    })),
    consequences: set.consequences.map((one) => ({
      text: one.text,
      names: namesWhere((id) =>
        run.regions.some((result) => result.id === id && result.consequences.includes(one.id)),
      ),
    })),
    findings,
    method: methodSentences(set, run),
    columns: columns.map((node) => ({
      id: node.id,
      number: node.number,
      label: node.label,
      fullPoints: node.fullPoints,
    })),
  };
}

/** A window from July to June belongs to two calendar years, and its documents say both. */
function yearText({ window }: IndicatorSet): string {
  const [from, to] = [window.from.slice(0, 4), window.to.slice(0, 4)];
  return from === to ? `${to}年度` : `${from}—${to}年度`;
}

const STATUS_TEXTS: Readonly<Record<IndicatorSet['status'], string>> = {
  draft: '起草中',
  consultation: '征求意见稿',
  issued: '已印发',
  superseded: '已废止',
};

/** First-level blocks, the level below where there are too few, the leaves of a small set. */
function columnsOf(set: IndicatorSet): readonly IndicatorNode[] {
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

function labelsUsed(set: IndicatorSet): readonly string[] {
  const kinds = new Set([...set.nodes.values()].map((node) => node.source.kind));
  for (const parameter of set.parameters.values()) kinds.add(parameter.source.kind);
  return [
    ...(kinds.has('example') ? [`〔示例〕表示：${set.labels.example}`] : []),
    ...(kinds.has('unverified') ? [`〔待核〕表示：${set.labels.unverified}`] : []),
  ];
}

function pointsText(points: string | null, places = POINT_PLACES): string {
  return points === null ? DASH : printDecimal(decimal(points), places);
}

function regionModel(
  set: IndicatorSet,
  run: Run,
  result: RegionResult,
  columns: readonly IndicatorNode[],
): RegionModel {
  const region = set.regions.assessed.find((one) => one.id === result.id);
  const gradeLabel = (id: string | null): string =>
    set.grading.grades.find((grade) => grade.id === id)?.label ?? DASH;
  const nodeResult = (node: IndicatorNode): IndicatorResult | undefined =>
    result.indicators[node.id] ?? result.blocks[node.id];
  return {
    id: result.id,
    code: region?.code ?? '',
    name: region?.name ?? result.id,
    groupLabel: result.group === null ? '' : (set.regions.groups.get(result.group) ?? ''),
    score: pointsText(result.score, set.scorePlaces),
    baseScore: pointsText(result.baseScore, set.scorePlaces),
    bonus: pointsText(result.bonus, set.scorePlaces),
    penalty: pointsText(result.penalty, set.scorePlaces),
    grade: gradeLabel(result.grade),
    gradeBeforeVeto: gradeLabel(result.gradeBeforeVeto),
    rank: result.rank === null ? DASH : String(result.rank),
    groupRank: result.groupRank === null ? DASH : String(result.groupRank),
    vetoes: result.events
      .filter((event) => event.effect === 'veto' && event.reason === 'full')
      .map((event) => set.events.get(event.kind)?.label ?? event.kind),
    note: result.score === null ? '有指标缺报或待定，不计总分、不排名次' : '',
    cells: columns.map((node) => {
      const one = nodeResult(node);
      if (one === undefined || one.points === null) return statusText(one);
      // Points of what does not apply have moved here: the column's own full points are too few.
      const isMoved = !decimal(one.fullPoints).equals(decimal(node.fullPoints));
      return `${pointsText(one.points)}${isMoved ? `/${shortNumber(one.fullPoints)}` : ''}`;
    }),
    indicators: [...set.nodes.values()].map((node) =>
      indicatorModel(set, run, result, node, nodeResult(node)),
    ),
  };
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
): IndicatorModel {
  const isLeaf = node.kind === 'indicator';
  const points = one?.points ?? null;
  const full = one?.fullPoints ?? node.fullPoints;
  const self = selfPoints(set, result, node);
  return {
    id: node.id,
    number: node.number,
    level: node.level,
    isLeaf,
    label: node.label,
    fullPoints: shortNumber(full),
    points: points === null ? '' : pointsText(points),
    pointsLost: points === null ? '' : pointsText(decimal(full).minus(decimal(points)).toFixed()),
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

function shortNumber(text: string): string {
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
