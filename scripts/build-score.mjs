// Bundles `kaoheng score` alone, into one file with nothing that other commands need.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { leaveOutUnused } from './leave-out-unused.mjs';

/**
 * Builds the program in memory. Its name carries its hash.
 * @param {string} root the checkout
 */
export async function buildScore(root) {
  const esbuild = await import('esbuild');
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/main-score.ts'],
    outfile: join(root, 'dist', 'score.cjs'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    // Names stay, so that a stack trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    plugins: [leaveOutUnused],
    logLevel: 'silent',
  });
  const content = outputFiles[0]?.contents ?? new Uint8Array();
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  return { name: `score-${hash}`, content };
}

/**
 * Keeps the code that V8 makes of the program. Without it the program runs all the same, slower.
 * @param {string} root
 * @param {string} name
 */
export function keepCode(root, name) {
  const dist = join(root, 'dist');
  const code = join(dist, `${name}.code`);
  const aside = `${code}.${process.pid}.tmp`;
  const script = join(root, 'scripts', 'keep-code.mjs');
  spawnSync(process.execPath, [script, dist, name, root, aside], { cwd: root, stdio: 'ignore' });
  if (existsSync(aside)) renameSync(aside, code);
  else rmSync(code, { force: true });
}
