// Bundles the program into dist/. One file with what every command needs, and chunks that are read
// only when a command asks for them (printing, templates, fonts): a bundle starts in a few
// milliseconds where the same packages unbundled take over a second.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildPage } from './build-page.mjs';
import { buildScore, keepCode } from './build-score.mjs';
import { keepStamp, takePrints, writeAside } from './stamp.mjs';

/** Read from node_modules when used: they bring a browser, WebAssembly, or files of their own. */
const EXTERNAL = [
  'puppeteer',
  '@sparticuz/chromium',
  'fonteditor-core',
  'subset-font',
  '@resvg/resvg-wasm',
  'unpdf',
  'fastify',
  '@fastify/multipart',
  '@fastify/swagger',
];

/** A program that still runs from the build before may yet read its chunks. */
const KEEP_OLD_CHUNKS_MS = 24 * 3600 * 1000;

/** Packages written in CommonJS call require, which an ES module does not have. */
const REQUIRE =
  "import{createRequire as __createRequire}from'node:module';var require=__createRequire(import.meta.url);";

/**
 * Builds dist/.
 * @param {import('./stamp.mjs').Ingredients} made what the stamp is to remember
 * @param {string} stampFile
 */
export async function build(made, stampFile) {
  const prints = await takePrints(made);
  const outdir = join(made.root, 'dist');
  const esbuild = await import('esbuild');
  const page = await buildPage(made.root);
  const score = await buildScore(made.root);
  const { outputFiles } = await esbuild.build({
    absWorkingDir: made.root,
    entryPoints: [
      { in: 'scripts/cli-entry.ts', out: 'cli' },
      // The threads that read workbooks and documents are programs of their own.
      { in: 'src/adapters/xlsx/workbook-thread.ts', out: 'workbook-thread' },
      { in: 'src/adapters/documents/document-thread.ts', out: 'document-thread' },
    ],
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    define: { SCORE_PROGRAM: JSON.stringify(score.name) },
    // Names stay, so that a stack trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'linked',
    sourcemap: true,
    logLevel: 'silent',
  });
  mkdirSync(outdir, { recursive: true });
  // From here to the new stamp dist/ is neither the old build nor the new one.
  rmSync(stampFile, { force: true });
  writeAside(join(outdir, `${score.name}.cjs`), score.content);
  keepCode(made.root, score.name);
  // Chunks carry their hash in their name; the entry comes last, when all it names is there.
  const inOrder = outputFiles.toSorted((a, b) => rankOf(a.path) - rankOf(b.path));
  for (const file of inOrder) writeAside(file.path, file.contents);
  const pageDir = join(outdir, 'web');
  mkdirSync(pageDir, { recursive: true });
  // The page names its script and its style: it comes when they are there.
  for (const { name, content } of page.files) writeAside(join(pageDir, name), content);
  sweep(pageDir, new Set(page.files.map(({ name }) => name)));
  keepStamp(stampFile, prints);
  const programs = [`${score.name}.cjs`, `${score.name}.code`];
  sweep(outdir, new Set(['web', ...programs, ...outputFiles.map((file) => basename(file.path))]));
}

/** @param {string} path */
function rankOf(path) {
  return basename(path) === 'cli.js' ? 1 : 0;
}

/**
 * @param {string} outdir
 * @param {ReadonlySet<string>} current
 */
function sweep(outdir, current) {
  for (const name of readdirSync(outdir)) {
    if (name.startsWith('.') || current.has(name)) continue;
    const old = join(outdir, name);
    if (Date.now() - statSync(old).mtimeMs > KEEP_OLD_CHUNKS_MS) rmSync(old, { recursive: true });
  }
}
