import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PageFile } from '../../ports/page-files.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/**
 * Reads the built page. Only what is listed here is ever served: no address becomes a path.
 *
 * @returns nothing where it was not built
 */
export async function readPageFiles(folder: string): Promise<readonly PageFile[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.toSorted().map(async (name) => {
      const type = TYPES[extname(name)];
      if (type === undefined) return [];
      const isPage = name === 'index.html';
      const path = isPage ? '/' : `/page/${name}`;
      return [{ path, type, content: await readFile(join(folder, name)), isHashed: !isPage }];
    }),
  );
  return found.flat();
}
