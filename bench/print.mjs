// What printing costs: a notice beside the bare browser, 333 letters, 2,844 letters with the memory
// they take, and WeasyPrint and LibreOffice on the same HTML with the same fonts, where they are
// found; what is absent is said. LETTERS, LONG, ROUNDS, PEER_LETTERS and PEER_ROUNDS
// change the numbers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PATIENCE_OF_A_BATCH, setPatience } from '../scripts/patience.mjs';

const ROOT = join(import.meta.dirname, '..');
process.chdir(ROOT);
// As the program that prints a batch does.
setPatience(PATIENCE_OF_A_BATCH);
// In the house, so that the bundle finds the packages that stay outside it.
const folder = mkdtempSync(join(ROOT, 'dist/bench-print-'));
const files = mkdtempSync(join(tmpdir(), 'kaoheng-bench-'));
try {
  const outfile = join(folder, 'measure.mjs');
  await build({
    entryPoints: ['bench/print/measure.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const { measure } = await import(pathToFileURL(outfile).href);
  await measure(files);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(files, { recursive: true, force: true });
}
