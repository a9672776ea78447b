import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Fault } from '../../domain/kernel/fault.js';
import { failure, success } from '../../domain/kernel/result.js';
import type { DataFile } from '../../domain/metrics/index.js';
import { WORKBOOK_ENDINGS } from '../xlsx/workbook-endings.js';
import type { DataLibrary, OpenedData } from '../../ports/data-library.js';
import type { DataSource } from '../../ports/data-source.js';

/** Data as files; each kind is read by the source that knows its ending. */
export function createFileDataLibrary(sources: readonly DataSource[]): DataLibrary {
  const sourceOf = (path: string): DataSource | undefined =>
    sources.find((source) => source.endings.includes(extname(path).toLowerCase()));
  return {
    async open(path): Promise<OpenedData> {
      const kind = await kindOf(path);
      if (kind === undefined) return { status: 'notFound', path };
      const paths =
        kind === 'folder' ? (await filesIn(path)).filter((one) => sourceOf(one)) : [path];
      const inside = kind === 'folder' ? await foldersWithWorkbooks(path) : [];
      const unread = inside.length === 0 ? {} : { unread: inside };
      if (paths.length === 0) return { status: 'empty', path, ...unread };
      const files: DataFile[] = [];
      const faults: Fault[] = [];
      for (const one of paths) {
        const source = sourceOf(one);
        if (source === undefined) return { status: 'unreadable', path: one };
        const read = await source.read(await readFile(one), one);
        if (read.ok) files.push(read.value);
        else faults.push(...read.error);
      }
      return {
        status: 'read',
        files: faults.length > 0 ? failure(faults) : success(files),
        ...unread,
      };
    },
  };
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** Forms are sent back into folders by sender: nobody sees that they were not read. */
async function foldersWithWorkbooks(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries
    .filter((entry) => entry.isDirectory() && !/^[.~_]/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
  const found = await Promise.all(
    inside.map(async (one) => ((await filesIn(one)).some(isWorkbook) ? [one] : [])),
  );
  return found.flat();
}

function isWorkbook(path: string): boolean {
  return WORKBOOK_ENDINGS.some((ending) => path.toLowerCase().endsWith(ending));
}

/** A folder's own files, sorted; what begins with a dot or a tilde is an editor's. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
    .map((entry) => join(folder, entry.name))
    .sort();
}
