import { rankingCharts, yearsCharts } from '../charts/describe-charts.js';
import type { DocumentKind } from '../document-kind.js';
import type { DocumentSource } from '../document-source.js';
import { resultMethod } from '../result-method.js';
import { describeBase } from '../parts/describe-base.js';
import { describeColumns, describeResults } from '../parts/describe-results.js';
import { scoreSheetSchema, type ScoreSheet } from './score-sheet.schema.js';

/** 得分汇总表: every region's blocks, bonus, penalty, total, grade and rank in one wide table. */
export const scoreSummary: DocumentKind<ScoreSheet> = {
  id: 'score-summary',
  label: '得分汇总表',
  per: 'all',
  direction: 'internal',
  restsOnResult: true,
  schema: scoreSheetSchema,
  build: (source, region) => scoreTables(source, scoreSummary, region),
};

/** 评分明细表: the summary, then a region's every indicator with its reason; one region's own alone. */
export const scoreSheet: DocumentKind<ScoreSheet> = {
  id: 'score-sheet',
  label: '评分明细表',
  per: 'all',
  direction: 'internal',
  restsOnResult: true,
  schema: scoreSheetSchema,
  build: (source, region) => scoreTables(source, scoreSheet, region),
};

function scoreTables(
  source: DocumentSource,
  kind: DocumentKind<ScoreSheet>,
  region: string | undefined,
): ScoreSheet {
  const { set, run, findings } = source;
  const regions = describeResults(set, run, region);
  return {
    ...describeBase(source, kind, region),
    regions,
    columns: describeColumns(set),
    hasGrades: set.grading.grades.length > 0,
    hasGroups: set.regions.groups.size > 0,
    // A neighbour's faults are not a region's business.
    findings: findings.filter((one) => region === undefined || one.region === region),
    method: resultMethod(set),
    charts: [
      // A picture of one bar says nothing, and one of all would tell the neighbours' results.
      ...(region === undefined ? rankingCharts(source) : []),
      ...yearsCharts(source, region),
    ],
  };
}
