import { decimal, type Decimal } from '../kernel/decimal.js';
import type { Consequence, Grade, IndicatorNode, IndicatorSet } from './indicator-set.js';
import { reportUnknown, sourceOf, type SetContext } from './set-context.js';

/** Grades from high to low, and where they could contradict what is printed. */
export function normaliseGrading(
  context: SetContext,
  scorePlaces: number,
): IndicatorSet['grading'] {
  const { input, reporter } = context;
  const given = input.grading;
  const entries = Object.entries(given?.grades ?? {});
  let lastCut = undefined as Decimal | undefined;
  const grades = entries.map(([id, grade], index): Grade => {
    const path = ['grading', 'grades', id];
    const isLast = index === entries.length - 1;
    const isConditional =
      grade.atLeast !== undefined || grade.rankAtMost !== undefined || grade.quota !== undefined;
    if (isLast && isConditional) reporter.fault('grade-last-conditional', path, { id }, 'key');
    if (grade.quota !== undefined) {
      const ways = [grade.quota.count, grade.quota.percent].filter((way) => way !== undefined);
      if (ways.length !== 1) reporter.fault('grade-quota', [...path, 'quota'], { id });
      const { percent } = grade.quota;
      if (percent !== undefined && !isPercentage(decimal(percent))) {
        reporter.fault('grade-quota-percent', [...path, 'quota', 'percent'], { value: percent });
      }
    }
    if (grade.atLeast !== undefined) {
      const cut = decimal(grade.atLeast);
      if (lastCut?.lessThanOrEqualTo(cut) === true) {
        reporter.fault('grade-order', [...path, 'atLeast'], { id, value: grade.atLeast });
      }
      lastCut = cut;
      if (cut.decimalPlaces() > scorePlaces) {
        reporter.warn('grade-cut-finer-than-print', [...path, 'atLeast'], {
          value: grade.atLeast,
          places: String(scorePlaces),
        });
      }
    }
    return {
      id,
      label: grade.label,
      atLeast: grade.atLeast,
      rankAtMost: grade.rankAtMost,
      quota:
        grade.quota === undefined
          ? undefined
          : {
              count: grade.quota.count,
              percent: grade.quota.percent,
              rounding: grade.quota.rounding,
              minimum: grade.quota.minimum,
            },
      noVeto: grade.noVeto ?? false,
    };
  });
  if (given?.ties === 'tieBreak' && (input.ranking?.tieBreak ?? []).length === 0) {
    reporter.fault('grade-tie-break-missing', ['grading', 'ties']);
  }
  if (given?.from === 'exact') reporter.warn('grade-from-exact', ['grading', 'from']);
  return {
    within: given?.within ?? 'all',
    from: given?.from ?? 'printed',
    ties: given?.ties ?? 'allIn',
    unfilled: given?.unfilled ?? 'lapse',
    grades,
  };
}

/** From 0 to 100, in hundredths at most: the places of a quota are computed in hundredths. */
function isPercentage(value: Decimal): boolean {
  return (
    value.greaterThanOrEqualTo(0) && value.lessThanOrEqualTo(100) && value.decimalPlaces() <= 2
  );
}

/** Reports regions without a group where grades are given within groups. */
export function checkGroups(context: SetContext, regions: IndicatorSet['regions']): void {
  if (context.input.grading?.within !== 'group') return;
  const without = regions.assessed.filter((region) => region.group === undefined);
  if (without.length > 0) {
    const region = without.map((one) => one.name).join('、');
    context.reporter.fault('grade-groups-missing', ['grading', 'within'], { region });
  }
}

/** Ranks, and what decides between equals. */
export function normaliseRanking(
  context: SetContext,
  nodes: ReadonlyMap<string, IndicatorNode>,
): IndicatorSet['ranking'] {
  const given = context.input.ranking;
  given?.tieBreak?.forEach((id, index) => {
    const at = ['ranking', 'tieBreak', index];
    if (!nodes.has(id))
      reportUnknown(context.reporter, 'ranking-unknown-node', at, id, nodes.keys());
  });
  return { ties: given?.ties ?? 'competition', tieBreak: given?.tieBreak ?? [] };
}

/** 结果运用: what follows from grade, rank and earlier years. */
export function normaliseConsequences(context: SetContext): readonly Consequence[] {
  const { input, reporter } = context;
  return Object.entries(input.consequences ?? {}).map(([id, given]): Consequence => {
    const path = ['consequences', id];
    for (const key of ['label', 'text'] as const) {
      if (given[key] === undefined)
        reporter.fault('consequence-incomplete', path, { id, key }, 'key');
    }
    const when = given.when ?? [];
    if (when.length === 0 || when.some((one) => Object.keys(one).every((key) => key === 'years'))) {
      reporter.fault('consequence-incomplete', path, { id, key: 'when' }, 'key');
    }
    const known = Object.keys(input.grading?.grades ?? {});
    for (const [line, { grades = [] }] of when.entries()) {
      for (const [index, grade] of grades.entries()) {
        const at = [...path, 'when', line, 'grades', index];
        if (known.includes(grade)) continue;
        reportUnknown(reporter, 'consequence-unknown-grade', at, grade, known);
      }
    }
    return {
      id,
      label: given.label ?? id,
      kind: given.kind ?? 'other',
      text: given.text ?? '',
      points: given.points,
      when: when.map((one) => ({
        grades: one.grades,
        rankAtMost: one.rankAtMost,
        bottom: one.bottom,
        vetoed: one.vetoed,
        years: one.years,
      })),
      source: sourceOf(given.source),
    };
  });
}
