import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { PrivateCache } from './private-cache.js';
import { readTar } from './tar.js';

/** The browser inside the npm package, unpacked. */
export interface PackagedBrowser {
  readonly path: string;
  /** A folder with the libraries that a bare machine lacks; made only when asked for. */
  libraries(): Promise<string>;
}

const PACKAGE = '@sparticuz/chromium';
const unbrotli = promisify(brotliDecompress);

/**
 * Unpacks the browser of the npm package into our own cache.
 *
 * Not by the package's `executablePath()`: it trusts whatever file of that name lies in the shared
 * temporary folder. Not with its `args`: they switch the sandbox and web security off.
 *
 * @returns null where the package is not installed or not made for this machine
 */
export async function unpackBrowser(cache: PrivateCache): Promise<PackagedBrowser | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const root = packageRoot();
  if (root === null) return null;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = `chromium-${version}`;
  const unpack = async (name: string) => unbrotli(await readFile(join(root, 'bin', name)));
  const path = await cache.keep(`${folder}/chromium`, () => unpack('chromium.br'), 0o700);
  return {
    path,
    libraries: async () => {
      const wanted = async () => readTar(await unpack('al2023.tar.br'));
      // The marker comes last, so a folder with a marker is whole.
      await cache.keep(`${folder}/lib/complete`, async () => {
        const entries = (await wanted()).filter((entry) => entry.name.includes('.so'));
        for (const { name, bytes } of entries) {
          await cache.keep(`${folder}/lib/${basename(name)}`, () => Promise.resolve(bytes));
        }
        return Buffer.from(entries.map((entry) => basename(entry.name)).join('\n'));
      });
      return join(cache.directory, folder, 'lib');
    },
  };
}

function packageRoot(): string | null {
  try {
    // Its package.json is not exported; its entry is build/cjs/index.cjs.
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    return dirname(dirname(dirname(entry)));
  } catch {
    return null;
  }
}
