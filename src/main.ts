import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { createFileDataLibrary } from './adapters/files/file-data-library.js';
import { readLocatedYaml } from './adapters/yaml/read-located-yaml.js';
import { createFileSetLibrary } from './adapters/files/file-set-library.js';
import { setTexts } from './adapters/files/set-texts.js';
import { sha256 } from './adapters/files/sha256.js';
import { dataSources } from './adapters/files/data-sources.js';
import type { WorkbookReader } from './adapters/xlsx/thread-reader.js';
import { WORKBOOK_ENDINGS } from './adapters/xlsx/workbook-endings.js';
import type { WorkbookPorts } from './app/ports.js';
import { BUG, bugReport } from './cli/bug-report.js';
import type { Context } from './cli/command.js';
import { processTerminal } from './cli/process-terminal.js';
import { runCli } from './cli/run-cli.js';
import type { Terminal } from './cli/terminal.js';
import type { DataSource } from './ports/data-source.js';
import type { DocumentRenderer } from './ports/document-renderer.js';
import type { StartServer } from './ports/http-server.js';

/** The program's own folder: indicators, templates and the starter set lie in it. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The thread that reads workbooks, as it was built. */
const WORKBOOK_THREAD = new URL('../dist/workbook-thread.js', import.meta.url);

/** The thread that reads documents. */
const DOCUMENT_THREAD = new URL('../dist/document-thread.js', import.meta.url);

/** The preview page, as it was built. */
const PAGE = fileURLToPath(new URL('../dist/web', import.meta.url));

/**
 * Runs the command line: the composition root, where adapters meet the use cases. What is heavy
 * (the parser, the printer) is loaded when it is first used.
 *
 * @param argv the arguments after the program's name
 * @returns the exit code
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<number> {
  let renderer: Promise<DocumentRenderer> | undefined;
  let reader: Promise<WorkbookReader> | undefined;
  const readWorkbooks = () => (reader ??= loadWorkbookReader());
  const sources = [...dataSources(), workbookSource(readWorkbooks)];
  const ports: WorkbookPorts = {
    sets: createFileSetLibrary(
      [...new Set(['indicators', join(ROOT, 'indicators')])],
      readLocatedYaml,
    ),
    data: createFileDataLibrary(sources),
    sha256,
    loadParser: async () => {
      const { loadFormulaParser } = await import('./adapters/mathjs/load-formula-parser.js');
      return loadFormulaParser();
    },
    loadRenderer: () => (renderer ??= loadRenderer()),
    loadTemplates: async () => {
      const { templateFolder } = await import('./adapters/handlebars/template-folder.js');
      return templateFolder(join(ROOT, 'templates'));
    },
    loadOfficeWriter: async () => {
      const { createOfficeWriter } = await import('./adapters/docx/create-office-writer.js');
      const { createPictures } = await import('./adapters/pictures/draw-picture.js');
      return createOfficeWriter(createPictures());
    },
    loadDocumentReader: async () => {
      const { createDocumentReader } =
        await import('./adapters/documents/create-document-reader.js');
      return createDocumentReader(DOCUMENT_THREAD);
    },
    loadWorkbooks: async () => {
      const { createWorkbooks } = await import('./adapters/xlsx/create-workbooks.js');
      return createWorkbooks(await readWorkbooks());
    },
    setTexts,
    loadSetWriter: async () => (await import('./adapters/yaml/yaml-set-writer.js')).yamlSetWriter,
  };
  const context: Context = {
    ports,
    terminal,
    version: packageJson.version,
    starter: join(ROOT, 'indicators', '_starter'),
    loadFontBringer: async () =>
      (await import('./adapters/fonts/fang-song.js')).createFontBringer(),
    startServer: async (address) => (await loadServer(ports, sources, terminal))(address),
  };
  try {
    return await runCli(argv, context);
  } catch (error) {
    terminal.say(bugReport(error));
    return BUG;
  } finally {
    await (await renderer)?.close();
  }
}

/** Workbooks as data; what reads them is loaded, and its thread started, by the first one. */
function workbookSource(readWorkbooks: () => Promise<WorkbookReader>): DataSource {
  return {
    endings: WORKBOOK_ENDINGS,
    async read(content, file) {
      const { xlsxDataSource } = await import('./adapters/xlsx/xlsx-data-source.js');
      return xlsxDataSource(await readWorkbooks()).read(content, file);
    },
  };
}

async function loadWorkbookReader(): Promise<WorkbookReader> {
  const { createThreadReader } = await import('./adapters/xlsx/thread-reader.js');
  return createThreadReader(WORKBOOK_THREAD);
}

/** The server over the same ports; a bug in it is told here, and to the client only by its number. */
async function loadServer(
  ports: WorkbookPorts,
  sources: readonly DataSource[],
  terminal: Terminal,
): Promise<StartServer> {
  const { serverStarter } = await import('./http/start-server.js');
  const { createUploads } = await import('./adapters/files/uploads.js');
  const { readPageFiles } = await import('./adapters/files/read-page-files.js');
  return serverStarter({
    ports,
    uploads: createUploads(sources, ports.sets),
    version: packageJson.version,
    page: await readPageFiles(PAGE),
    loadWorkbooks: ports.loadWorkbooks,
    onBug: (error, instance) => terminal.say(`[${instance}] ${bugReport(error)}`),
  });
}

async function loadRenderer(): Promise<DocumentRenderer> {
  const { createChromiumRenderer } = await import('./adapters/chromium/chromium-renderer.js');
  return createChromiumRenderer();
}
