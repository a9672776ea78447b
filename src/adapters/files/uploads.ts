import { extname } from 'node:path';
import type { Fault } from '../../domain/kernel/fault.js';
import { failure, success } from '../../domain/kernel/result.js';
import type { DataSource } from '../../ports/data-source.js';
import type { ParsedFile, SetLibrary } from '../../ports/set-library.js';
import type { UploadedFile, Uploads } from '../../ports/uploads.js';
import { jsonDataSource } from '../json/json-data-source.js';
import { decodeYaml } from '../yaml/decode-yaml.js';
import { parseLocatedYaml } from '../yaml/located-yaml.js';

/**
 * What was sent, opened from memory by the readers of files.
 *
 * @param shelf where the set that an uploaded one extends is looked for, by its id alone
 */
export function createUploads(sources: readonly DataSource[], shelf: SetLibrary): Uploads {
  const readers = [...sources, jsonDataSource];
  return {
    data(files) {
      const byName = new Map(files.map((file) => [file.name, file]));
      return {
        async open(path) {
          const file = byName.get(path);
          if (file === undefined) return { status: 'notFound', path };
          const ending = extname(path).toLowerCase();
          const source = readers.find((one) => one.endings.includes(ending));
          if (source === undefined) return { status: 'unreadable', path };
          const read = await source.read(file.content, path);
          return { status: 'read', files: read.ok ? success([read.value]) : read };
        },
      };
    },
    set(files) {
      const named = (name: string): ParsedFile | undefined => {
        const file = files.find((one) => one.name === name);
        return file === undefined ? undefined : parse(file);
      };
      return {
        find() {
          const set = named('set.yaml') ?? failure<readonly Fault[]>([]);
          const regions = named('regions.yaml');
          const tests = () => Promise.resolve([]);
          const paths = { path: '', samplePath: '', recordsPath: '' };
          return Promise.resolve({ ...paths, set, regions, readTests: tests });
        },
        findBase: async (_, id) => ((await isKnown(shelf, id)) ? shelf.find(id) : undefined),
        readFile: () => Promise.resolve(undefined),
        known: () => shelf.known(),
        stamp: () => shelf.stamp(),
      };
    },
  };
}

async function isKnown(shelf: SetLibrary, id: string): Promise<boolean> {
  return (await shelf.known()).includes(id);
}

function parse({ name, content }: UploadedFile): ParsedFile {
  const text = decodeYaml(content, name);
  return text.ok ? parseLocatedYaml(text.value, name) : text;
}
