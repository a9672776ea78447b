import type { Decimal } from '../kernel/decimal.js';

const LARGEST = 1e300;
const SMALLEST = 1e-299;

/**
 * Whether a number is within what formulas compute with, as the decimals that are read in are:
 * nought, or from 1e-299 to below 1e300 on either side of it.
 */
export function isWithinRange(value: Decimal): boolean {
  return value.isFinite() && (value.isZero() || Math.abs(value.e) < 300);
}

/** The same for a float; NaN is out of range. */
export function isFloatWithinRange(value: number): boolean {
  const size = Math.abs(value);
  return size < LARGEST && (size >= SMALLEST || value === 0);
}

/** A float product or quotient that vanished although no factor did is out of range: NaN. */
export function unlessVanished(result: number, isNought: boolean): number {
  return result === 0 && !isNought ? Number.NaN : result;
}

/** As closely as floats can tell: decimals that differ, differ by more than 1e-12 of their size. */
export function isFloatEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
