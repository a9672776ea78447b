import type { IndicatorSet } from '../indicators/index.js';
import type { Run } from '../scoring/index.js';
import { methodSentences } from './method-sentences.js';

/** The method page of a result: the set's method, and of which run the result is. */
export function resultMethod(set: IndicatorSet, run: Run): readonly string[] {
  return [
    ...methodSentences(set),
    `指标体系 ${set.id} ${set.version}，摘要 ${run.set.digest.slice(0, 16)}；计分引擎 ${run.engine}；本次计分编号 ${run.runHash}。同样的体系、数据和引擎，结果和编号必然相同。`,
  ];
}
