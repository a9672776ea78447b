import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import {
  compileFloat,
  compileFormula,
  evaluateFormula,
  FLOAT_STATUS,
  floatColumn,
  formulaInWords,
  formulaWithNumbers,
  PLAIN_NUMBERS,
  type Expression,
  type FormulaParser,
  type FunctionName,
  type Outcome,
} from '../../../src/domain/formula/index.js';
import { decimal } from '../../../src/domain/kernel/decimal.js';
import {
  MISSING,
  NOT_APPLICABLE,
  PENDING,
  present,
  type Cell,
} from '../../../src/domain/kernel/status.js';

const MILLISECONDS = 50;

type Call = readonly [name: FunctionName, operands: number];

const SMOOTH: readonly Call[] = [
  ...(['add', 'multiply', 'min', 'max', 'sum', 'mean', 'count'] as const).flatMap(
    (name) =>
      [
        [name, 2],
        [name, 3],
      ] as const,
  ),
  ...(['subtract', 'divide', 'rate', 'growth', 'power'] as const).map((name) => [name, 2] as const),
  ...(['negate', 'abs', 'ln', 'exp', 'sqrt'] as const).map((name) => [name, 1] as const),
  ['clamp', 3],
];
const EXACT: readonly Call[] = [
  ...(['add', 'multiply', 'min', 'max', 'sum', 'count'] as const).map((name) => [name, 2] as const),
  ['subtract', 2],
  ['negate', 1],
  ['abs', 1],
  ['clamp', 3],
];
const COMPARISONS = [
  'equal',
  'unequal',
  'less',
  'lessOrEqual',
  'greater',
  'greaterOrEqual',
] as const;

const call = (name: FunctionName, operands: readonly Expression[]): Expression => ({
  kind: 'call',
  name,
  arguments: operands,
});

/** Trees of the given calls over the given leaves, at most so deep. */
function trees(calls: readonly Call[], leaf: fc.Arbitrary<Expression>, depth: number) {
  let tree = leaf;
  for (let level = 0; level < depth; level += 1) {
    const below = tree;
    const grown = fc
      .constantFrom(...calls)
      .chain(([name, count]) =>
        fc
          .array(below, { minLength: count, maxLength: count })
          .map((operands) => call(name, operands)),
      );
    tree = fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 4, arbitrary: grown });
  }
  return tree;
}

const metricLeaf = fc
  .nat({ max: 5 })
  .map((index): Expression => ({ kind: 'metric', id: `m${index}`, yearsBack: 0 }));

/** Gives every leaf a name of its own, so that each can be disturbed by itself. */
function withOwnLeaves(expression: Expression, next = { index: 0 }): Expression {
  if (expression.kind === 'call') {
    return call(
      expression.name,
      expression.arguments.map((one) => withOwnLeaves(one, next)),
    );
  }
  next.index += 1;
  return { kind: 'metric', id: `m${next.index}`, yearsBack: 0 };
}

const amount = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => decimal(`${digits}e-${places}`));
const integerCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -20, max: 20 }).map((one) => present(decimal(one))) },
  { weight: 1, arbitrary: fc.constantFrom(MISSING, NOT_APPLICABLE, PENDING) },
);

function exactly(expression: Expression, cells: readonly Cell[]): Outcome {
  const cell = (id: string) => cells[Number(id.slice(1)) % cells.length] ?? MISSING;
  return evaluateFormula(expression, { metric: cell, target: cell, parameter: () => decimal(1) });
}

function inFloats(expression: Expression, cells: readonly Cell[]) {
  const columns = cells.map((cell) => {
    const column = floatColumn(1);
    column.statuses[0] = FLOAT_STATUS[cell.status];
    if (cell.status === 'present') column.values[0] = cell.value.toNumber();
    return column;
  });
  const column = (id: string) => columns[Number(id.slice(1)) % cells.length] ?? floatColumn(1);
  const output = floatColumn(1);
  compileFloat(expression)({ rows: 1, metric: column, target: column, parameter: () => 1 }, output);
  return { status: output.statuses[0], value: output.values[0] ?? Number.NaN };
}

/** Whether the last digit of a float, anywhere in the input, hardly moves the result. */
function isWellConditioned(expression: Expression, cells: readonly Cell[]): boolean {
  const exact = exactly(expression, cells);
  return cells.every((cell, disturbed) => {
    if (cell.status !== 'present') return true;
    return ['1.00000000000001', '0.99999999999999'].every((factor) => {
      const moved = cells.map((one, index) =>
        index === disturbed ? present(cell.value.times(decimal(factor))) : one,
      );
      const other = exactly(expression, moved);
      if (other.status !== exact.status) return false;
      if (other.status !== 'present' || exact.status !== 'present') return true;
      const change = other.value.minus(exact.value).abs();
      return change.lessThanOrEqualTo(exact.value.abs().times(decimal('1e-12')));
    });
  });
}

describe('the decimal and the float kernels agree', () => {
  test('within 1e-12 wherever a float can tell', () => {
    const cells = fc.array(amount.map(present), { minLength: 100, maxLength: 100 });
    let compared = 0;
    fc.assert(
      fc.property(trees(SMOOTH, metricLeaf, 3), cells, (tree, given) => {
        const expression = withOwnLeaves(tree);
        fc.pre(isWellConditioned(expression, given));
        const exact = exactly(expression, given);
        const float = inFloats(expression, given);
        if (exact.status === 'truth') throw new Error('no comparison was asked for');
        expect(float.status).toBe(FLOAT_STATUS[exact.status]);
        if (exact.status !== 'present') return;
        compared += 1;
        const value = exact.value.toNumber();
        expect(Math.abs(float.value - value)).toBeLessThanOrEqual(1e-12 * Math.abs(value));
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  test('to the last digit and status on whole numbers, choices and comparisons', () => {
    const numbers = trees(EXACT, metricLeaf, 2);
    const comparison = fc
      .tuple(fc.constantFrom(...COMPARISONS), numbers, numbers)
      .map(([name, a, b]) => call(name, [a, b]));
    const truth = fc.oneof(
      comparison,
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), comparison, comparison)
        .map(([name, a, b]) => call(name, [a, b])),
      comparison.map((one) => call('not', [one])),
    );
    const choice = fc.tuple(truth, numbers, numbers).map((parts) => call('if', parts));
    const rounded = numbers.map((one) => call('round', [one, { kind: 'number', text: '1' }]));
    fc.assert(
      fc.property(
        fc.oneof(numbers, truth, choice, rounded),
        fc.array(integerCell, { minLength: 6, maxLength: 6 }),
        (expression, cells) => {
          const exact = exactly(expression, cells);
          const float = inFloats(expression, cells);
          const status = exact.status === 'truth' ? 'present' : exact.status;
          expect(float.status).toBe(FLOAT_STATUS[status]);
          if (exact.status === 'truth') expect(float.value).toBe(exact.value ? 1 : 0);
          if (exact.status === 'present') expect(float.value + 0).toBe(exact.value.toNumber() + 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('every formula has words, with and without its numbers', () => {
  const leaf = fc.oneof(
    metricLeaf,
    amount.map((value): Expression => ({ kind: 'number', text: value.toFixed() })),
    fc.constant<Expression>({ kind: 'target', id: 'm1' }),
    fc.constant<Expression>({ kind: 'parameter', id: 'm2' }),
  );
  const words = {
    metric: (id: string) => id,
    target: (id: string) => id,
    parameter: (id: string) => id,
  };
  fc.assert(
    fc.property(trees(SMOOTH, leaf, 4), amount, (expression, value) => {
      const text = formulaInWords(expression, words);
      const numbers = formulaWithNumbers(
        expression,
        { metric: () => present(value), target: () => PENDING, parameter: () => value },
        PLAIN_NUMBERS,
      );
      for (const one of [text, numbers]) {
        expect(one).not.toMatch(/undefined|NaN|－－|＋－/u);
        expect(one.split('（').length).toBe(one.split('）').length);
      }
    }),
  );
});

describe('any text', () => {
  let parser: FormulaParser;
  beforeAll(async () => {
    parser = await loadFormulaParser();
  });
  const known = [
    'a',
    'b',
    'sampled',
    'failed',
    ...Array.from({ length: 300 }, (_, i) => `metric_${i}`),
  ];
  const resolve = Object.assign(
    (id: string) => (known.includes(id) ? { kind: 'metric' as const } : undefined),
    { known },
  );
  const pieces = fc.constantFrom(
    ...['a', 'b', 'sampled', '1', '0.5', '1e9', '+', '-', '*', '/', '^', '(', ')', ',', '<', '=='],
    ...[
      'and',
      'or',
      'not ',
      'if(',
      'min(',
      'growth(',
      'previous(',
      'exp(',
      'round(',
      ' ',
      '=',
      '.',
    ],
    ...['（', '×', 'а', '"', '[', '__proto__', 'metrix_7', '1e999', 'constructor', '\n'],
  );

  test.each([
    ['ASCII', fc.string({ unit: 'binary-ascii', maxLength: 3000 })],
    ['Unicode', fc.string({ unit: 'binary', maxLength: 3000 })],
    ['graphemes', fc.string({ unit: 'grapheme', maxLength: 3000 })],
    ['pieces of formulas', fc.array(pieces, { maxLength: 400 }).map((parts) => parts.join(''))],
    ['operands and operators', alternating()],
  ])('made of %s is compiled or refused, at once', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const compile = () => compileFormula(text, resolve, parser);
        const result = compile();
        if (!result.ok) {
          expect(result.error.length).toBeGreaterThan(0);
          for (const { column } of result.error) expect(column).toBeGreaterThanOrEqual(1);
        }
        expect(quickestOfFive(compile)).toBeLessThan(MILLISECONDS);
      }),
      { numRuns: 100 },
    );
  });
});

/** Texts that get as far as the parser. */
function alternating(): fc.Arbitrary<string> {
  const operand = fc.constantFrom('a', 'b', '2', '(a+b)', 'min(a,b)', 'exp(a)', '-a', 'wrong');
  const operator = fc.constantFrom('+', '-', '*', '/', '^', ' and ', '<');
  return fc
    .array(fc.tuple(operand, operator), { maxLength: 600 })
    .map((pairs) => `${pairs.flat().join('')}a`);
}

/** The first try that is quick enough ends it: a busy machine is no slow formula. */
function quickestOfFive(run: () => unknown): number {
  let quickest = Infinity;
  for (let attempt = 0; attempt < 5 && quickest >= MILLISECONDS; attempt += 1) {
    const start = performance.now();
    run();
    quickest = Math.min(quickest, performance.now() - start);
  }
  return quickest;
}
