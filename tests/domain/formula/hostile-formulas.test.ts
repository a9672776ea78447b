import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import {
  compileFormula,
  FORMULA_FAULT_CODES,
  type FormulaParser,
  type ResolveName,
} from '../../../src/domain/formula/index.js';
import { FORMULA_FAULT_MESSAGES } from '../../../src/messages/formula-faults.js';
import { HOSTILE_FORMULAS, HOSTILE_NAMES } from './hostile-formulas.js';

const MILLISECONDS = 50;

const { metrics, parameters, stated, text, level } = HOSTILE_NAMES;
const meanings = new Map<string, ReturnType<ResolveName>>([
  ...metrics.map((id) => [id, { kind: 'metric' }] as const),
  ...parameters.map((id) => [id, { kind: 'parameter' }] as const),
  ...stated.map((id) => [id, { kind: 'forbidden', reason: 'stated' }] as const),
  ...text.map((id) => [id, { kind: 'forbidden', reason: 'text' }] as const),
  ...level.map((id) => [id, { kind: 'forbidden', reason: 'level' }] as const),
]);
const resolve: ResolveName = Object.assign((id: string) => meanings.get(id), {
  known: [...meanings.keys()],
});

let parser: FormulaParser;
beforeAll(async () => {
  parser = await loadFormulaParser();
  for (const { text: formula } of HOSTILE_FORMULAS) compileFormula(formula, resolve, parser);
});

describe('a hostile formula', () => {
  it.each(HOSTILE_FORMULAS.map((one) => [nameOf(one.text), one] as const))(
    'is refused where it goes wrong, at once: %s',
    (_name, { text: formula, code, column }) => {
      const compile = () => compileFormula(formula, resolve, parser);
      const result = compile();
      expect(result.ok).toBe(false);
      if (result.ok) return;
      expect(result.error[0]).toMatchObject({ code, column });
      expect(quickestOfThree(compile)).toBeLessThan(MILLISECONDS);
    },
  );
});

test('every fault is raised by some formula, and the corpus has more than a hundred', () => {
  const raised = new Set(HOSTILE_FORMULAS.map(({ code }) => code));
  // What passes our own checks has never been refused by the parser.
  expect(FORMULA_FAULT_CODES.filter((code) => !raised.has(code))).toEqual(['formula-syntax']);
  expect(HOSTILE_FORMULAS.length).toBeGreaterThan(100);
});

test('every message is a whole sentence with what to do, and no fact is left blank', () => {
  for (const { text: formula } of HOSTILE_FORMULAS) {
    const result = compileFormula(formula, resolve, parser);
    for (const { code, facts } of result.ok ? [] : result.error) {
      const { what, todo } = FORMULA_FAULT_MESSAGES[code](facts);
      expect(what, code).toMatch(/[。]$/u);
      expect(todo, code).toMatch(/[。；？]$/u);
      const given = Object.values(facts).filter((fact) => fact !== '');
      const own = given.reduce((words, fact) => words.replaceAll(fact, '…'), `${what}${todo}`);
      expect(own, code).not.toMatch(/undefined|NaN|“”|Infinity/u);
    }
  }
});

test('a formula that the parser gives up on is refused where it does', () => {
  const result = compileFormula('a + b', resolve, {
    parse: () => ({ ok: false, error: { column: 3 } }),
  });
  expect(result.ok ? [] : result.error).toEqual([{ code: 'formula-syntax', column: 3, facts: {} }]);
});

test('a misspelt name is answered with the nearest one', () => {
  const result = compileFormula('failed / smapled', resolve, parser);
  expect(result.ok ? [] : result.error).toEqual([
    { code: 'formula-unknown-name', column: 10, facts: { name: 'smapled', nearest: 'sampled' } },
  ]);
});

test('all faults of a stage are told at once, from the left', () => {
  const result = compileFormula('nowhere + min() + remark + round(a, b)', resolve, parser);
  expect((result.ok ? [] : result.error).map(({ code, column }) => [code, column])).toEqual([
    ['formula-unknown-name', 1],
    ['formula-arity', 11],
    ['formula-text-metric', 19],
    ['formula-literal-wanted', 37],
  ]);
});

function nameOf(formula: string): string {
  const shown = JSON.stringify(formula.slice(0, 40));
  return formula.length > 40 ? `${shown} and ${formula.length - 40} more` : shown;
}

/** In milliseconds of the processor: the machine may be busy, and what is meant is the formula's own. */
function quickestOfThree(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
