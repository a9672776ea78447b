import { dataSources } from '../../src/adapters/files/data-sources.js';
import { createFileDataLibrary } from '../../src/adapters/files/file-data-library.js';
import { readLocatedYaml } from '../../src/adapters/yaml/read-located-yaml.js';
import { createFileSetLibrary } from '../../src/adapters/files/file-set-library.js';
import { sha256 } from '../../src/adapters/files/sha256.js';
import { createUploads } from '../../src/adapters/files/uploads.js';
import { loadFormulaParser } from '../../src/adapters/mathjs/load-formula-parser.js';
import { serverStarter } from '../../src/http/start-server.js';

/** The real server over the real sets; gives its port. */
export async function start(): Promise<number> {
  const sets = createFileSetLibrary(['indicators'], readLocatedYaml);
  const starter = serverStarter({
    ports: {
      sets,
      data: createFileDataLibrary(dataSources()),
      sha256,
      loadParser: () => loadFormulaParser(),
      loadRenderer: () => Promise.reject(new Error('nothing is printed here')),
      loadTemplates: () => Promise.reject(new Error('nothing is printed here')),
      loadOfficeWriter: () => Promise.reject(new Error('nothing is printed here')),
    },
    uploads: createUploads(dataSources(), sets),
    version: 'bench',
    onBug: (error) => {
      throw error;
    },
  });
  const started = await starter({ host: '127.0.0.1', port: 0, isExposed: false });
  if (!started.ok) throw new Error(started.error);
  return Number(new URL(started.value.url).port);
}
