// Every command of package.json: sets the checkout up, then does what was asked. Arguments and exit
// codes pass through as they are.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { flagsOf, runNode } from './run-node.mjs';
import { ROOT, setUp } from './setup.mjs';

const CLI = 'dist/cli.js';
const ESLINT = 'node_modules/eslint/bin/eslint.js';
const TSC = 'node_modules/typescript/bin/tsc';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';

/**
 * A command: the programs that it runs, one after the other until one fails.
 * @typedef {object} Task
 * @property {boolean} build whether it needs dist/
 * @property {(args: readonly string[]) => readonly (readonly string[])[]} programs
 */

/** @type {Readonly<Record<string, Task>>} */
const TASKS = {
  demo: { build: true, programs: (args) => [['scripts/demo.mjs', ...args]] },
  gallery: { build: true, programs: (args) => [['scripts/gallery.mjs', ...args]] },
  start: { build: true, programs: (args) => [[CLI, 'serve', ...args]] },
  kaoheng: { build: true, programs: (args) => [[CLI, ...args]] },
  test: {
    build: true,
    programs: (args) => [['node_modules/vitest/vitest.mjs', 'run', ...args]],
  },
  bench: {
    build: true,
    programs: (args) => benchmarks().map((file) => [`bench/${file}`, ...args]),
  },
  lint: {
    build: false,
    programs: (args) => [
      [ESLINT, '--max-warnings=0', ...(args.length > 0 ? args : ['.'])],
      [PRETTIER, '--check', '--log-level=warn', ...(args.length > 0 ? args : ['.'])],
    ],
  },
  types: {
    build: false,
    // The page is a program of its own: it has a window, and no Node.
    programs: (args) => [
      [TSC, '--noEmit', ...args],
      [TSC, '--noEmit', '-p', 'src/web', ...args],
    ],
  },
  schema: { build: false, programs: (args) => [['scripts/schema.mjs', ...args]] },
  format: {
    build: false,
    programs: (args) => [
      [PRETTIER, '--write', '--log-level=warn', ...(args.length > 0 ? args : ['.'])],
    ],
  },
};

function benchmarks() {
  return readdirSync(join(ROOT, 'bench'))
    .filter((name) => name.endsWith('.mjs'))
    .sort();
}

const [name = '', ...args] = process.argv.slice(2);
const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
if (task === undefined) {
  const known = Object.keys(TASKS).join('、');
  process.stderr.write(`考衡：没有“${name}”这个命令，可用的有：${known}。\n`);
  process.exitCode = 2;
} else {
  let code = await setUp({ build: task.build });
  for (const program of code === 0 ? task.programs(args) : []) {
    const flags = program[0] === CLI ? flagsOf(program[1]) : [];
    code = await runNode(program, { flags, cwd: ROOT });
    if (code !== 0) break;
  }
  process.exitCode = code;
}
