import type { FormulaParser } from '../../ports/formula-parser.js';
import { createMathjsParser } from './create-mathjs-parser.js';

let loading: Promise<FormulaParser> | undefined;

/**
 * Loads the parser of formulas, once per process: mathjs takes longer to load than a small set to
 * score, and commands without formulas need none of it.
 *
 * @example const parser = await loadFormulaParser();
 */
export function loadFormulaParser(): Promise<FormulaParser> {
  loading ??= createParser();
  return loading;
}

async function createParser(): Promise<FormulaParser> {
  const { parseText } = await import('./mathjs-parse.js');
  return createMathjsParser(parseText);
}
