import { referencesOf, type Expression } from '../formula/index.js';
import { columnOf } from './field.js';

/** Whether a mark (left out, divided by nought) stands, for one region, on any metric that a formula reads. */
export function readsMarked(
  expression: Expression,
  marks: ReadonlyMap<string, readonly boolean[]>,
): (index: number) => boolean {
  if (marks.size === 0) return () => false;
  const found = referencesOf(expression).flatMap((reference) => {
    const mark =
      reference.kind === 'metric'
        ? marks.get(columnOf.metric(reference.id, reference.yearsBack))
        : undefined;
    return mark === undefined ? [] : [mark];
  });
  return (index) => found.some((mark) => mark[index] === true);
}
