import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { dataSources } from '../../../src/adapters/files/data-sources.js';
import { createFileDataLibrary } from '../../../src/adapters/files/file-data-library.js';
import { readLocatedYaml } from '../../../src/adapters/yaml/read-located-yaml.js';
import { createFileSetLibrary } from '../../../src/adapters/files/file-set-library.js';
import { setTexts } from '../../../src/adapters/files/set-texts.js';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { createWorkbooks } from '../../../src/adapters/xlsx/create-workbooks.js';
import {
  createThreadReader,
  type WorkbookReader,
} from '../../../src/adapters/xlsx/thread-reader.js';
import { xlsxDataSource } from '../../../src/adapters/xlsx/xlsx-data-source.js';
import { yamlSetWriter } from '../../../src/adapters/yaml/yaml-set-writer.js';
import type { WorkbookPorts } from '../../../src/app/ports.js';

/** A folder that is gone after the tests of the file. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-xlsx-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The reader in its thread, from the sources as they are. */
export async function threadReader(folder: string): Promise<WorkbookReader> {
  const outfile = join(folder, 'workbook-thread.mjs');
  await build({
    entryPoints: ['src/adapters/xlsx/workbook-thread.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return createThreadReader(pathToFileURL(outfile));
}

/** What main.ts wires, printing apart. */
export function workbookPorts(read: WorkbookReader): WorkbookPorts {
  return {
    sets: createFileSetLibrary(['indicators'], readLocatedYaml),
    data: createFileDataLibrary([...dataSources(), xlsxDataSource(read)]),
    sha256,
    loadParser: loadFormulaParser,
    loadRenderer: () => Promise.reject(new Error('nothing is printed here')),
    loadTemplates: () => Promise.reject(new Error('nothing is printed here')),
    loadOfficeWriter: () => Promise.reject(new Error('nothing is printed here')),
    loadDocumentReader: () => Promise.reject(new Error('nothing is checked here')),
    loadWorkbooks: () => Promise.resolve(createWorkbooks(read)),
    setTexts,
    loadSetWriter: () => Promise.resolve(yamlSetWriter),
  };
}
