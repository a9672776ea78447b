import { describe, expect, it, test } from 'vitest';
import { referencesOf, shiftYears } from '../../../src/domain/formula/index.js';
import { compiled, expressionOf } from './formula-parser.js';

const a = { kind: 'metric', id: 'a', yearsBack: 0 };
const b = { kind: 'metric', id: 'b', yearsBack: 0 };
const c = { kind: 'metric', id: 'c', yearsBack: 0 };
const call = (name: string, ...args: readonly unknown[]) => ({
  kind: 'call',
  name,
  arguments: args,
});
const number = (text: string) => ({ kind: 'number', text });

describe('a formula becomes a tree', () => {
  it.each([
    ['a', a],
    ['(a)', a],
    ['p_weight', { kind: 'parameter', id: 'p_weight' }],
    ['target(a)', { kind: 'target', id: 'a' }],
    ['1e2', number('100')],
    ['0.50', number('0.5')],
    ['0.1234567890123456789012345', number('0.1234567890123456789012345')],
    ['a + b * c', call('add', a, call('multiply', b, c))],
    ['(a + b) * c', call('multiply', call('add', a, b), c)],
    ['a - b', call('subtract', a, b)],
    ['a - b - c', call('add', a, call('negate', b), call('negate', c))],
    ['a - (b - c)', call('subtract', a, call('subtract', b, c))],
    ['a * b * c', call('multiply', a, b, c)],
    ['a / b / c', call('divide', call('divide', a, b), c)],
    ['a / b * c', call('multiply', call('divide', a, b), c)],
    ['-a ^ 2', call('negate', call('power', a, number('2')))],
    ['a ^ b ^ c', call('power', a, call('power', b, c))],
    ['2 ^ -a', call('power', number('2'), call('negate', a))],
    ['power(a, 2)', call('power', a, number('2'))],
    ['a < b and b < c', call('and', call('less', a, b), call('less', b, c))],
    [
      'a < b or b < c and not (a == c)',
      call(
        'or',
        call('less', a, b),
        call('and', call('less', b, c), call('not', call('equal', a, c))),
      ),
    ],
    ['if(a >= b, a, b)', call('if', call('greaterOrEqual', a, b), a, b)],
    ['round(a)', call('round', a, number('0'))],
    ['round(a, 2)', call('round', a, number('2'))],
    ['growth(a)', call('growth', a, { ...a, yearsBack: 1 })],
    ['previous(a)', { ...a, yearsBack: 1 }],
    ['previous(a + b, 3)', call('add', { ...a, yearsBack: 3 }, { ...b, yearsBack: 3 })],
    ['previous(previous(a))', { ...a, yearsBack: 2 }],
    ['a\n  + b', call('add', a, b)],
  ])('%s', (text, expected) => {
    expect(expressionOf(text)).toEqual(expected);
  });
});

test('white space and needless parentheses leave no trace', () => {
  expect(expressionOf(' ( a+b )/c ')).toEqual(expressionOf('(a + b) / (c)'));
});

test('a formula that compares is a truth, every other a number', () => {
  expect(compiled('a > 1 and b < 2').type).toBe('truth');
  expect(compiled('if(a > 1, 2, 3)').type).toBe('number');
});

test('a sum of a thousand terms is as deep as one of two', () => {
  const expression = expressionOf(`${'a+'.repeat(999)}a`);
  expect(expression.kind === 'call' && expression.arguments.length).toBe(1000);
});

test('what a formula reads is listed once, in order', () => {
  expect(referencesOf(expressionOf('p_k * growth(b) + a + a + target(b)'))).toEqual([
    { kind: 'metric', id: 'a', yearsBack: 0 },
    { kind: 'metric', id: 'b', yearsBack: 0 },
    { kind: 'metric', id: 'b', yearsBack: 1 },
    { kind: 'parameter', id: 'p_k', yearsBack: 0 },
    { kind: 'target', id: 'b', yearsBack: 0 },
  ]);
});

test('the same formula a year earlier reads its metrics a year earlier', () => {
  expect(shiftYears(expressionOf('a / p_k'), 2)).toEqual(
    call('divide', { ...a, yearsBack: 2 }, { kind: 'parameter', id: 'p_k' }),
  );
});
