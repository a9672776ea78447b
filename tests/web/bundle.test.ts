import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { buildPage } from '../../scripts/build-page.mjs';

let built: Awaited<ReturnType<typeof buildPage>>;
beforeAll(async () => {
  built = await buildPage(process.cwd());
});

/** What of the packages is in the script, in bytes. */
function packagesInScript(): Readonly<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const output of Object.values(built.metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
      const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
      if (name === undefined || bytesInOutput === 0) continue;
      sizes[name] = (sizes[name] ?? 0) + bytesInOutput;
    }
  }
  return sizes;
}

it('carries decimal numbers and no other package: no formula parser, no YAML, no schemas', () => {
  expect(Object.keys(packagesInScript())).toEqual(['decimal.js']);
});

it('carries of our own code only the domain, the messages and the page', () => {
  const rings = Object.values(built.metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 && path.startsWith('src/') ? [path.split('/')[1]] : [],
    ),
  );
  expect([...new Set(rings)].sort()).toEqual(['domain', 'messages', 'web']);
});

it('is small enough for a poor line: below 100 kB packed in all', () => {
  const packed = built.files.reduce((sum, { content }) => sum + gzipSync(content).length, 0);
  console.info(`预览页压缩后共 ${(packed / 1000).toFixed(1)} kB`);
  expect(packed).toBeLessThan(100_000);
});

it('is built to the same names and bytes from the same sources', async () => {
  const again = await buildPage(process.cwd());
  expect(again.files.map(({ name }) => name)).toEqual(built.files.map(({ name }) => name));
  for (const [index, { content }] of again.files.entries()) {
    expect(Buffer.from(content).equals(Buffer.from(built.files[index]?.content ?? ''))).toBe(true);
  }
});

it('holds no script and no style in the page itself, and nothing from elsewhere', () => {
  const page = built.files.find(({ name }) => name === 'index.html');
  const html = Buffer.from(page?.content ?? '').toString();
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?:/);
  expect(html).toMatch(/src="\/page\/page-[A-Z0-9]+\.js"/);
  expect(html).toMatch(/href="\/page\/style-[A-Z0-9]+\.css"/);
});
