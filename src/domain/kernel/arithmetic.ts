import { decimal, roundHalfUp, settle, ONE, ZERO, type Decimal } from './decimal.js';

/**
 * The arithmetic that an operation is written over. An operation is written once; run over
 * decimals it gives the official score, run over floats it gives the analysis its speed.
 */
export interface Arithmetic<N> {
  readonly name: 'decimal' | 'float';
  readonly zero: N;
  readonly one: N;
  /** Reads the plain text of a decimal. */
  from(text: string): N;
  add(a: N, b: N): N;
  subtract(a: N, b: N): N;
  multiply(a: N, b: N): N;
  /** The divisor is never nought: callers see to it. */
  divide(a: N, b: N): N;
  /** Base above nought. */
  power(base: N, exponent: N): N;
  squareRoot(a: N): N;
  compare(a: N, b: N): number;
  /** Sets a result to the digits that the language keeps. */
  settle(a: N): N;
  roundHalfUp(a: N, places: number): N;
  /** The next whole number below, or the number itself. */
  wholeBelow(a: N): N;
  /** The next whole number above, or the number itself. */
  wholeAbove(a: N): N;
}

/** Exact decimals: 40 digits inside, 30 kept, half up. */
export const DECIMALS: Arithmetic<Decimal> = {
  name: 'decimal',
  zero: ZERO,
  one: ONE,
  from: decimal,
  add: (a, b) => a.plus(b),
  subtract: (a, b) => a.minus(b),
  multiply: (a, b) => a.times(b),
  divide: (a, b) => a.div(b),
  power: (base, exponent) => base.pow(exponent),
  squareRoot: (a) => a.sqrt(),
  compare: (a, b) => a.comparedTo(b),
  settle,
  roundHalfUp,
  wholeBelow: (a) => a.floor(),
  wholeAbove: (a) => a.ceil(),
};

/** Digits of a float that are kept before it is rounded or compared with a whole number. */
const FLOAT_DIGITS = 14;

/** Floats, for analysis: held against the decimals by a test. */
export const FLOATS: Arithmetic<number> = {
  name: 'float',
  zero: 0,
  one: 1,
  from: Number,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (base, exponent) => base ** exponent,
  squareRoot: Math.sqrt,
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
  settle: (a) => Number(a.toPrecision(FLOAT_DIGITS)),
  roundHalfUp(a, places) {
    const scale = 10 ** places;
    const scaled = Number((Math.abs(a) * scale).toPrecision(FLOAT_DIGITS));
    return (Math.sign(a) * Math.floor(scaled + 0.5)) / scale || 0;
  },
  wholeBelow: (a) => Math.floor(Number(a.toPrecision(FLOAT_DIGITS))),
  wholeAbove: (a) => Math.ceil(Number(a.toPrecision(FLOAT_DIGITS))),
};

/** The sum; nought for none. */
export function sumOf<N>(arithmetic: Arithmetic<N>, values: readonly N[]): N {
  return values.reduce((sum, value) => arithmetic.add(sum, value), arithmetic.zero);
}

/** The smaller of the two. */
export function lesserOf<N>(arithmetic: Arithmetic<N>, a: N, b: N): N {
  return arithmetic.compare(a, b) <= 0 ? a : b;
}

/** The larger of the two. */
export function greaterOf<N>(arithmetic: Arithmetic<N>, a: N, b: N): N {
  return arithmetic.compare(a, b) >= 0 ? a : b;
}

/** Keeps a value within bounds. */
export function clampTo<N>(arithmetic: Arithmetic<N>, value: N, low: N, high: N): N {
  return greaterOf(arithmetic, low, lesserOf(arithmetic, value, high));
}
