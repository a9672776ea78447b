// Runs a program that was bundled into one file, with the code that V8 made of it when it was
// built: to read and compile a program takes longer than to score a year.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { setPatience } from './patience.mjs';

// A first thousand objects all live to the end: the young generation grows at once instead of being
// searched again and again.
const FLAGS = ['--semi-space-growth-factor=8'];

/**
 * Loads a program `<name>.cjs` and, where it is there and fits this V8, its code `<name>.code`.
 * The name has to carry a hash of the program: V8 itself only compares lengths.
 *
 * @param {string} folder
 * @param {string} name
 */
export function loadProgram(folder, name) {
  setPatience(1_500_000, FLAGS);
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
