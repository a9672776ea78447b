// Runs a program that was bundled into one file, with the code that V8 made of it when it was
// built: to read and compile a program takes longer than to score a year.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

// V8 optimises what ran for a while, on a second thread, and is seldom done before a short program
// ends: on a machine with two busy processors that costs a fifth of the whole. Ten times the patience
// leaves it to the work that lasts. A first thousand objects all live to the end: the young
// generation grows at once instead of being searched again and again. Another V8 may not know the
// flags, and says so on stderr.
const PATIENCE = process.version.startsWith('v20.')
  ? ['--interrupt-budget=1500000', '--semi-space-growth-factor=8']
  : [];

/**
 * Loads a program `<name>.cjs` and, where it is there and fits this V8, its code `<name>.code`.
 * The name has to carry a hash of the program: V8 itself only compares lengths.
 *
 * @param {string} folder
 * @param {string} name
 */
export function loadProgram(folder, name) {
  for (const flag of PATIENCE) setFlagsFromString(flag);
  const filename = join(folder, `${name}.cjs`);
  // The bundle is ASCII, which V8 keeps in one byte a character.
  const source = readFileSync(filename, 'latin1');
  const cachedData = readCode(join(folder, `${name}.code`));
  const script = new Script(`(function(exports,require,module){${source}\n})`, {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  /** @type {{ exports: Record<string, unknown> }} */
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(filename), module);
  return { script, exports: module.exports };
}

/** @param {string} file */
function readCode(file) {
  try {
    return readFileSync(file);
  } catch {
    // Not kept, or not yet: the program is compiled as it runs.
    return undefined;
  }
}
