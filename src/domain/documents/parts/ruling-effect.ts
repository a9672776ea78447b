import { decimal, printDecimal } from '../../kernel/decimal.js';
import type { Mark } from '../../metrics/year-data.js';
import { DECIMAL_KERNEL, runPlan, type RunInputs } from '../../plan/index.js';
import { collectResults, type RegionResult } from '../../scoring/index.js';
import type { DocumentSource } from '../document-source.js';
import type { DocumentRecords } from '../records/records.schema.js';
import type { RulingEffectPart } from './appeal.schema.js';

type Appeal = DocumentRecords['appeals'][number];

/** Points of one indicator are printed to two places. */
export const POINT_PLACES = 2;

/**
 * 复核的影响: the year scored once without the ruling and once with it as a mark of the review, by the
 * run's own plan. Null where the ruling gives no points, or where the indicator is computed from data:
 * those must be corrected and scored anew, and nothing may be made up here.
 */
export function rulingEffect(source: DocumentSource, appeal: Appeal): RulingEffectPart | null {
  const { set, run } = source;
  const points = appeal.ruling?.points;
  const leaf = set.nodes.get(appeal.indicator);
  if (points === undefined || leaf?.kind !== 'indicator' || leaf.marking === undefined) return null;
  const isOfAppeal = (mark: Mark): boolean =>
    mark.region === appeal.region && mark.indicator === appeal.indicator && mark.stage === 'review';
  const others = run.inputs.marks.filter((mark) => !isOfAppeal(mark));
  const before = resultWith(source, appeal.region, others);
  const after = resultWith(source, appeal.region, [...others, reviewMark(appeal, points)]);
  const pointsOf = (result: RegionResult | undefined): string =>
    text(result?.indicators[appeal.indicator]?.points ?? null, POINT_PLACES);
  const scoreOf = (result: RegionResult | undefined): string =>
    text(result?.score ?? null, set.scorePlaces);
  return {
    pointsBefore: pointsOf(before),
    pointsAfter: pointsOf(after),
    scoreBefore: scoreOf(before),
    scoreAfter: scoreOf(after),
    isScoreMoved: scoreOf(before) !== scoreOf(after),
    isInRun: run.inputs.marks.some(
      (mark) => isOfAppeal(mark) && decimal(mark.points).equals(decimal(points)),
    ),
  };
}

function resultWith(
  { set, run }: DocumentSource,
  region: string,
  marks: readonly Mark[],
): RegionResult | undefined {
  const inputs: RunInputs = { ...run.inputs, marks };
  const results = collectResults(set, runPlan(run.plan, inputs, DECIMAL_KERNEL));
  return results.find(({ id }) => id === region);
}

/** 复核 as the data would record it: it takes the place of every other mark. */
function reviewMark({ region, indicator, ruling }: Appeal, points: string): Mark {
  return {
    ...{ region, indicator, points, stage: 'review' as const, marker: 'review' },
    reason: ruling?.reason,
    evidence: ruling?.document,
    date: ruling?.date,
    place: { file: '', line: 0, column: 0 },
  };
}

function text(number: string | null, places: number): string {
  return number === null ? '—' : printDecimal(decimal(number), places);
}
