import { describe, expect, test } from 'vitest';
import { DECIMALS, FLOATS, type Arithmetic } from '../../src/domain/kernel/arithmetic.js';
import {
  definedMean,
  normaliseValues,
  type MeanMethod,
  type NormaliseMethod,
  type NormaliseParameters,
} from '../../src/domain/plan/index.js';
import { fileNames, isThere, rowsOf, tableOf, type Table } from './asem-data.js';

/** Relative, as the reference's definitions ask. */
const PRECISION = 1e-9;
/** Between our own kernels; of values near nought, of the scale of 1, where floats cancel out. */
const KERNEL_PRECISION = 1e-12;

type Column = readonly (number | undefined)[];

/** Normalisations of the reference that we have: our method, its factor and its parameters. */
interface Normalisation {
  readonly method: NormaliseMethod;
  readonly factor?: number;
  readonly cap?: number;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Columns of norm_params.csv, by our parameter. */
  readonly perIndicator?: Readonly<Record<string, string>>;
  readonly referenceUnit?: string;
}

const NORMALISATIONS: Readonly<Record<string, Normalisation>> = {
  minmax_0_100: { method: 'minmax', parameters: { lower: '0', upper: '100' } },
  minmax_1_100: { method: 'minmax', parameters: { lower: '1', upper: '100' } },
  zscore_0_1: { method: 'zscore', parameters: { mean: '0', deviation: '1' } },
  zscore_100_15: { method: 'zscore', parameters: { mean: '100', deviation: '15' } },
  rank: { method: 'rank' },
  borda: { method: 'borda' },
  prank: { method: 'prank' },
  dist2max: { method: 'dist2max' },
  fracmax: { method: 'fracmax' },
  scaled_0_10: { method: 'scaled', factor: 100, parameters: { lower: '0', upper: '10' } },
  dist2ref_DEU: { method: 'dist2ref', referenceUnit: 'DEU' },
  dist2ref_DEU_cap: { method: 'dist2ref', referenceUnit: 'DEU', cap: 1 },
  dist2targ: { method: 'dist2targ', perIndicator: { target: 'Target' } },
  dist2targ_cap: { method: 'dist2targ', perIndicator: { target: 'Target' }, cap: 1 },
  goalposts_wide: {
    method: 'goalposts',
    factor: 100,
    perIndicator: { lower: 'goalpost_lower', upper: 'goalpost_upper' },
  },
  goalposts_trunc: {
    method: 'goalposts',
    factor: 100,
    perIndicator: { lower: 'goalpost_in_lower', upper: 'goalpost_in_upper' },
  },
};

/** Aggregations that we have: at the pillars, and above. */
type Mean = readonly [method: MeanMethod, power: string | null];
const MEANS: Readonly<Record<string, { readonly pillars: Mean; readonly above: Mean }>> = {
  amean: both('arithmeticMean'),
  gmean: both('geometricMean'),
  hmean: both('harmonicMean'),
  genmean_p2: both('powerMean', '2'),
  genmean_pm1: both('powerMean', '-1'),
  mixed_am_gm: { pillars: ['arithmeticMean', null], above: ['geometricMean', null] },
};

function both(method: MeanMethod, power: string | null = null) {
  return { pillars: [method, power], above: [method, power] } as const;
}

/** Files of inputs and steps that the tests below read, or that hold no result of a method. */
const READ_ALONG =
  /^(manifest|meta|lineage|norm_params|raw|weights_\w+|example_\w+)\.csv$/;
/** Methods that belong to analysis and are not there yet. */
const NOT_COVERED = [
  [/copeland/, 'Copeland’s method'],
  [/^treat_/, 'treatment of outliers'],
  [/^impute_/, 'imputation by means and medians'],
  [/^corr_/, 'correlations'],
  [/^cronbach/, 'Cronbach’s alpha'],
  [/^skewkurt_/, 'skewness and kurtosis'],
  [/^remove_elements/, 'removal of elements'],
  [/_thresh/, 'thresholds of availability'],
  [/^effective_weights/, 'effective weights'],
] as const;

/** The indicators' normalised columns; undefined where the method has no meaning for one. */
function normalise(
  treated: Table,
  name: string,
  arithmetic: Arithmetic<unknown> = FLOATS,
): ReadonlyMap<string, Column> | undefined {
  const wanted = NORMALISATIONS[name];
  if (wanted === undefined) throw new Error(`no normalisation ${name}`);
  const settings = new Map(rowsOf('norm_params.csv').map((row) => [row['iCode'] ?? '', row]));
  const directions = new Map(
    rowsOf('meta.csv').map((row) => [row['iCode'] ?? '', row['Direction'] ?? '1']),
  );
  const columns = new Map<string, Column>();
  for (const [indicator, column] of treated.columns) {
    const texts: Record<string, string> = { ...wanted.parameters };
    for (const [ours, theirs] of Object.entries(wanted.perIndicator ?? {})) {
      texts[ours] = settings.get(indicator)?.[theirs] ?? '';
    }
    if (wanted.referenceUnit !== undefined) {
      texts['reference'] = String(column[treated.units.indexOf(wanted.referenceUnit)]);
    }
    const found = normaliseColumn(
      arithmetic,
      wanted.method,
      column,
      directions.get(indicator) === '-1' ? 'lower' : 'higher',
      texts,
    );
    if (found === undefined) return undefined;
    columns.set(
      indicator,
      found.map((value) =>
        value === undefined
          ? undefined
          : Math.min(value, wanted.cap ?? Infinity) * (wanted.factor ?? 1),
      ),
    );
  }
  return columns;
}

function normaliseColumn<N>(
  a: Arithmetic<N>,
  method: NormaliseMethod,
  column: Column,
  better: 'higher' | 'lower',
  texts: Readonly<Record<string, string>>,
): Column | undefined {
  const known = column.flatMap((value) => (value === undefined ? [] : [a.from(String(value))]));
  const parameters: NormaliseParameters<N> = {
    better,
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, a.from(text)])),
  };
  const values = normaliseValues(a, method, known, parameters);
  if (values === undefined) return undefined;
  let next = 0;
  return column.map((value) => (value === undefined ? undefined : Number(values[next++])));
}

/** The levels above the indicators, from the bottom: each node with its children. */
function levels(): readonly (ReadonlyMap<string, readonly string[]>)[] {
  const rows = rowsOf('lineage.csv');
  const names = ['Indicator', 'Pillar', 'Sub-index', 'Index'];
  return names.slice(1).map((above, index) => {
    const below = names[index] ?? '';
    const children = new Map<string, string[]>();
    for (const row of rows) {
      const list = children.get(row[above] ?? '') ?? [];
      const child = row[below] ?? '';
      if (!list.includes(child)) list.push(child);
      children.set(row[above] ?? '', list);
    }
    return children;
  });
}

/** All aggregates of the units; undefined where some mean has no meaning. */
function aggregate(
  columns: ReadonlyMap<string, Column>,
  units: number,
  name: string,
  weightSet: string,
  a: Arithmetic<unknown> = FLOATS,
): ReadonlyMap<string, Column> | undefined {
  const wanted = MEANS[name];
  if (wanted === undefined) throw new Error(`no aggregation ${name}`);
  const weights = new Map(
    rowsOf(`weights_${weightSet}.csv`).map((row) => [row['iCode'] ?? '', row['Weight'] ?? '1']),
  );
  const all = new Map(columns);
  for (const [depth, nodes] of levels().entries()) {
    const [method, power] = depth === 0 ? wanted.pillars : wanted.above;
    for (const [node, children] of nodes) {
      const column: (number | undefined)[] = [];
      for (let unit = 0; unit < units; unit += 1) {
        const items = children.flatMap((child) => {
          const value = all.get(child)?.[unit];
          return value === undefined
            ? []
            : [{ weight: a.from(weights.get(child) ?? '1'), share: a.from(String(value)) }];
        });
        const mean = items.length === 0 ? undefined : definedMean(a, method, power, items);
        if (mean === undefined && items.length > 0) return undefined;
        column.push(mean === undefined ? undefined : Number(mean));
      }
      all.set(node, column);
    }
  }
  return new Map([...all].filter(([id]) => !columns.has(id)));
}

function expectClose(found: Column | undefined, wanted: Column, what: string, precision = PRECISION) {
  wanted.forEach((value, unit) => {
    const other = found?.[unit];
    if (value === undefined || other === undefined) {
      expect([what, unit, other]).toEqual([what, unit, value]);
      return;
    }
    const off = Math.abs(other - value) / Math.max(precision < PRECISION ? 1 : 1e-6, Math.abs(value));
    if (off > precision) throw new Error(`${what}, row ${unit + 1}: ${other} is not ${value}`);
  });
}

/** Descending, ties at the better place; a column without a value has no rank. */
function ranks(column: Column): Column {
  return (
    normaliseColumn(FLOATS, 'position', column, 'higher', {}) ?? column.map(() => undefined)
  );
}

const files = fileNames();
const word = isThere ? '' : ' (absent: set KAOHENG_CONFORMANCE_DATA to the folder that holds asem/)';

describe.skipIf(!isThere)(`ASEM, as the reference package computes it${word}`, () => {
  const treated = isThere ? tableOf('example_treated.csv') : { units: [], columns: new Map() };

  const normFiles = files.filter((file) => /^norm_(?!params)/.test(file));
  test.each(normFiles)('%s', (file) => {
    const found = normalise(treated, file.slice('norm_'.length, -'.csv'.length));
    const wanted = tableOf(file);
    expect(wanted.units).toEqual(treated.units);
    for (const [indicator, column] of wanted.columns) {
      expectClose(found?.get(indicator), column, indicator);
    }
  });

  const aggFiles = files.filter((file) => file.startsWith('agg_') && !file.includes('copeland'));
  test.each(aggFiles)('%s, with its ranks', (file) => {
    const [norm = '', agg = '', weights = ''] = file
      .slice('agg_'.length, -'.csv'.length)
      .split('__');
    const columns = normalise(treated, norm);
    const found =
      columns === undefined ? undefined : aggregate(columns, treated.units.length, agg, weights);
    const wanted = tableOf(file);
    expect(wanted.units).toEqual(treated.units);
    for (const [name, column] of wanted.columns) {
      const own = name.startsWith('rank_') ? found?.get(name.slice('rank_'.length)) : undefined;
      expectClose(own === undefined ? found?.get(name) : ranks(own), column, name);
    }
  });

  const missingFiles = files.filter((file) => /^missing_a_\w+\.csv$/.test(file) && !file.includes('_thresh'));
  test.each(missingFiles)('%s: means over what is there', (file) => {
    const table = tableOf('example_denominated.csv');
    const columns = normalise(table, 'minmax_1_100');
    const agg = file.slice('missing_a_'.length, -'.csv'.length);
    const found =
      columns === undefined ? undefined : aggregate(columns, table.units.length, agg, 'original');
    const wanted = tableOf(file);
    expect(wanted.units).toEqual(table.units);
    for (const [name, column] of wanted.columns) expectClose(found?.get(name), column, name);
  });

  test('the nominal build, normalised, aggregated and ranked', () => {
    const columns = normalise(treated, 'minmax_0_100') ?? new Map<string, Column>();
    const above = aggregate(columns, treated.units.length, 'amean', 'original');
    const all = new Map([...columns, ...(above ?? [])]);
    for (const [name, column] of tableOf('example_normalised.csv').columns) {
      expectClose(columns.get(name), column, name);
    }
    for (const [name, column] of tableOf('example_aggregated.csv').columns) {
      expectClose(all.get(name), column, name);
    }
    for (const [name, column] of tableOf('example_ranks.csv').columns) {
      expectClose(ranks(all.get(name) ?? []), column, `rank of ${name}`);
    }
  });

  const lines = (isThere ? rowsOf('manifest.csv') : []).filter(
    (line) => (line['norm'] ?? '') in NORMALISATIONS && (line['agg'] ?? '') in MEANS,
  );
  const cases = lines.map((line) => ({
    norm: line['norm'] ?? '',
    agg: line['agg'] ?? '',
    weights: line['weights'] ?? '',
    isRefused: line['status'] !== 'ok',
  }));
  test.each(cases)('$norm with $agg and $weights weights: refused $isRefused', (one) => {
    const columns = normalise(treated, one.norm);
    const found =
      columns === undefined
        ? undefined
        : aggregate(columns, treated.units.length, one.agg, one.weights);
    expect(found === undefined).toBe(one.isRefused);
  });

  test.each(Object.keys(NORMALISATIONS))('%s in decimals equals it in floats', (name) => {
    const exact = normalise(treated, name, DECIMALS);
    const fast = normalise(treated, name);
    expect(exact === undefined).toBe(fast === undefined);
    for (const [indicator, column] of exact ?? []) {
      expectClose(fast?.get(indicator), column, indicator, KERNEL_PRECISION);
    }
  });

  test.each(Object.keys(MEANS))('%s in decimals equals it in floats', (name) => {
    const few = 6;
    const columns = new Map(
      [...(normalise(treated, 'minmax_1_100') ?? [])].map(([id, column]) => [id, column.slice(0, few)]),
    );
    const exact = aggregate(columns, few, name, 'unequal', DECIMALS);
    const fast = aggregate(columns, few, name, 'unequal');
    for (const [node, column] of exact ?? []) {
      expectClose(fast?.get(node), column, node, KERNEL_PRECISION);
    }
    expect(exact?.size).toBe(11);
  });
});

describe.skipIf(!isThere)('files of the reference that no test above holds us to', () => {
  const left = files.filter(
    (file) =>
      !READ_ALONG.test(file) &&
      !/^norm_(?!params)/.test(file) &&
      !(/^agg_/.test(file) && !file.includes('copeland')) &&
      !(/^missing_a_/.test(file) && !file.includes('_thresh')),
  );
  for (const file of left) {
    const reason = NOT_COVERED.find(([pattern]) => pattern.test(file))?.[1];
    if (reason === undefined) test.skip(`${file}: unknown name, counts as neither pass nor failure`);
    else test.skip(`${file}: not covered yet (${reason})`);
  }
});
