import { describe, expect, it, test } from 'vitest';
import { createMathjsParser } from '../../../src/adapters/mathjs/create-mathjs-parser.js';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { tokenizeFormula } from '../../../src/domain/formula/tokenize-formula.js';
import type { SyntaxTree, Token } from '../../../src/ports/formula-parser.js';

function tokensOf(text: string): readonly Token[] {
  const tokens = tokenizeFormula(text);
  if (!tokens.ok) throw new Error(text);
  return tokens.value;
}

/** A tree with each operator and name at its column, as text. */
function sketch(tree: SyntaxTree): string {
  switch (tree.kind) {
    case 'number':
      return `${tree.text}@${tree.column}`;
    case 'name':
      return `${tree.name}@${tree.column}`;
    case 'operator':
      return `(${[`${tree.symbol}@${tree.column}`, ...tree.operands.map(sketch)].join(' ')})`;
    case 'call':
      return `${tree.name}@${tree.column}(${tree.arguments.map(sketch).join(' ')})`;
  }
}

describe('the parser knows precedence and columns', () => {
  it.each([
    ['a + b * c', '(+@3 a@1 (*@7 b@5 c@9))'],
    ['(a + b) * c', '(*@9 (+@4 a@2 b@6) c@11)'],
    ['a - b - c', '(-@7 (-@3 a@1 b@5) c@9)'],
    ['a ^ b ^ c', '(^@3 a@1 (^@7 b@5 c@9))'],
    ['-a ^ 2', '(-@1 (^@4 a@2 2@6))'],
    ['--a', '(-@1 (-@2 a@3))'],
    ['((a))', 'a@3'],
    ['f()', 'f@1()'],
    ['f(a, g(b), (c))', 'f@1(a@3 g@6(b@8) c@13)'],
    ['not a and b or c', '(or@13 (and@7 (not@1 a@5) b@11) c@16)'],
    ['a + 1 <= b', '(<=@7 (+@3 a@1 1@5) b@10)'],
    ['a +\nb', '(+@3 a@1 b@5)'],
    ['9007199254740993', '9007199254740993@1'],
    ['end + pi + mod(a) + true', '(+@19 (+@10 (+@5 end@1 pi@7) mod@12(a@16)) true@21)'],
  ])('%s', async (text, expected) => {
    const tree = (await loadFormulaParser()).parse(tokensOf(text));
    expect(tree.ok && sketch(tree.value)).toBe(expected);
  });
});

test('the parser is loaded once', () => {
  expect(loadFormulaParser()).toBe(loadFormulaParser());
});

test('mathjs sees no name and no number of the formula', () => {
  const seen: string[] = [];
  createMathjsParser((text) => seen.push(text)).parse(tokensOf('evil(1e5, cm) and x'));
  expect(seen).toEqual(['t0 ( t2 , t4 ) and t7']);
});

describe('what our own checks should have caught is refused all the same', () => {
  it.each(['a b', '(a)(b)', 'a(1)(2)', '+a', 'a < b < c', 'a +', '(a', 'a,b', '()', 'f(a,)'])(
    '%s',
    async (text) => {
      expect((await loadFormulaParser()).parse(tokensOf(text)).ok).toBe(false);
    },
  );
});

describe('a tree that does not agree with the tokens is refused', () => {
  const t0 = { type: 'SymbolNode', name: 't0' };
  const t2 = { type: 'SymbolNode', name: 't2' };
  it.each([
    ['another operator', { type: 'OperatorNode', op: '*', args: [t0, t2] }],
    ['an implicit product', { type: 'OperatorNode', op: '+', implicit: true, args: [t0, t2] }],
    ['sides exchanged', { type: 'OperatorNode', op: '+', args: [t2, t0] }],
    ['one side only', t0],
    ['an unknown operator', { type: 'OperatorNode', op: '!', args: [t0] }],
    ['an assignment', { type: 'AssignmentNode', object: t0, value: t2 }],
    ['a block', { type: 'BlockNode', blocks: [] }],
    ['an accessor', { type: 'AccessorNode', object: t0 }],
    ['a foreign name', { type: 'OperatorNode', op: '+', args: [t0, { ...t2, name: 'x' }] }],
    ['nothing', undefined],
  ])('%s', (_name, node) => {
    expect(createMathjsParser(() => node).parse(tokensOf('a + b')).ok).toBe(false);
  });
});
