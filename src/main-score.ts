import { join } from 'node:path';
import { quickCsvSource } from './adapters/csv/quick-csv-source.js';
import { createFileDataLibrary } from './adapters/files/file-data-library.js';
import { createFileSetLibrary } from './adapters/files/file-set-library.js';
import { sha256 } from './adapters/files/sha256.js';
import { createMathjsParser } from './adapters/mathjs/create-mathjs-parser.js';
import { parseText } from './adapters/mathjs/mathjs-parse.js';
import { WORKBOOK_ENDINGS } from './adapters/xlsx/workbook-endings.js';
import { quickYamlSource } from './adapters/yaml/quick-yaml-source.js';
import { yamlReader } from './adapters/yaml/yaml-reader.js';
import type { ScoringPorts } from './app/ports.js';
import { scoreSet } from './app/score-set.js';
import { BUG, bugReport } from './cli/bug-report.js';
import { deliverScore, sayWhatWasFound } from './cli/deliver-score.js';
import { EXIT } from './cli/exit-codes.js';
import { processTerminal } from './cli/process-terminal.js';
import { sayRefusal } from './cli/say-refusal.js';
import { readScoreArguments, type ScoreArguments } from './cli/score-arguments.js';
import type { Terminal } from './cli/terminal.js';

/** A file needs what is not here: a reader of workbooks, a package. Nothing was said so far. */
class NeedsWhole extends Error {}

/**
 * `kaoheng score` on its own, with nothing that other commands need: half of what a whole score
 * takes is the loading of a program, and this one is small. The use case, the domain and the words
 * are the same; only the wiring is a second one.
 *
 * @param argv the arguments after the program's name
 * @param root the program's own folder
 * @returns the exit code; undefined where the whole program is to run
 */
export async function scoreQuickly(
  argv: readonly string[],
  root: string,
  terminal: Terminal = processTerminal,
): Promise<number | undefined> {
  const asked = readScoreArguments(argv);
  if (asked === undefined) return undefined;
  try {
    return await score(asked, root, terminal);
  } catch (error) {
    if (error instanceof NeedsWhole) return undefined;
    terminal.say(bugReport(error));
    return BUG;
  }
}

async function score(
  { reference, options }: ScoreArguments,
  root: string,
  terminal: Terminal,
): Promise<number> {
  const { data: paths, period, format, out } = options;
  const scored = await scoreSet(quickPorts(root), reference, { paths, period });
  if (!scored.ok) return sayRefusal(terminal, scored.error);
  await deliverScore(terminal, scored.value, format, out);
  sayWhatWasFound(terminal, scored.value, format);
  return EXIT.done;
}

function quickPorts(root: string): ScoringPorts {
  const needsWhole = () => Promise.reject(new NeedsWhole());
  const readYaml = yamlReader(needsWhole);
  const sources = [
    quickYamlSource(readYaml),
    quickCsvSource(needsWhole),
    { endings: WORKBOOK_ENDINGS, read: needsWhole },
  ];
  const shelves = [...new Set(['indicators', join(root, 'indicators')])];
  return {
    sets: createFileSetLibrary(shelves, readYaml),
    data: createFileDataLibrary(sources),
    sha256,
    loadParser: () => Promise.resolve(createMathjsParser(parseText)),
  };
}
