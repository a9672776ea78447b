import { describe, expect, it } from 'vitest';
import {
  formulaInWords,
  formulaWithNumbers,
  PLAIN_NUMBERS,
  yearsBackInWords,
  type FormulaWords,
} from '../../../src/domain/formula/index.js';
import { expressionOf, surroundingsOf } from './formula-parser.js';

const LABELS: Readonly<Record<string, string>> = {
  s: '抽检批次',
  f: '不合格批次',
  a: '甲',
  b: '乙',
  c: '丙',
  p_k: '系数',
};
const label = (id: string) => LABELS[id] ?? id;
const WORDS: FormulaWords = {
  metric: (id, yearsBack) => `${yearsBackInWords(yearsBack)}${label(id)}`,
  target: (id) => `${label(id)}备案目标`,
  parameter: label,
};

describe('a formula reads as a clerk would write it', () => {
  it.each([
    ['(s - f) / s * 100', '（抽检批次－不合格批次）÷抽检批次×100'],
    ['rate(f, s)', '不合格批次÷抽检批次×100%'],
    ['rate(s - f, s)', '（抽检批次－不合格批次）÷抽检批次×100%'],
    ['rate(f, s) * p_k', '（不合格批次÷抽检批次×100%）×系数'],
    ['rate(f, a * b)', '不合格批次÷（甲×乙）×100%'],
    ['growth(a)', '（甲－上年甲）÷｜上年甲｜×100%'],
    ['growth(a + b)', '（甲＋乙－（上年甲＋上年乙））÷｜上年甲＋上年乙｜×100%'],
    ['previous(a, 3)', '3年前甲'],
    ['a / target(a)', '甲÷甲备案目标'],
    ['a - b - c', '甲－乙－丙'],
    ['a - (b - c)', '甲－（乙－丙）'],
    ['a + (b - c)', '甲＋（乙－丙）'],
    ['a / (b * c)', '甲÷（乙×丙）'],
    ['a / b * c', '甲÷乙×丙'],
    ['a * (b / c)', '甲×（乙÷丙）'],
    ['-a + b', '－甲＋乙'],
    ['a * -b', '甲×（－乙）'],
    ['a - -b', '甲－（－乙）'],
    ['-(a + b)', '－（甲＋乙）'],
    ['-(a * b)', '－甲×乙'],
    ['(a + b) ^ 2', '（甲＋乙）的2次方'],
    ['(a ^ 2) ^ 3', '（甲的2次方）的3次方'],
    ['a * b ^ 2', '甲×乙的2次方'],
    ['(a * b) ^ 2', '（甲×乙）的2次方'],
    ['round(a / b, 2)', '四舍五入（甲÷乙，保留2位小数）'],
    ['round(a)', '四舍五入（甲，取整数）'],
    ['if(a >= 90 and b < 5, 10, c)', '（若甲≥90且乙＜5，则为10，否则为丙）'],
    ['if((a > 1 or b > 1) and c > 1, 1, 0)', '（若（甲＞1或乙＞1）且丙＞1，则为1，否则为0）'],
    ['if(not (a == b), 1, 0)', '（若并非（甲＝乙），则为1，否则为0）'],
    ['clamp(a, 0, 100)', '（甲，不低于0，不高于100）'],
    ['mean(a, b) + abs(c)', '平均值（甲，乙）＋｜丙｜'],
    ['count(a, b)', '有数据的项数（甲，乙）'],
  ])('%s', (formula, expected) => {
    expect(formulaInWords(expressionOf(formula), WORDS)).toBe(expected);
  });
});

describe('a formula with the numbers put in', () => {
  it.each([
    ['(s - f) / s * 100', '（16092－364）÷16092×100'],
    ['rate(f, s)', '364÷16092×100%'],
    ['growth(s)', '（16092－未报）÷｜未报｜×100%'],
    ['s - a', '16092－（－3）'],
    ['a + b', '－3＋不适用'],
    ['target(s) + c', '待定＋0'],
    ['p_k * s', '1.5×16092'],
  ])('%s', (formula, expected) => {
    const surroundings = surroundingsOf({
      ...{ s: 16092, f: 364, a: -3, b: 'n/a', c: 0, p_k: '1.5' },
      'target s': 'pending',
    });
    expect(formulaWithNumbers(expressionOf(formula), surroundings, PLAIN_NUMBERS)).toBe(expected);
  });
});
