// Bundles the server as the build does, with an entry that tells its port.
import { build } from 'esbuild';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
await build({
  absWorkingDir: ROOT,
  entryPoints: [{ in: 'bench/preview-http/preview-server.ts', out: 'preview-server' }],
  outdir: '.kaoheng/bench',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['fastify', '@fastify/multipart', '@fastify/swagger'],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';var require=__createRequire(import.meta.url);",
  },
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'error',
});
