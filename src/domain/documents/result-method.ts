import type { IndicatorSet } from '../indicators/index.js';
import type { Run } from '../scoring/index.js';
import { methodSentences } from './method-sentences.js';

/** The method page of a result: the set's method, and that anybody may compute it again. */
export function resultMethod(set: IndicatorSet): readonly string[] {
  return [...methodSentences(set), '同样的体系、数据和计算程序，结果和校验码必然相同。'];
}

/** The same for what has no foot of its own that says of which run the result is. */
export function resultMethodOfRun(set: IndicatorSet, run: Run): readonly string[] {
  return [
    ...resultMethod(set),
    `指标体系${set.id}，第${set.version}版，摘要${run.set.digest}；计算程序${run.engine}。`,
    `结果校验码${run.runHash}。`,
  ];
}
