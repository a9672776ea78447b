// Formulas per second: our decimal and float kernels against mathjs' compiled code, in one run.
// node bench/formula.mjs
import { performance } from 'node:perf_hooks';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** @import { FormulaParser, Expression } from '../src/domain/formula/index.js' */
/** @typedef {typeof import('../src/domain/formula/index.js')} Domain */
/** @typedef {typeof import('../src/domain/kernel/decimal.js')} Decimals */

const FORMULAS = [
  '(sampled - failed) / sampled * 100',
  'round(clamp(60 + (rate(sampled - failed, sampled) - 90) * 4, 0, 100), 2)',
  'if(failed / sampled > 0.05, 0, 10 - failed * 0.01)',
];
// mathjs has no rate and no clamp, and writes a choice differently.
const MATHJS_FORMULAS = [
  FORMULAS[0],
  'round(max(0, min(60 + ((sampled - failed) / sampled * 100 - 90) * 4, 100)), 2)',
  'failed / sampled > 0.05 ? 0 : 10 - failed * 0.01',
];
const ROWS = 2844;
const SECONDS = 1;

const { domain, decimals, parser, loading } = await loadOurs();
console.log(`parser loaded in ${loading.toFixed(0)} ms`);
const resolve = () => /** @type {const} */ ({ kind: 'metric' });
const sampled = Array.from({ length: ROWS }, (_, row) => 1000 + ((row * 7919) % 20000));
const failed = Array.from({ length: ROWS }, (_, row) => (row * 104729) % 900);

const compileTime = secondsEach(() => domain.compileFormula(FORMULAS[1] ?? '', resolve, parser));
console.log(`one formula compiled in ${(compileTime * 1e6).toFixed(0)} µs`);

const { create, all } = await import('mathjs');
const math = create(all ?? {});
const table = FORMULAS.map((formula, index) => {
  const compiled = domain.compileFormula(formula, resolve, parser);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const code = math.compile(MATHJS_FORMULAS[index] ?? '');
  return {
    formula: formula.slice(0, 40),
    'decimal/s': perSecond(decimalPass(compiled.value.expression)),
    'float/s': perSecond(floatPass(compiled.value.expression)),
    'mathjs float/s': perSecond(() => {
      for (let row = 0; row < ROWS; row += 1) {
        code.evaluate({ sampled: sampled[row], failed: failed[row] });
      }
    }),
  };
});
console.table(table);

/**
 * The domain as it is shipped, bundled.
 *
 * @returns {Promise<{ domain: Domain, decimals: Decimals, parser: FormulaParser, loading: number }>}
 */
async function loadOurs() {
  const folder = await mkdtemp(join(tmpdir(), 'kaoheng-bench-'));
  // Node must read the bundles as modules.
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const resolveDir = fileURLToPath(new URL('..', import.meta.url));
  const bundle = async (/** @type {string} */ name, /** @type {string} */ contents) => {
    const outdir = join(folder, name);
    // Without splitting, a file that is imported lazily keeps all of mathjs.
    const options = /** @type {const} */ ({ format: 'esm', platform: 'node', splitting: true });
    await build({ stdin: { contents, resolveDir }, bundle: true, outdir, ...options });
    return pathToFileURL(join(outdir, 'stdin.js')).href;
  };
  const kernel = await bundle(
    'kernel',
    `export * as domain from './src/domain/formula/index.ts';
     export * as decimals from './src/domain/kernel/decimal.ts';`,
  );
  const adapter = await bundle(
    'parser',
    `export * from './src/adapters/mathjs/load-formula-parser.ts';`,
  );
  try {
    const start = performance.now();
    const { loadFormulaParser } = await import(adapter);
    const parser = await loadFormulaParser();
    const loading = performance.now() - start;
    return { ...(await import(kernel)), parser, loading };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Expression} expression */
function decimalPass(expression) {
  const cells = new Map(
    Object.entries({ sampled, failed }).map(([id, numbers]) => [
      id,
      numbers.map((number) => ({
        status: /** @type {const} */ ('present'),
        value: decimals.decimal(number),
      })),
    ]),
  );
  return () => {
    for (let row = 0; row < ROWS; row += 1) {
      domain.evaluateFormula(expression, {
        metric: (id) => cells.get(id)?.[row] ?? { status: 'missing' },
        target: () => ({ status: 'missing' }),
        parameter: () => decimals.ZERO,
      });
    }
  };
}

/** @param {Expression} expression */
function floatPass(expression) {
  const columns = new Map(
    Object.entries({ sampled, failed }).map(([id, numbers]) => {
      const column = domain.floatColumn(ROWS);
      column.values.set(numbers);
      return [id, column];
    }),
  );
  const output = domain.floatColumn(ROWS);
  const kernel = domain.compileFloat(expression);
  const column = (/** @type {string} */ id) => columns.get(id) ?? output;
  return () => kernel({ rows: ROWS, metric: column, target: column, parameter: () => 0 }, output);
}

/** @param {() => unknown} run */
function secondsEach(run) {
  run();
  let runs = 0;
  const start = performance.now();
  while (performance.now() - start < SECONDS * 1000) {
    run();
    runs += 1;
  }
  return (performance.now() - start) / 1000 / runs;
}

/** @param {() => void} pass */
function perSecond(pass) {
  return Math.round(ROWS / secondsEach(pass));
}
