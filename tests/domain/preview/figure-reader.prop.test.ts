import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYearData, type YearData } from '../../../src/domain/metrics/index.js';
import {
  createFigureReader,
  inputRecords,
  ownSet,
  type InputScalar,
  type PreviewInput,
} from '../../../src/domain/preview/index.js';
import { sampleYear } from './sample-year.js';

const SETS = ['qinghai-2015', 'variety-1000', 'qinghai-county-2015'];

const scalar: fc.Arbitrary<InputScalar> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 2000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 10000 }).map((one) => String(one / 100)) },
  fc.constantFrom('不适用', '/', '', '无', '６０５', '97.8%', 'yes', '是', 'A', null, true, '1e3'),
);

const cell = fc.oneof(
  scalar,
  fc.record(
    {
      value: scalar,
      status: fc.constantFrom('已报', '缺报', '不适用', null),
      source: scalar,
      reason: scalar,
    },
    { requiredKeys: ['value'] },
  ),
);
const mark = fc.oneof(
  scalar,
  fc.record({ points: scalar, reason: scalar, date: scalar }),
  fc.constant({ points: '不适用', reason: '没有这项工作' }),
);

function withoutPlaces(data: YearData): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value: unknown) => (key === 'place' ? undefined : value)),
  );
}

describe.each(SETS)('figures of %s, stated again and again', (id) => {
  it('are read as the year’s data reads them, and not at all where it finds a fault', async () => {
    const { set } = await sampleYear(id);
    const region = set.regions.assessed[0]?.id ?? '';
    const own = ownSet(set, region);
    const read = createFigureReader(own, region, set.year);
    const metrics = [...set.metrics.values()];
    const names = fc.constantFrom(
      ...metrics.map((metric) => metric.id),
      ...metrics.slice(0, 3).map((metric) => metric.label),
      '没有的数据',
    );
    const leaves = [...set.nodes.values()].filter((node) => node.kind === 'indicator');
    const before = String(Number(set.year.slice(0, 4)) - 1);
    const input = fc.record(
      {
        period: fc.constantFrom(set.year, set.year, undefined, null, before),
        source: fc.constantFrom(undefined, '统计公报', ''),
        metrics: fc.dictionary(
          fc.constantFrom(set.year, set.year, `${set.year}年`, before, '去年'),
          fc.dictionary(names, cell, { maxKeys: 4 }),
          { maxKeys: 2 },
        ),
        targets: fc.dictionary(names, scalar, { maxKeys: 2 }),
        self: fc.dictionary(fc.constantFrom(...leaves.map((leaf) => leaf.id)), mark, {
          maxKeys: 2,
        }),
        events: fc.constantFrom(undefined, [], [{ id: 'e1' }]),
      },
      { requiredKeys: [] },
    );
    let sound = 0;
    fc.assert(
      fc.property(input, (stated) => {
        const typed = stated as PreviewInput;
        const file = inputRecords(typed, region, '正文', () => ({
          file: '正文',
          line: 1,
          column: 1,
        }));
        const plain = readYearData([file], own);
        const found = read(typed);
        if (!plain.ok || plain.value.period !== set.year) {
          expect(found).toBeUndefined();
          return;
        }
        // Where one thing is said twice, whoever reads anew decides.
        if (found === undefined) return;
        sound += 1;
        expect(withoutPlaces(found)).toEqual(withoutPlaces(plain.value));
      }),
      { numRuns: 400 },
    );
    expect(sound).toBeGreaterThan(20);
  });

  it('are the same records when they are stated in the same words', async () => {
    const { set } = await sampleYear(id);
    const region = set.regions.assessed[0]?.id ?? '';
    const read = createFigureReader(ownSet(set, region), region, set.year);
    const [metric] = [...set.metrics.values()].filter(({ type }) => type === 'count');
    const state = (value: number) =>
      read({ metrics: { [set.year]: { [metric?.id ?? '']: value } } });
    expect(state(12)?.values[0]).toBe(state(12)?.values[0]);
    expect(state(12)?.values[0]).not.toBe(state(13)?.values[0]);
  });

  it('are read alike whether another number stood there before or none', async () => {
    const { set } = await sampleYear(id);
    const region = set.regions.assessed[0]?.id ?? '';
    const own = ownSet(set, region);
    const read = createFigureReader(own, region, set.year);
    const number = fc.oneof(
      fc.integer({ min: -1, max: 3000 }),
      fc.integer({ min: 0, max: 30000 }).map((one) => one / 100),
      fc.integer({ min: 0, max: 30000 }).map((one) => String(one / 100)),
      fc.constantFrom(-0, '0', '00', '1.50', '1e3', '97.8%', ' 12 ', '1,5', '1234567890123456', ''),
    );
    const stated = fc.record({
      name: fc.constantFrom(...[...set.metrics.values()].map((metric) => metric.id)),
      numbers: fc.array(number, { minLength: 2, maxLength: 4 }),
      beside: fc.constantFrom(undefined, { source: '台账' }, { status: '已报' }),
    });
    let readOn = 0;
    fc.assert(
      fc.property(stated, ({ name, numbers, beside }) => {
        for (const value of numbers) {
          const cell = beside === undefined ? value : { ...beside, value };
          const typed: PreviewInput = { metrics: { [set.year]: { [name]: cell } } };
          const found = read(typed);
          const alone = createFigureReader(own, region, set.year)(typed);
          expect(found === undefined ? found : withoutPlaces(found)).toEqual(
            alone === undefined ? alone : withoutPlaces(alone),
          );
          if (found !== undefined) readOn += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(readOn).toBeGreaterThan(100);
  });
});
