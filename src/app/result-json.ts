import type { ScoreResult } from '../domain/scoring/result.schema.js';
import type { Finding } from '../domain/metrics/index.js';
import type { ScoredYear } from './score-set.js';

/** The result as data for other programs; result.schema.ts documents every key. */
export function resultJson(
  { set, run, findings }: ScoredYear,
  sentence: (finding: Finding) => string,
): ScoreResult {
  return {
    set: run.set,
    period: run.plan.period,
    disclaimer: set.disclaimer ?? null,
    engine: run.engine,
    runHash: run.runHash,
    sourceHash: run.sourceHash,
    regions: run.regions.map(({ events: _, ...result }) => {
      const region = set.regions.assessed.find((one) => one.id === result.id);
      return {
        id: result.id,
        code: region?.code ?? null,
        name: region?.name ?? result.id,
        group: result.group,
        score: result.score,
        baseScore: result.baseScore,
        bonus: result.bonus,
        penalty: result.penalty,
        vetoes: [...result.vetoes],
        gradeBeforeVeto: result.gradeBeforeVeto,
        grade: result.grade,
        rank: result.rank,
        groupRank: result.groupRank,
        consequences: [...result.consequences],
        indicators: { ...result.indicators },
        blocks: { ...result.blocks },
      };
    }),
    findings: findings.map((finding) => ({
      level: finding.level,
      code: finding.code,
      message: sentence(finding),
      region: finding.region ?? null,
      metric: finding.metric ?? null,
    })),
  };
}
