// The bundle's entry: dist/cli.js is both a module (bin/kaoheng.mjs calls main) and, for the
// shortest start, a program of its own: node dist/cli.js …
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from '../src/main.js';

export { main };

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
