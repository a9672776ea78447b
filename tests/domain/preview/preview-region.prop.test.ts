import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, SubmittedValue, YearData } from '../../../src/domain/metrics/index.js';
import { compilePlan } from '../../../src/domain/plan/index.js';
import { createPreviewer } from '../../../src/domain/preview/index.js';
import { sampleYear } from './sample-year.js';

const SETS = ['qinghai-2015', 'variety-1000', 'qinghai-food-2024', 'qinghai-county-2015'];

/** One way in which somebody else's numbers may differ. */
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('drop', 'number', 'notApplicable', 'pending'),
  number: fc.integer({ min: -1000, max: 1_000_000 }).map(String),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changeValue(value: SubmittedValue, how: Change): readonly SubmittedValue[] {
  switch (how.how) {
    case 'drop':
      return [];
    case 'number':
      return [{ ...value, text: how.number }];
    case 'notApplicable':
    case 'pending':
      return [{ ...value, status: how.how, text: '' }];
  }
}

function changeMark(mark: Mark, how: Change): readonly Mark[] {
  return how.how === 'drop' ? [] : [{ ...mark, points: how.number }];
}

/** Changes what is not the region's own: neighbours' records, and departments' marks of anybody. */
function changeOthers(data: YearData, region: string, changes: readonly Change[]): YearData {
  const next = (index: number): Change =>
    changes[index % changes.length] ?? { at: 0, how: 'drop', number: '0' };
  return {
    ...data,
    values: data.values.flatMap((value, index) =>
      value.region === region ? [value] : changeValue(value, next(index)),
    ),
    marks: data.marks.flatMap((mark, index) =>
      mark.region === region && mark.stage === 'self' ? [mark] : changeMark(mark, next(index)),
    ),
    targets: data.targets.flatMap((target, index) => {
      if (target.region === region) return [target];
      const { how, number } = next(index);
      return how === 'drop' ? [] : [{ ...target, value: number }];
    }),
    events: data.events.filter(
      (event, index) => event.region === region || next(index).how !== 'drop',
    ),
    history: data.history.filter((_, index) => next(index).how !== 'drop'),
    decisions: [],
  };
}

describe.each(SETS)('a preview by %s', (id) => {
  it('has the same bytes whatever every other region reports and every department marks', async () => {
    const { set, data } = await sampleYear(id);
    const plan = compilePlan(set, data.period);
    const previews = set.regions.assessed.map((region) => {
      const preview = createPreviewer(set, plan, region.id);
      return { id: region.id, preview, before: JSON.stringify(preview(data)) };
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...previews),
        fc.array(change, { minLength: 1, maxLength: 40 }),
        ({ id: region, preview, before }, changes) => {
          expect(JSON.stringify(preview(changeOthers(data, region, changes)))).toBe(before);
        },
      ),
      { numRuns: 150 },
    );
  });
});
