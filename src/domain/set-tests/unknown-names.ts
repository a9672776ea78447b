import type { IndicatorSet } from '../indicators/index.js';
import type { IndicatorTest } from '../indicators/tests.schema.js';
import { parseDecimal } from '../kernel/decimal.js';
import type { Given } from './test-field.js';

/** The first thing that a test names and the set does not have, in words; undefined when sound. */
export function unknownName(set: IndicatorSet, test: IndicatorTest): string | undefined {
  const node = test.indicator === undefined ? undefined : set.nodes.get(test.indicator);
  if (test.indicator !== undefined && node?.kind !== 'indicator') {
    return `指标 ${test.indicator}`;
  }
  const givens: readonly Given[] = [test, ...Object.values(test.regions ?? {})];
  for (const given of givens) {
    const metrics = [given.input, given.previous, given.targets].flatMap((one) =>
      Object.keys(one ?? {}),
    );
    const metric = metrics.find((id) => !set.metrics.has(id));
    if (metric !== undefined) return `填报数据 ${metric}`;
    const points = Object.keys(given.points ?? {}).find(
      (id) => set.nodes.get(id)?.kind !== 'indicator',
    );
    if (points !== undefined) return `指标 ${points}`;
    for (const event of given.events ?? []) {
      const kind = set.events.get(event.kind);
      if (kind === undefined) return `事项类别 ${event.kind}`;
      const levels = Object.keys(kind.points);
      if (event.level === undefined && levels.length > 1) {
        return `没有写级别的 ${event.kind}（可写 ${levels.join('、')}）`;
      }
      if (
        event.level !== undefined &&
        kind.effect !== 'veto' &&
        kind.points[event.level] === undefined
      ) {
        return `事项级别 ${event.kind}.${event.level}`;
      }
    }
    if (given.value !== undefined && parseDecimal(given.value) === undefined)
      return `数 ${given.value}`;
    const bad = badNumber(set, given);
    if (bad !== undefined) return `数 ${bad}`;
  }
  const grades = [
    test.expect,
    ...Object.values(test.regions ?? {}).map((one) => one.expect),
  ].flatMap((expect) => [expect?.grade, expect?.gradeBeforeVeto]);
  const grade = grades.find(
    (id) => id !== undefined && !set.grading.grades.some((one) => one.id === id),
  );
  return grade === undefined ? undefined : `等级 ${grade}`;
}

/** A value that is neither a number nor one of the answers its metric allows. */
function badNumber(set: IndicatorSet, given: Given): string | undefined {
  const words = new Set(['', '缺报', '不适用', '是', '否', 'yes', 'no']);
  for (const [id, text] of Object.entries({
    ...given.input,
    ...given.previous,
    ...given.targets,
  })) {
    const metric = set.metrics.get(id);
    if (words.has(text) || metric?.levels.has(text) === true || metric?.type === 'text') continue;
    if (parseDecimal(text) === undefined) return text;
  }
  return undefined;
}
