import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventRecord, SubmittedValue, YearData } from '../../../src/domain/metrics/index.js';
import { compilePlan } from '../../../src/domain/plan/index.js';
import { createPreviewer } from '../../../src/domain/preview/index.js';
import { plainPreview } from './plain-preview.js';
import { sampleYear } from './sample-year.js';

const SETS = ['qinghai-2015', 'variety-1000', 'qinghai-food-2024', 'qinghai-county-2015'];

/** One figure as it is typed next: which one, and what then stands there. */
const change = fc.record({
  what: fc.constantFrom('value', 'value', 'value', 'value', 'mark', 'target', 'event', 'request'),
  at: fc.nat(),
  how: fc.constantFrom('drop', 'number', 'number', 'notApplicable', 'pending', 'unsourced'),
  number: fc.oneof(
    fc.integer({ min: -3, max: 120 }).map(String),
    fc.integer({ min: 0, max: 1_000_000 }).map((whole) => String(whole / 100)),
    fc.constantFrom('0', '0.0000000001', '99999999999999999999'),
  ),
  explain: fc.constantFrom('all', 'none', 'some'),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changeValue(value: SubmittedValue, { how, number }: Change): readonly SubmittedValue[] {
  if (how === 'drop') return [];
  if (how === 'unsourced') {
    return [{ ...value, provenance: { ...value.provenance, source: undefined } }];
  }
  const isWord = ['yes', 'no'].includes(value.text) || Number.isNaN(Number(value.text));
  if (how === 'number') {
    if (!isWord) return [{ ...value, status: 'present', text: number }];
    return [{ ...value, text: value.text === 'yes' ? 'no' : 'yes' }];
  }
  return [{ ...value, status: how, text: '' }];
}

function changeList<T>(list: readonly T[], at: number, next: (item: T) => readonly T[]): T[] {
  return list.flatMap((item, index) => (index === at % list.length ? next(item) : [item]));
}

/** The data after one more figure was typed; what did not change is the same object as before. */
function typeOn(
  data: YearData,
  region: string,
  next: Change,
  { marked, kinds }: { readonly marked: readonly string[]; readonly kinds: readonly string[] },
): YearData {
  const own = <T extends { readonly region: string }>(
    list: readonly T[],
    make: (item: T) => readonly T[],
  ): T[] => {
    const mine = list.filter((item) => item.region === region);
    return changeList(mine, next.at, make);
  };
  switch (next.what) {
    case 'value':
      return { ...data, values: own(data.values, (value) => changeValue(value, next)) };
    case 'mark':
      return {
        ...data,
        marks: own(data.marks, (mark) =>
          next.how === 'drop' ? [] : [{ ...mark, points: next.number.replace('-', '') }],
        ),
      };
    case 'target':
      return {
        ...data,
        targets: own(data.targets, (target) =>
          next.how === 'drop' ? [] : [{ ...target, value: next.number }],
        ),
      };
    case 'event':
      return {
        ...data,
        events: own(data.events, (event): readonly EventRecord[] =>
          next.how === 'drop'
            ? []
            : next.how === 'pending'
              ? [event, { ...event, id: `${event.id}+`, kind: kinds[next.at % kinds.length] ?? '' }]
              : [{ ...event, share: next.how === 'number' ? '0.5' : '1' }],
        ),
      };
    case 'request': {
      const indicator = marked[next.at % marked.length];
      const others = (data.exemptions ?? []).filter((one) => one.indicator !== indicator);
      const isDropped = next.how === 'drop' || indicator === undefined;
      const status = next.how === 'notApplicable' ? ('granted' as const) : ('asked' as const);
      const place = { file: 'x', line: 1, column: 1 };
      const rest = { by: region, reason: '没有这项工作', date: undefined, place };
      const asked = isDropped ? [] : [{ region, indicator, status, ...rest }];
      return { ...data, exemptions: [...others, ...asked] };
    }
  }
}

describe.each(SETS)('previews by %s, figure after figure', (id) => {
  it('have the bytes of a preview computed from the beginning', async () => {
    const { set, data } = await sampleYear(id);
    const plan = compilePlan(set, data.period);
    const leaves = [...set.nodes.values()].filter(({ kind }) => kind === 'indicator');
    const names = {
      marked: leaves.flatMap((leaf) =>
        leaf.kind === 'indicator' && leaf.marking !== undefined ? [leaf.id] : [],
      ),
      kinds: [...set.events.values()].flatMap(({ id, points }) =>
        // Of the levels of the sample's events every one of these kinds has those it needs.
        Object.keys(points).length <= 1 ? [id] : [],
      ),
    };
    const some = leaves.slice(0, 3).map((leaf) => leaf.id);
    const previewers = set.regions.assessed.map((region) => ({
      region: region.id,
      preview: createPreviewer(set, plan, region.id),
    }));
    fc.assert(
      fc.property(
        fc.constantFrom(...previewers),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        ({ region, preview }, changes) => {
          let typed = data;
          for (const next of changes) {
            typed = typeOn(typed, region, next, names);
            const explain = next.explain === 'all' ? 'all' : next.explain === 'none' ? [] : some;
            expect(JSON.stringify(preview(typed, explain))).toBe(
              JSON.stringify(plainPreview(set, plan, region, typed, explain)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep as the same object what no changed figure touches', async () => {
    const { set, data } = await sampleYear(id);
    const region = set.regions.assessed[0]?.id ?? '';
    const preview = createPreviewer(set, compilePlan(set, data.period), region);
    const before = preview(data);
    const last = data.values.findLastIndex((value) => value.region === region);
    const values = data.values.map((value, index) =>
      index === last
        ? { ...value, provenance: { ...value.provenance, source: '另一来源' } }
        : value,
    );
    const after = preview({ ...data, values });
    const same = after.derivation.filter((one) => before.derivation.includes(one));
    expect(same.length).toBeGreaterThanOrEqual(after.derivation.length - 3);
    expect(after.indicators.every((node) => before.indicators.includes(node))).toBe(true);
  });
});
