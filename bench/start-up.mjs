// How long a user waits before anything happens: a whole `kaoheng score` against a Node that does
// nothing. They take turns, so that a busy machine slows both; medians of 25 rounds.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 25;
const SET = 'indicators/qinghai-2015';

/** @param {readonly string[]} args */
function milliseconds(args) {
  const started = performance.now();
  const run = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const took = performance.now() - started;
  if (run.status === 0) return took;
  throw new Error(`node ${args.join(' ')} 退出码 ${run.status}：\n${run.stderr.toString()}`);
}

/** @param {readonly number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const score = ['dist/cli.js', 'score', SET, '--format', 'json'];
const hasSet = existsSync(join(ROOT, SET));
if (!hasSet) process.stderr.write(`没有 ${SET}，改测 kaoheng --version。\n`);

/** @type {Readonly<Record<string, readonly string[]>>} */
const programs = {
  'node -e 0': ['-e', '0'],
  'kaoheng --version（dist）': ['dist/cli.js', '--version'],
  'kaoheng --version（bin，含检查）': ['bin/kaoheng.mjs', '--version'],
  ...(hasSet ? { [`kaoheng score ${SET} --format json`]: score } : {}),
  ...(hasSet ? { [`kaoheng score ${SET}（表格，整个程序）`]: score.slice(0, 3) } : {}),
};

/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (const args of Object.values(programs)) milliseconds(args); // the first read of each comes from disk
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(programs)) times[name]?.push(milliseconds(args));
}

const base = median(times['node -e 0'] ?? []);
process.stdout.write(`启动耗时，${ROUNDS} 轮中位数（Node ${process.versions.node}）\n`);
for (const [name, values] of Object.entries(times)) {
  const middle = median(values);
  process.stdout.write(
    `${middle.toFixed(0).padStart(6)} ms  ${(middle / base).toFixed(2)} 倍  ${name}\n`,
  );
}
