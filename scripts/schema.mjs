// Writes what is generated from the schemas of src/: the JSON Schemas that editors read, and the
// tables of the guide. A test fails when they are not up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['scripts/schema/generate.ts'],
  write: false,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
});
const source = Buffer.from(outputFiles[0]?.contents ?? '').toString('base64');
/** @type {typeof import('./schema/generate.ts')} */
const { generate, GUIDE } = await import(`data:text/javascript;base64,${source}`);
for (const [path, content] of generate(readFileSync(join(root, GUIDE), 'utf8'))) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
  process.stdout.write(`${path}\n`);
}
