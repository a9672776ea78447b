import { ONE, ZERO, type Decimal } from '../../kernel/decimal.js';
import type { FunctionEntry } from '../function-entry.js';
import { MAX_EXPONENT } from '../limits.js';
import type { UndefinedReason } from '../outcome.js';
import { unlessVanished } from '../ranges.js';
import { BINDING, held, named } from '../wording.js';
import { at } from './arithmetic.js';

const COSTLY = { takes: 'number', gives: 'number', gaps: 'strict', isCostly: true } as const;

// An input can have 400 digits, and a power of it would take their square in time.
const DIGITS = 40;

// exp(691) is just above 1e300: beyond, there is nothing to compute.
const MAX_NATURAL_EXPONENT = 691;

function power(base: Decimal, exponent: Decimal): Decimal | UndefinedReason {
  if (exponent.abs().greaterThan(MAX_EXPONENT)) return 'outOfRange';
  if (base.isZero() && exponent.isNegative() && !exponent.isZero()) return 'zeroDenominator';
  if (base.isNegative() && !base.isZero() && !exponent.isInteger()) return 'negativeRoot';
  const result = shortened(base).pow(shortened(exponent));
  // What is too small for a decimal is no nought: it is smaller than formulas compute with.
  return result.isZero() && !base.isZero() ? 'outOfRange' : result;
}

function powerFloats(base: number, exponent: number): number {
  if (Math.abs(exponent) > MAX_EXPONENT) return Number.NaN;
  return unlessVanished(base ** exponent, base === 0);
}

function shortened(value: Decimal): Decimal {
  return value.toSignificantDigits(DIGITS);
}

/** Powers, roots and logarithms, computed by decimal.js at 40 digits. */
export const POWER_FUNCTIONS = {
  power: {
    ...COSTLY,
    arity: [2, 2],
    decimal: ([base = ZERO, exponent = ONE]) => power(base, exponent),
    float: (values) => powerFloats(at(values, 0), at(values, 1)),
    words: ([base, exponent]) => ({
      text: [
        base === undefined ? '' : held(base, BINDING.whole),
        '的',
        exponent === undefined ? '' : held(exponent, BINDING.whole),
        '次方',
      ].join(''),
      binding: BINDING.power,
    }),
  },
  sqrt: {
    ...COSTLY,
    arity: [1, 1],
    decimal: ([value = ZERO]) =>
      value.isNegative() && !value.isZero() ? 'negativeRoot' : shortened(value).sqrt(),
    float: (values) => Math.sqrt(at(values, 0)),
    words: named('平方根'),
  },
  ln: {
    ...COSTLY,
    arity: [1, 1],
    decimal: ([value = ZERO]) =>
      value.greaterThan(ZERO) ? shortened(value).ln() : 'logarithmOfNonPositive',
    float: (values) => (at(values, 0) > 0 ? Math.log(at(values, 0)) : Number.NaN),
    words: named('自然对数'),
  },
  exp: {
    ...COSTLY,
    arity: [1, 1],
    decimal: ([value = ZERO]) =>
      value.abs().greaterThan(MAX_NATURAL_EXPONENT) ? 'outOfRange' : shortened(value).exp(),
    float: (values) => unlessVanished(Math.exp(at(values, 0)), false),
    words: named('自然指数'),
  },
} as const satisfies Record<string, FunctionEntry>;
