// Runs the whole program as a process of its own, for benches that compare it.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');
const PROGRAM = pathToFileURL(join(ROOT, 'dist', 'cli.js')).href;

/**
 * The whole program: milliseconds, its greatest memory in kilobytes, its exit code, all it said.
 *
 * @param {string} folder where the script that runs it may be written
 * @param {readonly string[]} args
 */
export function runWhole(folder, args) {
  const script = join(folder, 'measured.mjs');
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs';
    import { main } from ${JSON.stringify(PROGRAM)};
    process.exitCode = await main(process.argv.slice(2));
    process.stderr.write('\\n' + readFileSync('/proc/self/status', 'utf8'));`,
  );
  const started = performance.now();
  const child = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const ms = performance.now() - started;
  const said = `${child.stdout}${child.stderr}`;
  const peak = Number(/VmHWM:\s+(\d+)/.exec(child.stderr)?.[1] ?? NaN);
  return { ms, peak, exit: child.status, said: said.replace(/Name:[^]*/, '') };
}
