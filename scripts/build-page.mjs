// Bundles the preview page: one script, one style, and the page that names them. What a browser
// loads over a poor line has to be small, so that nothing is in it that the page does not run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaveOutUnused } from './leave-out-unused.mjs';

/**
 * Builds the page in memory. The same sources give the same names and bytes.
 * @param {string} root the checkout
 */
export async function buildPage(root) {
  const esbuild = await import('esbuild');
  const web = join(root, 'src', 'web');
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { page: join(web, 'main.ts'), style: join(web, 'page.css') },
    outdir: join(root, 'dist', 'web'),
    entryNames: '[name]-[hash]',
    write: false,
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    // Chromium 110 and what the domestic browsers of offices are built on.
    target: ['chrome110', 'firefox115', 'safari16'],
    charset: 'utf8',
    legalComments: 'none',
    plugins: [leaveOutUnused],
    logLevel: 'silent',
  });
  const files = outputFiles.map(({ path, contents }) => ({
    name: path.replace(/^.*[\\/]/, ''),
    content: contents,
  }));
  /** @param {string} ending */
  const named = (ending) => `/page/${files.find(({ name }) => name.endsWith(ending))?.name ?? ''}`;
  const html = readFileSync(join(web, 'index.html'), 'utf8')
    .replace('/page/main.js', named('.js'))
    .replace('/page/page.css', named('.css'));
  files.push({ name: 'index.html', content: new TextEncoder().encode(html) });
  return { files, metafile };
}
