import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDataSource } from '../../../src/adapters/csv/csv-data-source.js';
import { yamlDataSource } from '../../../src/adapters/yaml/yaml-data-source.js';
import { findFindings, readYearData, type DataFile } from '../../../src/domain/metrics/index.js';
import { exampleSet as set } from './example-set.js';
import { fileOf, readTexts, soundData, withoutPlaces } from './read-example.js';

interface Row {
  readonly region: string;
  readonly metric: string;
  readonly period: string;
  readonly value: string;
}

const count = fc.nat(99_999).map(String);
const amount = fc
  .tuple(fc.nat(9999), fc.nat(99))
  .map(([whole, cents]) => `${String(whole)}.${String(cents).padStart(2, '0')}`);
const answers: Record<string, fc.Arbitrary<string>> = {
  sampled: count,
  passed: count,
  spending: amount,
  stated: fc.nat(1000).map((tenths) => (tenths / 10).toFixed(1)),
  scheme: fc.constantFrom('yes', 'no', '是', '否'),
  plan: fc.constantFrom('full', 'part', '未纳入'),
  story: fc.constantFrom('做法一，二', '"引号"', "it's: ok", '# 井号', '- 短横', 'é'),
  works: fc.oneof(count, fc.constantFrom('不适用', '/')),
};

const row: fc.Arbitrary<Row> = fc.constantFrom(...Object.keys(answers)).chain((metric) =>
  fc.record({
    region: fc.constantFrom('xining', 'haidong', 'zone'),
    metric: fc.constant(metric),
    period: fc.constantFrom('2024', '2023'),
    value: answers[metric] ?? count,
  }),
);

/** A random year: one value at most for a region, metric and period, and one of 2024 at least. */
const year: fc.Arbitrary<readonly Row[]> = fc
  .uniqueArray(row, {
    maxLength: 30,
    selector: ({ region, metric, period }) => `${region} ${metric} ${period}`,
  })
  .map((rows) => [{ region: 'xining', metric: 'failed', period: '2024', value: '7' }, ...rows]);

function toCsv(rows: readonly Row[]): string {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const line = ({ region, metric, period, value }: Row) =>
    [region, metric, period, value].map(quote).join(',');
  return ['region,metric,period,value', ...rows.map(line)].join('\n');
}

function toYaml(rows: readonly Row[]): string {
  const tree: Record<string, Record<string, Record<string, string>>> = {};
  for (const { region, metric, period, value } of rows) {
    ((tree[period] ??= {})[region] ??= {})[metric] = value;
  }
  // JSON is YAML: every scalar stands in quotes.
  return JSON.stringify({ metrics: tree });
}

describe('a year of data', () => {
  it('does not depend on the order of its records or files', () => {
    fc.assert(
      fc.property(
        year.chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows], { minLength: rows.length }),
            fc.nat(rows.length),
          ),
        ),
        ([rows, shuffled, cut]) => {
          const whole = readTexts(set, { 'a.csv': toCsv(rows) });
          const files: DataFile[] = [shuffled.slice(0, cut), shuffled.slice(cut)].map((part, n) =>
            fileOf(toCsv(part), `${String(n)}.csv`),
          );
          const parts = soundData(readYearData(files.reverse(), set));
          expect(withoutPlaces(parts)).toEqual(withoutPlaces(whole));
          expect(findFindings(parts, set)).toEqual(findFindings(whole, set));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is the same from YAML and from CSV', () => {
    fc.assert(
      fc.property(year, (rows) => {
        const yaml = readTexts(set, { 'a.yaml': toYaml(rows) });
        expect(withoutPlaces(yaml)).toEqual(
          withoutPlaces(readTexts(set, { 'a.csv': toCsv(rows) })),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever stands in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'xining',
        '西宁市',
        'sampled',
        '2024',
        '1',
        '无',
        '/',
        '',
        '核准不适用',
        'constructor',
        '__proto__',
      ),
    );
    const header = fc.constantFrom(
      'region,metric,value,period,status,verifier',
      'region,indicator,stage,marker,points,date',
      'id,kind,level,region,share,occurred',
      'region,metric,target,source,verifier',
      'region,period,grade,rank,score',
    );
    fc.assert(
      fc.property(
        header,
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 }),
        (head, rows) => {
          const lines = rows.map((cells) =>
            cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
          );
          const bytes = new TextEncoder().encode([head, ...lines].join('\n'));
          const file = csvDataSource.read(bytes, 'a.csv');
          if (!file.ok) return;
          const data = readYearData([file.value], set);
          if (data.ok) findFindings(data.value, set);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never throws, whatever tree a YAML file holds', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const key = fc.oneof(
      fc.constantFrom('period', 'metrics', 'marks', 'events', 'targets', 'history', 'decisions'),
      fc.constantFrom(
        '2024',
        'xining',
        'sampled',
        'self',
        'department',
        'meeting',
        'regions',
        'value',
      ),
      fc.string(),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), (value) => {
        const file = yamlDataSource.read(new TextEncoder().encode(JSON.stringify(value)), 'a.yaml');
        if (file.ok) readYearData([file.value], set);
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const source of [yamlDataSource, csvDataSource]) {
          const file = source.read(bytes, 'a');
          if (file.ok) readYearData([file.value], set);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
