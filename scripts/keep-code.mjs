// Lets a bundled program score a sample, and keeps the code that V8 made of it on the way. A
// program of its own, because V8 has to have the same flags then as later.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProgram } from './load-program.mjs';

const [folder = '', name = '', root = '', file = ''] = process.argv.slice(2);
const { script, exports } = loadProgram(folder, name);
const run = /** @type {typeof import('../src/main-score.js').scoreQuickly} */ (
  exports['scoreQuickly']
);
const silent = () => undefined;
const code = await run(
  ['score', join(root, 'indicators', 'qinghai-2015'), '--format', 'json'],
  root,
  {
    out: silent,
    say: silent,
    writeFile: () => Promise.resolve(),
    exists: () => Promise.resolve(false),
    isFolder: () => Promise.resolve(false),
  },
);
if (code === 0) writeFileSync(file, script.createCachedData());
process.exitCode = code ?? 1;
