import type { FastifyInstance } from 'fastify';
import { performance } from 'node:perf_hooks';
import { dataSources } from '../../src/adapters/files/data-sources.js';
import { createFileDataLibrary } from '../../src/adapters/files/file-data-library.js';
import { readLocatedYaml } from '../../src/adapters/yaml/read-located-yaml.js';
import { createFileSetLibrary } from '../../src/adapters/files/file-set-library.js';
import { sha256 } from '../../src/adapters/files/sha256.js';
import { createUploads } from '../../src/adapters/files/uploads.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { loadFormulaParser } from '../../src/adapters/mathjs/load-formula-parser.js';
import type { Ports } from '../../src/app/ports.js';
import { createSetShelf } from '../../src/app/set-shelf.js';
import { createServer, type ServerOptions } from '../../src/http/create-server.js';
import { createGate } from '../../src/http/gate.js';
import { LIMITS, type Limits } from '../../src/http/limits.js';
import type { DocumentRenderer } from '../../src/ports/document-renderer.js';

/** What a test may set of a server. */
export interface TestServerOptions {
  readonly limits?: Partial<Limits>;
  readonly shelves?: readonly string[];
  readonly renderer?: DocumentRenderer;
  readonly isExposed?: boolean;
  readonly ports?: Partial<Ports>;
  readonly onRoute?: NonNullable<ServerOptions['onRoute']>;
}

/** A page as the build makes it, in short. */
const PAGE = [
  { path: '/', type: 'text/html; charset=utf-8', content: Buffer.from('<p>'), isHashed: false },
];

/** A server over the real sets and readers; bugs are collected. */
export async function testServer(
  options: TestServerOptions = {},
): Promise<{ readonly app: FastifyInstance; readonly bugs: unknown[] }> {
  const { renderer, shelves = ['indicators'] } = options;
  const sets = createFileSetLibrary(shelves, readLocatedYaml);
  const ports: Ports = {
    sets,
    data: createFileDataLibrary(dataSources()),
    sha256,
    loadParser: () => loadFormulaParser(),
    loadRenderer: () =>
      renderer === undefined
        ? Promise.reject(new Error('nothing is printed here'))
        : Promise.resolve(renderer),
    loadTemplates: () => Promise.resolve(templateFolder('templates')),
    loadOfficeWriter: () => Promise.reject(new Error('nothing is written here')),
    ...options.ports,
  };
  const limits = { ...LIMITS, ...options.limits };
  const bugs: unknown[] = [];
  const app = await createServer(
    {
      ports,
      shelf: createSetShelf(ports, () => performance.now()),
      uploads: createUploads(dataSources(), sets),
      version: '0.0.0-test',
      limits,
      gates: { scores: createGate(limits.scores), prints: createGate(limits.prints) },
    },
    {
      isExposed: options.isExposed ?? false,
      onBug: (error) => bugs.push(error),
      page: options.onRoute === undefined ? [] : PAGE,
      loadWorkbooks: () =>
        import('../../src/adapters/xlsx/create-workbooks.js').then(({ createWorkbooks }) =>
          createWorkbooks(() => Promise.reject(new Error('nothing is read here'))),
        ),
      onRoute: options.onRoute,
    },
  );
  return { app, bugs };
}

/** Some files as the body of an upload. */
export function upload(
  files: readonly { readonly name: string; readonly content: string | Buffer }[],
): { readonly payload: Buffer; readonly headers: Readonly<Record<string, string>> } {
  const boundary = '----kaoheng-test';
  const parts = files.flatMap(({ name, content }, index) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file${String(index)}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
