import { parseDecimal } from '../kernel/decimal.js';
import { failure, success, type Result } from '../kernel/result.js';
import { formulaFault, type FormulaFault } from './formula-fault.js';
import { MAX_FAULTS, MAX_LENGTH, MAX_LITERAL_DIGITS, MAX_NAME_LENGTH } from './limits.js';
import { ALLOWED, lookAlike } from './look-alikes.js';
import { WORD_OPERATORS, type Token } from './token.js';

const SPACE = /[ \t\r\n]+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_.]*/y;
// An exponent's sign belongs to the number: 1e-3 is one token.
const NUMERAL = /(?:\d+(?:\.\d+)?[eE][+-]?\d|[0-9.])[A-Za-z0-9_.]*/y;
const SYMBOL = /==|!=|<=|>=|[-+*/^<>]/y;
const NAME = /^[a-z][a-z0-9_]*$/;
const NUMBER = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const PUNCTUATION: Readonly<Record<string, Token['kind']>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
};

/**
 * Cuts a formula into tokens. Only ASCII letters, digits, `_ . + - * / ^ ( ) , < > = !` and white
 * space pass; a number needs a digit on both sides of its point (`0.5`, not `.5`); a name is lower
 * case.
 *
 * @returns the tokens, or all faults of this stage
 * @example tokenizeFormula('a*100') // tokens a, * and 100 with columns 1, 2 and 3
 */
export function tokenizeFormula(text: string): Result<readonly Token[], readonly FormulaFault[]> {
  if (text.length > MAX_LENGTH) {
    return failure([
      formulaFault('formula-too-long', MAX_LENGTH + 1, { length: text.length, limit: MAX_LENGTH }),
    ]);
  }
  const tokens: Token[] = [];
  const faults: FormulaFault[] = [];
  let at = 0;
  while (at < text.length && faults.length < MAX_FAULTS) {
    const read = readAt(text, at);
    at += read.length;
    if (read.token !== undefined) tokens.push(read.token);
    if (read.fault !== undefined) faults.push(read.fault);
  }
  if (faults.length > 0) return failure(faults);
  return tokens.length > 0 ? success(tokens) : failure([formulaFault('formula-empty', 1)]);
}

interface Read {
  readonly length: number;
  readonly token?: Token;
  readonly fault?: FormulaFault;
}

function readAt(text: string, at: number): Read {
  const column = at + 1;
  const space = match(SPACE, text, at);
  if (space !== undefined) return { length: space.length };
  const word = match(WORD, text, at);
  if (word !== undefined) return { length: word.length, ...readWord(word, column) };
  const numeral = match(NUMERAL, text, at);
  if (numeral !== undefined) return { length: numeral.length, ...readNumeral(numeral, column) };
  const symbol = match(SYMBOL, text, at);
  if (symbol !== undefined) {
    return { length: symbol.length, token: { kind: 'operator', text: symbol, column } };
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = PUNCTUATION[character];
  if (kind !== undefined) return { length: 1, token: { kind, text: character, column } };
  if (character === '=') return { length: 1, fault: formulaFault('formula-assignment', column) };
  return readStranger(text, at, character);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readWord(text: string, column: number): Omit<Read, 'length'> {
  if (text.length > MAX_NAME_LENGTH || !NAME.test(text)) {
    const name = text.slice(0, MAX_NAME_LENGTH);
    return { fault: formulaFault('formula-name', column, { name, limit: MAX_NAME_LENGTH }) };
  }
  return { token: { kind: WORD_OPERATORS.has(text) ? 'operator' : 'name', text, column } };
}

function readNumeral(text: string, column: number): Omit<Read, 'length'> {
  const facts = { text: text.slice(0, MAX_NAME_LENGTH), digits: MAX_LITERAL_DIGITS };
  if (!NUMBER.test(text)) return { fault: formulaFault('formula-number', column, facts) };
  const value = parseDecimal(text);
  if (value === undefined || value.precision() > MAX_LITERAL_DIGITS) {
    return { fault: formulaFault('formula-number-range', column, facts) };
  }
  return { token: { kind: 'number', text, column } };
}

/** A character that no formula may contain; a run of foreign letters is one fault. */
function readStranger(text: string, at: number, character: string): Read {
  const column = at + 1;
  const instead = lookAlike(character);
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (instead !== undefined) {
    const facts = { character, code, instead };
    return { length: character.length, fault: formulaFault('formula-look-alike', column, facts) };
  }
  let end = at + character.length;
  while (end < text.length) {
    const next = String.fromCodePoint(text.codePointAt(end) ?? 0);
    if (ALLOWED.test(next) || lookAlike(next) !== undefined) break;
    end += next.length;
  }
  const run = Array.from(text.slice(at, end)).slice(0, MAX_NAME_LENGTH).join('');
  return {
    length: end - at,
    fault: formulaFault('formula-character', column, { character: run, code }),
  };
}
