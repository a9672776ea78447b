import { Decimal as DecimalJs } from 'decimal.js';

/**
 * The arithmetic of official scores, language version 1: 40 significant digits, half up
 * (half away from zero). An exponent beyond ±9,000 can only come from a hostile formula, and a
 * small range keeps every operation cheap.
 */
const Exact = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  minE: -9000,
  maxE: 9000,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Significant digits to which the result of every formula, points rule and aggregation is set. */
export const SETTLED_DIGITS = 30;

/** Words in which a decimal keeps its digits: each seven of them, aligned with the decimal point. */
const WORD = 7;
/** So many words hold no more digits than are kept. */
const SHORT_WORDS = Math.floor(SETTLED_DIGITS / WORD);

/** An exact decimal number; immutable. */
export type Decimal = DecimalJs;

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * Reads a decimal from its text, never through a float: `'0.1'` is exactly one tenth.
 *
 * @param text plain or scientific notation, half-width digits, at most 400 characters
 * @returns the number, or `undefined` when the text is no finite decimal
 * @example parseDecimal('97.74') // 97.74
 * @example parseDecimal('1e999') // undefined
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 400 || !PLAIN.test(text)) return undefined;
  const value = new Exact(text);
  // An exponent of three digits is possible to write and never meant: 1e999 counts as no number.
  return value.isFinite() && Math.abs(value.e) < 300 ? value : undefined;
}

/**
 * A decimal that the program itself writes down: a constant, or a text that was parsed before.
 *
 * @throws RangeError when the text is no decimal: a bug, not a user's mistake
 * @example decimal('100') // 100
 */
export function decimal(text: string | number): Decimal {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const value = before.get(text) ?? parseDecimal(typeof text === 'number' ? String(text) : text);
  if (value === undefined) throw new RangeError(`not a decimal: ${String(text)}`);
  if (lately.size >= MOST_READ) {
    before = lately;
    lately = new Map();
  }
  lately.set(text, value);
  return value;
}

/**
 * A set's numbers are asked for again and again, and a decimal never changes; what somebody types
 * comes once and is soon forgotten.
 */
let lately = new Map<string | number, Decimal>();
let before: ReadonlyMap<string | number, Decimal> = lately;
const MOST_READ = 500;

/** Nought. */
export const ZERO: Decimal = new Exact(0);
/** One. */
export const ONE: Decimal = new Exact(1);
/** One hundred, the base of every percentage. */
export const HUNDRED: Decimal = new Exact(100);

/**
 * Sets a result to the 30 significant digits that the language keeps, so that 1/3*3 is 1 again.
 *
 * @example settle(decimal('1').div(3).times(3)).toString() // '1'
 */
export function settle(value: Decimal): Decimal {
  // Most numbers are shorter: four words of seven digits never hold more than 28.
  if (value.d.length <= SHORT_WORDS && value.isFinite() && !value.isZero()) return value;
  const settled = value.toSignificantDigits(SETTLED_DIGITS, DecimalJs.ROUND_HALF_UP);
  return settled.isZero() ? ZERO : settled;
}

/**
 * 四舍五入: rounds half up, away from zero.
 *
 * @param places decimal places, 0 to 20
 * @example roundHalfUp(decimal('89.995'), 2).toString() // '90'
 * @example roundHalfUp(decimal('-2.5'), 0).toString() // '-3'
 */
export function roundHalfUp(value: Decimal, places: number): Decimal {
  // A whole number below ten million is round already.
  if (value.d.length === 1 && value.e >= 0 && value.e < WORD && !value.isZero()) return value;
  const rounded = value.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP);
  return rounded.isZero() ? ZERO : rounded;
}

/**
 * 截尾: leaves the decimals behind so many places out.
 *
 * @example truncated(decimal('97.738'), 2).toString() // '97.73'
 */
export function truncated(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, DecimalJs.ROUND_DOWN);
}

/**
 * The one text of a decimal that is hashed, stored and compared: plain notation, no trailing
 * noughts, no minus nought.
 *
 * @example decimalText(decimal('90.00')) // '90'
 */
export function decimalText(value: Decimal): string {
  const { d, e, s } = value;
  const [whole = 0, part = 0] = d;
  // Numbers below ten million with up to seven places, which are most.
  if (d.length <= 2 && e >= 0 && e < WORD && whole > 0) {
    const digits = s < 0 ? `-${String(whole)}` : String(whole);
    return part === 0 ? digits : `${digits}.${placesText(part)}`;
  }
  return value.isZero() ? '0' : value.toFixed();
}

function placesText(part: number): string {
  const digits = String(part).padStart(WORD, '0');
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === NOUGHT) end -= 1;
  return digits.slice(0, end);
}

const NOUGHT = '0'.charCodeAt(0);

/**
 * A decimal as it is printed: a fixed number of places, half up.
 *
 * @example printDecimal(decimal('90'), 2) // '90.00'
 */
export function printDecimal(value: Decimal, places: number): string {
  return roundHalfUp(value, places).toFixed(places);
}

/**
 * Prints a decimal with at least this many places, so that numbers of one column stand under one another;
 * one of more places keeps them all.
 *
 * @example printAtLeast(decimal('3'), 1) // '3.0'
 */
export function printAtLeast(value: Decimal, places: number): string {
  return value.decimalPlaces() > places ? decimalText(value) : printDecimal(value, places);
}

/** The smaller of the two. */
export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return a.lessThanOrEqualTo(b) ? a : b;
}

/** The larger of the two. */
export function maxDecimal(a: Decimal, b: Decimal): Decimal {
  return a.greaterThanOrEqualTo(b) ? a : b;
}

/**
 * Keeps a value within bounds.
 *
 * @example clampDecimal(decimal('12'), ZERO, decimal('10')).toString() // '10'
 */
export function clampDecimal(value: Decimal, low: Decimal, high: Decimal): Decimal {
  return maxDecimal(low, minDecimal(value, high));
}

/**
 * The sum, exact to 40 digits; nought for none.
 *
 * @example sumDecimals([decimal('0.1'), decimal('0.2')]).toString() // '0.3'
 */
export function sumDecimals(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), ZERO);
}
