import { describe, expect, it, test } from 'vitest';
import {
  compileFloat,
  evaluateFormula,
  FLOAT_STATUS,
  floatColumn,
  type FloatSurroundings,
  type Outcome,
  type Surroundings,
} from '../../../src/domain/formula/index.js';
import type { Cell } from '../../../src/domain/kernel/status.js';
import { expressionOf, surroundingsOf, type Written } from './formula-parser.js';

type Numbers = Readonly<Record<string, Written>>;

/** A result as a test writes it. */
function written(outcome: Outcome): string {
  switch (outcome.status) {
    case 'present':
      return outcome.value.toString();
    case 'truth':
      return String(outcome.value);
    case 'undefined':
      return outcome.reason;
    case 'missing':
    case 'notApplicable':
    case 'pending':
      return `${outcome.status}: ${outcome.because
        .map(({ kind, id, yearsBack }) => `${kind} ${id}${yearsBack > 0 ? `@${yearsBack}` : ''}`)
        .join(', ')}`;
  }
}

const CASES: readonly (readonly [formula: string, numbers: Numbers, expected: string])[] = [
  ['(s - f) / s * 100', { s: 16092, f: 364 }, '97.7380064628386776037782749192'],
  ['round(rate(s - f, s), 2)', { s: 16092, f: 364 }, '97.74'],
  ['1 / 3 * 3', {}, '1'],
  ['0.1 + 0.2', {}, '0.3'],
  ['round(2.5)', {}, '3'],
  ['round(0 - 2.5)', {}, '-3'],
  ['round(89.995, 2)', {}, '90'],
  ['round(0.5 / 3 * 3)', {}, '1'],
  ['rate(a, b)', { a: 1, b: 3 }, '33.3333333333333333333333333333'],
  ['growth(a)', { a: 110, 'a@1': 100 }, '10'],
  ['growth(a)', { a: -90, 'a@1': -100 }, '10'],
  ['growth(a / b)', { a: 6, b: 2, 'a@1': 4, 'b@1': 2 }, '50'],
  ['a / target(a) * 100', { a: 45, 'target a': 50 }, '90'],
  ['p_base + a', { p_base: 60, a: 5 }, '65'],
  ['clamp(a, 0, 100)', { a: 120 }, '100'],
  ['clamp(a, 0, 100)', { a: -1 }, '0'],
  ['min(a, b)', { a: 3, b: 2 }, '2'],
  ['max(a, b)', { a: 3, b: 2 }, '3'],
  ['sum(a, b, c)', { a: 1, b: 2, c: 3 }, '6'],
  ['mean(a, b)', { a: 1, b: 2 }, '1.5'],
  ['abs(a)', { a: -2 }, '2'],
  ['-a ^ 2', { a: 3 }, '-9'],
  ['2 ^ 0.5', {}, '1.41421356237309504880168872421'],
  ['sqrt(a)', { a: 2 }, '1.41421356237309504880168872421'],
  ['ln(exp(a))', { a: 5 }, '5'],
  ['a ^ 0', { a: 0 }, '1'],
  ['1 / 3 * 3 == 1', {}, 'true'],
  ['0.1 + 0.2 <= 0.3', {}, 'true'],
  ['a != b', { a: 1, b: '1.0' }, 'false'],
  ['if(a >= 90, 10, if(a >= 60, 5, 0))', { a: '89.999' }, '5'],

  ['a + b', { a: 1 }, 'missing: metric b'],
  ['a + b', {}, 'missing: metric a, metric b'],
  ['a + b', { a: 'n/a' }, 'missing: metric b'],
  ['a + b', { a: 'n/a', b: 1 }, 'notApplicable: metric a'],
  ['a + b', { a: 'pending' }, 'pending: metric a'],
  ['growth(a)', { a: 1 }, 'missing: metric a@1'],
  ['target(a) - a', { a: 1 }, 'missing: target a'],
  ['a * b', { a: 0 }, 'missing: metric b'],

  ['sum(a, b)', { a: 1, b: 'n/a' }, '1'],
  ['mean(a, b, c)', { a: 1, b: 'n/a', c: 4 }, '2.5'],
  ['min(a, b)', { a: 1, b: 'n/a' }, '1'],
  ['max(a, b)', { a: 'n/a', b: 'n/a' }, 'notApplicable: metric a, metric b'],
  ['sum(a, b)', { a: 1 }, 'missing: metric b'],
  ['mean(a, b)', { a: 'n/a', b: 'pending' }, 'pending: metric b'],
  ['sum(1 / a, b, c)', { a: 0, b: 'n/a', c: 5 }, 'zeroDenominator'],
  ['count(a, b, c)', { a: 0, b: 'n/a' }, '1'],
  ['count(a, b)', {}, '0'],
  ['count(a, b)', { a: 'pending', b: 1 }, 'pending: metric a'],

  ['if(a > 0, b, c)', { a: 1, b: 2 }, '2'],
  ['if(a > 0, b, c)', { a: 0, b: 2 }, 'missing: metric c'],
  ['if(a > 0, b, c)', { b: 2, c: 3 }, 'missing: metric a'],
  ['if(a == 0, 0, b / a)', { a: 0, b: 1 }, '0'],
  ['a > 0 and b > 0', { a: 0 }, 'false'],
  ['a > 0 and b > 0', { b: 0 }, 'false'],
  ['a > 0 and b > 0', { a: 1 }, 'missing: metric b'],
  ['a > 0 or b > 0', { b: 1 }, 'true'],
  ['a > 0 or b > 0', { b: 0 }, 'missing: metric a'],
  ['a > 0 and b / a > 1', { a: 0, b: 1 }, 'false'],
  ['not (a > 0)', {}, 'missing: metric a'],

  ['a / b', { a: 1, b: 0 }, 'zeroDenominator'],
  ['rate(a, b)', { a: 0, b: 0 }, 'zeroDenominator'],
  ['growth(a)', { a: 1, 'a@1': 0 }, 'zeroDenominator'],
  ['a ^ -1', { a: 0 }, 'zeroDenominator'],
  ['sqrt(a)', { a: -1 }, 'negativeRoot'],
  ['a ^ 0.5', { a: -1 }, 'negativeRoot'],
  ['ln(a)', { a: 0 }, 'logarithmOfNonPositive'],
  ['exp(a)', { a: 1000 }, 'outOfRange'],
  ['exp(a)', { a: -1000 }, 'outOfRange'],
  ['2 ^ a', { a: 1001 }, 'outOfRange'],
  ['a ^ 1000', { a: 10 }, 'outOfRange'],
  ['a ^ 900', { a: '1e-11' }, 'outOfRange'],
  ['a ^ 900', { a: '1e-9' }, 'outOfRange'],
  ['0 ^ a', { a: 900 }, '0'],
  ['a * a', { a: '1e200' }, 'outOfRange'],
  ['a * a', { a: '1e-200' }, 'outOfRange'],
  ['a * a / a', { a: '1e200' }, 'outOfRange'],
  ['1 / a', { a: '1e-299' }, '1' + '0'.repeat(299)],
];

describe('a formula is computed for one region', () => {
  it.each(CASES)('%s with %j', (formula, numbers, expected) => {
    expect(written(evaluateFormula(expressionOf(formula), surroundingsOf(numbers)))).toBe(expected);
  });
});

describe('the float kernel agrees', () => {
  it.each(CASES)('%s with %j', (formula, numbers, _expected) => {
    const expression = expressionOf(formula);
    const surroundings = surroundingsOf(numbers);
    const outcome = evaluateFormula(expression, surroundings);
    const output = floatColumn(1);
    compileFloat(expression)(oneRow(surroundings), output);
    expect(output.statuses[0]).toBe(
      FLOAT_STATUS[outcome.status === 'truth' ? 'present' : outcome.status],
    );
    if (outcome.status === 'truth') expect(output.values[0]).toBe(outcome.value ? 1 : 0);
    if (outcome.status !== 'present') return;
    const exact = outcome.value.toNumber();
    expect(Math.abs((output.values[0] ?? Number.NaN) - exact)).toBeLessThanOrEqual(
      1e-12 * Math.abs(exact),
    );
  });
});

test('a kernel fills a column of any length, and again after the numbers change', () => {
  const kernel = compileFloat(expressionOf('x * 2 + p_k'));
  for (const rows of [3, 5, 3]) {
    const x = floatColumn(rows);
    x.values.forEach((_, row) => (x.values[row] = row));
    x.statuses[1] = FLOAT_STATUS.missing;
    const output = floatColumn(rows);
    kernel({ rows, metric: () => x, target: () => x, parameter: () => rows }, output);
    expect(output.values[2]).toBe(4 + rows);
    expect([...output.statuses.slice(0, 3)]).toEqual([0, FLOAT_STATUS.missing, 0]);
  }
});

function oneRow(surroundings: Surroundings): FloatSurroundings {
  const column = (cell: Cell) => {
    const one = floatColumn(1);
    one.statuses[0] = FLOAT_STATUS[cell.status];
    if (cell.status === 'present') one.values[0] = cell.value.toNumber();
    return one;
  };
  return {
    rows: 1,
    metric: (id, yearsBack) => column(surroundings.metric(id, yearsBack)),
    target: (id) => column(surroundings.target(id)),
    parameter: (id) => surroundings.parameter(id).toNumber(),
  };
}
