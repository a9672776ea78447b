import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateFormula, FUNCTION_NAMES } from '../../src/domain/formula/index.js';
import { expressionOf, surroundingsOf } from '../domain/formula/formula-parser.js';
import { stepsOf, walk } from './walk-guide.js';

const GUIDE = readFileSync('docs/指标体系编写指南.md', 'utf8');

describe('the set that the guide builds', () => {
  it.each(walk(GUIDE))('gives at line $line the output that is shown there', ({ shown, real }) => {
    expect(real).toBe(shown);
  });

  it('is written in steps, checked, tested and broken', () => {
    const verbs = stepsOf(GUIDE).map(({ mark }) => mark.split(/[ ：]/)[0]);

    expect(verbs.filter((verb) => verb === '写入').length).toBeGreaterThan(8);
    expect(verbs.filter((verb) => verb === '校验')).toHaveLength(3);
    expect(verbs.filter((verb) => verb === '测试')).toHaveLength(1);
    expect(verbs.filter((verb) => verb === '改')).toHaveLength(3);
  });
});

/** The rows of the table of formulas. */
const FORMULAS = GUIDE.slice(GUIDE.indexOf('<!-- 公式 -->'))
  .split('\n\n')[1]
  ?.split('\n')
  .slice(2)
  .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));

const WORDS: Readonly<Record<string, string>> = {
  缺报: 'missing',
  不适用: 'n/a',
  待定: 'pending',
};

const RESULTS: Readonly<Record<string, string>> = {
  missing: '缺报',
  notApplicable: '不适用',
  pending: '待定',
  zeroDenominator: '除数为零',
};

function dataOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(', ').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      const [id = '', when] = name.split('@');
      const key = when === '目标' ? `target ${id}` : name.replace('上年', '1').replace('前年', '2');
      return [key, WORDS[value] ?? value];
    }),
  );
}

describe('the examples of formulas', () => {
  it.each(FORMULAS ?? [])('%s (%s) with %s is %s', (formula, _meaning, data = '', result = '') => {
    const outcome = evaluateFormula(
      expressionOf(formula.replaceAll('`', '')),
      surroundingsOf(dataOf(data)),
    );
    const found =
      outcome.status === 'present'
        ? outcome.value.toFixed()
        : RESULTS[outcome.status === 'undefined' ? outcome.reason : outcome.status];

    expect(found).toBe(result);
  });

  it('show every function of the language', () => {
    const written = (FORMULAS ?? []).map(([formula]) => formula).join(' ');
    const words = ['and', 'or', 'not'];
    const missing = FUNCTION_NAMES.filter(
      (name) => !words.includes(name) && !new RegExp(`\\b${name}\\(`).test(written),
    );

    expect(missing).toEqual([]);
  });
});
