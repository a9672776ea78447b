import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ParsedFile, SetFolder, SetLibrary } from '../../ports/set-library.js';
import type { ReadYaml } from '../yaml/yaml-reader.js';

/**
 * Indicator sets as folders of files.
 *
 * @param shelves folders in which sets with known ids lie, such as indicators/
 */
export function createFileSetLibrary(shelves: readonly string[], readYaml: ReadYaml): SetLibrary {
  const parse = async (path: string): Promise<ParsedFile> =>
    readYaml(await readFile(path, 'utf8'), path);
  const open = (folder: string): Promise<SetFolder> => openFolder(folder, parse);
  const onShelf = async (id: string): Promise<string | undefined> => {
    if (!/^[a-z][a-z0-9-]*$/.test(id)) return undefined;
    for (const shelf of shelves) {
      const folder = join(shelf, id);
      if (await isFile(join(folder, 'set.yaml'))) return folder;
    }
    return undefined;
  };
  return {
    async find(reference) {
      const folder = basename(reference) === 'set.yaml' ? dirname(reference) : reference;
      if (await isFile(join(folder, 'set.yaml'))) return open(folder);
      const known = await onShelf(reference);
      return known === undefined ? undefined : open(known);
    },
    async findBase(derived, id) {
      const beside = join(dirname(derived.path), id);
      if (/^[a-z][a-z0-9-]*$/.test(id) && (await isFile(join(beside, 'set.yaml')))) {
        return open(beside);
      }
      const known = await onShelf(id);
      return known === undefined ? undefined : open(known);
    },
    async readFile(path) {
      return (await isFile(path)) ? parse(path) : undefined;
    },
    async known() {
      const found = await Promise.all(
        shelves.map(async (shelf) => {
          const names = (await namesIn(shelf)).filter((name) => !name.startsWith('_'));
          const sets = await Promise.all(
            names.map(async (name) =>
              (await isFile(join(shelf, name, 'set.yaml'))) ? [name] : [],
            ),
          );
          return sets.flat();
        }),
      );
      return [...new Set(found.flat())].sort();
    },
    async stamp() {
      const folders = await Promise.all(
        shelves.map(async (shelf) => (await namesIn(shelf)).map((name) => join(shelf, name))),
      );
      const files = folders
        .flat()
        .flatMap((folder) => ['set.yaml', 'regions.yaml'].map((name) => join(folder, name)));
      return (await Promise.all(files.map(stampOf))).join(' ');
    },
  };
}

async function openFolder(
  folder: string,
  parse: (path: string) => Promise<ParsedFile>,
): Promise<SetFolder> {
  const regions = join(folder, 'regions.yaml');
  return {
    path: folder,
    set: await parse(join(folder, 'set.yaml')),
    regions: (await isFile(regions)) ? await parse(regions) : undefined,
    async readTests() {
      const names = (await namesIn(join(folder, 'tests'))).filter((name) => /\.ya?ml$/.test(name));
      return Promise.all(names.map((name) => parse(join(folder, 'tests', name))));
    },
    samplePath: join(folder, 'data'),
    recordsPath: join(folder, 'data', 'documents', 'records.yaml'),
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${path} ${String(mtimeMs)} ${String(size)} ${String(ino)}`;
  } catch {
    return '';
  }
}

/** Names in a folder, sorted; none where there is no folder. */
async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
