import { ZERO, type Decimal } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import type { UndefinedReason } from '../outcome.js';
import { isFloatWithinRange, isWithinRange, unlessVanished } from '../ranges.js';
import { BINDING, held, infix, type Wording } from '../wording.js';

const ARITHMETIC = { takes: 'number', gives: 'number', gaps: 'strict', isCostly: false } as const;

function add(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value));
}

function addFloats(values: readonly number[], count: number): number {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += at(values, index);
  return sum;
}

/** Left to right; a product that leaves the range on its way is out of range. */
function multiply(values: readonly Decimal[]): Decimal | UndefinedReason {
  let product: Decimal | undefined;
  for (const value of values) {
    product = product?.times(value) ?? value;
    if (!isWithinRange(product)) return 'outOfRange';
  }
  return product ?? ZERO;
}

function multiplyFloats(values: readonly number[], count: number): number {
  let product = at(values, 0);
  for (let index = 1; index < count; index += 1) {
    const value = at(values, index);
    product = unlessVanished(product * value, product === 0 || value === 0);
    if (!isFloatWithinRange(product)) return Number.NaN;
  }
  return product;
}

/** Divides; what a division by nought means is the indicator set's to decide. */
export function divide(dividend: Decimal, divisor: Decimal): Decimal | UndefinedReason {
  return divisor.isZero() ? 'zeroDenominator' : dividend.div(divisor);
}

/** Divides floats; NaN for a division by nought. */
export function divideFloats(dividend: number, divisor: number): number {
  return divisor === 0 ? Number.NaN : unlessVanished(dividend / divisor, dividend === 0);
}

/** The value at an index that is known to be there. */
export function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}

/** a＋（－b） reads a－b. */
function wordSum(operands: readonly Wording[]): Wording {
  const texts = operands.map((operand, index) => {
    if (index === 0) return held(operand, BINDING.sum);
    return operand.binding === BINDING.sign ? operand.text : `＋${held(operand, BINDING.product)}`;
  });
  return { text: texts.join(''), binding: BINDING.sum };
}

/** The four operations and the sign. */
export const ARITHMETIC_FUNCTIONS = {
  add: {
    ...ARITHMETIC,
    arity: [2, Infinity],
    decimal: add,
    float: addFloats,
    words: wordSum,
  },
  subtract: {
    ...ARITHMETIC,
    arity: [2, 2],
    decimal: ([a = ZERO, b = ZERO]) => a.minus(b),
    float: (values) => at(values, 0) - at(values, 1),
    words: infix('－', BINDING.sum),
  },
  multiply: {
    ...ARITHMETIC,
    arity: [2, Infinity],
    decimal: multiply,
    float: multiplyFloats,
    words: infix('×', BINDING.product),
  },
  divide: {
    ...ARITHMETIC,
    arity: [2, 2],
    decimal: ([a = ZERO, b = ZERO]) => divide(a, b),
    float: (values) => divideFloats(at(values, 0), at(values, 1)),
    words: infix('÷', BINDING.product),
  },
  negate: {
    ...ARITHMETIC,
    arity: [1, 1],
    decimal: ([a = ZERO]) => a.negated(),
    float: (values) => -at(values, 0),
    words: (operands) => ({
      text: operands.map((operand) => `－${held(operand, BINDING.product)}`).join(''),
      binding: BINDING.sign,
    }),
  },
} as const satisfies Record<string, FunctionEntry>;
