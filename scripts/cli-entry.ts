// The bundle's entry: dist/cli.js is both a module (bin/kaoheng.mjs calls main) and, for the
// shortest start, a program of its own: node dist/cli.js …
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as MainScore from '../src/main-score.js';
import { loadProgram } from './load-program.mjs';
import { PATIENCE_OF_A_BATCH, setPatience } from './patience.mjs';

/** The name of the program that scores and does nothing else; the build fills it in. */
declare const SCORE_PROGRAM: string;

const OWN = fileURLToPath(import.meta.url);

/** Runs the command line, by the small program where that will do. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv[0] === 'score') {
    const dist = dirname(OWN);
    const { exports } = loadProgram(dist, SCORE_PROGRAM);
    const { scoreQuickly } = exports as unknown as typeof MainScore;
    const code = await scoreQuickly(argv, dirname(dist));
    if (code !== undefined) return code;
  }
  if (argv[0] === 'report') setPatience(PATIENCE_OF_A_BATCH);
  const whole = await import('../src/main.js');
  return whole.main(argv);
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === OWN) {
  process.exitCode = await main(process.argv.slice(2));
}
