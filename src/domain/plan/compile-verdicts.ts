import type { IndicatorSet } from '../indicators/index.js';
import { isBelowMean } from './compile-tree.js';
import type { Operation } from './plan.js';

/** From the total before events to score, rank, grade and what follows from them. */
export function verdictOperations(set: IndicatorSet): readonly Operation[] {
  return [
    adjustment(set),
    {
      op: 'rank',
      from: set.grading.from,
      ties: set.ranking.ties,
      tieBreak: set.ranking.tieBreak,
      vetoedRank: set.adjustments.vetoedRank,
    },
    grading(set),
    consequences(set),
  ];
}

function adjustment(set: IndicatorSet): Operation {
  const { adjustments } = set;
  const shared = [...set.nodes.values()].filter((node) => !isBelowMean(set, node));
  return {
    op: 'adjust',
    kinds: [...set.events.values()].map((kind) => ({
      id: kind.id,
      effect: kind.effect,
      points: kind.points,
      target: kind.target ?? null,
      once: kind.once,
      cap: kind.cap ?? null,
      group: kind.group ?? null,
      veto: kind.veto ?? null,
    })),
    window: { from: set.window.from, to: set.window.to },
    dateCounts: adjustments.dateCounts,
    order: adjustments.order,
    bonusCap: adjustments.bonusCap ?? null,
    penaltyCap: adjustments.penaltyCap ?? null,
    groupCaps: adjustments.groupCaps,
    mayPassFullPoints: adjustments.mayPassFullPoints,
    fullPoints: set.fullPoints,
    places: set.scorePlaces,
    parents: Object.fromEntries(shared.map((node) => [node.id, node.parent ?? null])),
    roots: set.roots,
  };
}

function grading(set: IndicatorSet): Operation {
  const { within, from, ties, unfilled, grades } = set.grading;
  return {
    op: 'grade',
    within,
    from,
    ties,
    unfilled,
    vetoedPlace: set.adjustments.vetoedPlace,
    grades: grades.map((grade) => ({
      id: grade.id,
      atLeast: grade.atLeast ?? null,
      rankAtMost: grade.rankAtMost ?? null,
      quota:
        grade.quota === undefined
          ? null
          : {
              count: grade.quota.count ?? null,
              percent: grade.quota.percent ?? null,
              rounding: grade.quota.rounding,
              minimum: grade.quota.minimum,
            },
      noVeto: grade.noVeto,
    })),
  };
}

function consequences(set: IndicatorSet): Operation {
  return {
    op: 'consequences',
    consequences: set.consequences.map((one) => ({
      id: one.id,
      when: one.when.map((condition) => ({
        grades: condition.grades ?? null,
        rankAtMost: condition.rankAtMost ?? null,
        bottom: condition.bottom ?? null,
        vetoed: condition.vetoed ?? null,
        years: condition.years ?? null,
      })),
    })),
  };
}
