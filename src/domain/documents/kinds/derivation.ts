import { explainScore } from '../../scoring/index.js';
import { profileChart } from '../charts/describe-charts.js';
import type { DocumentKind } from '../document-kind.js';
import { resultMethod } from '../result-method.js';
import { describeBase } from '../parts/describe-base.js';
import { describeIndicator, describeStep } from '../parts/describe-derivation.js';
import { describeResults } from '../parts/describe-results.js';
import { derivationSchema, type DerivationDocument } from './derivation.schema.js';

/**
 * 分数推导书: every number of a region's result with its formula in words, its numbers, where they
 * came from, who verified them, and the clause.
 */
export const derivation: DocumentKind<DerivationDocument> = {
  id: 'derivation',
  label: '分数推导书',
  per: 'region',
  direction: 'internal',
  restsOnResult: true,
  schema: derivationSchema,
  build(source, region = '') {
    const { set, run } = source;
    const explained = explainScore(set, run, region);
    const [result] = describeResults(set, run, region);
    return {
      ...describeBase(source, derivation, region),
      score: result?.score ?? '—',
      rank: result?.rank ?? '—',
      grade: result?.grade ?? '—',
      hasGrades: set.grading.grades.length > 0,
      indicators: explained.indicators.map(describeIndicator),
      total: explained.total.map(describeStep),
      method: resultMethod(set),
      profile: profileChart(source, region, false) ?? null,
    };
  },
};
