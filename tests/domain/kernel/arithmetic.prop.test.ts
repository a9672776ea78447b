import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampTo,
  DECIMALS,
  FLOATS,
  greaterOf,
  lesserOf,
  sumOf,
  type Arithmetic,
} from '../../../src/domain/kernel/arithmetic.js';

const PRECISION = 1e-9;

/** Numbers as assessments have them: up to nine digits, up to six of them decimals. */
const number = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => `${digits}e-${places}`);
const positive = number.filter((text) => Number(text) > 0);

/** Of what is nearly equal the difference is known as well as the numbers are: they set the scale. */
function agree(compute: <N>(a: Arithmetic<N>) => N, ...operands: readonly string[]): void {
  const exact = compute(DECIMALS).toNumber();
  const fast = compute(FLOATS);
  const scale = Math.max(1, Math.abs(exact), ...operands.map((text) => Math.abs(Number(text))));
  expect(Math.abs(exact - fast)).toBeLessThanOrEqual(PRECISION * scale);
}

describe('decimals and floats agree', () => {
  const binary = ['add', 'subtract', 'multiply'] as const;
  test.each(binary)('on %s', (name) => {
    fc.assert(
      fc.property(number, number, (x, y) => agree((a) => a[name](a.from(x), a.from(y)), x, y)),
    );
  });

  test('on division', () => {
    fc.assert(
      fc.property(number, positive, (x, y) => agree((a) => a.divide(a.from(x), a.from(y)))),
    );
  });

  test('on powers and roots', () => {
    const exponent = fc.integer({ min: -300, max: 300 }).map((n) => String(n / 100));
    fc.assert(
      fc.property(positive, exponent, (x, y) => agree((a) => a.power(a.from(x), a.from(y)))),
    );
    fc.assert(fc.property(positive, (x) => agree((a) => a.squareRoot(a.from(x)))));
  });

  test('on the order of numbers', () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        const order = <N>(a: Arithmetic<N>) => a.compare(a.from(x), a.from(y));
        expect(order(FLOATS)).toBe(order(DECIMALS));
      }),
    );
  });

  test('on rounding, ties included', () => {
    const places = fc.integer({ min: 0, max: 4 });
    fc.assert(fc.property(number, places, (x, n) => agree((a) => a.roundHalfUp(a.from(x), n))));
    const tie = fc.integer({ min: -99_999, max: 99_999 }).map((n) => `${n * 10 + 5}e-3`);
    fc.assert(fc.property(tie, (x) => agree((a) => a.roundHalfUp(a.from(x), 2))));
  });

  test('on whole units, also where the quotient of floats misses a whole number', () => {
    const units = fc.integer({ min: -10_000, max: 10_000 });
    const per = fc.integer({ min: 1, max: 999 }).map((n) => `${n}e-2`);
    fc.assert(
      fc.property(units, per, (count, unit) => {
        for (const round of ['wholeBelow', 'wholeAbove'] as const) {
          agree((a) => {
            const value = a.multiply(a.from(String(count)), a.from(unit));
            return a[round](a.divide(value, a.from(unit)));
          });
        }
      }),
    );
  });

  test('on bounds and sums', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 8 }), number, number, (list, x, y) => {
        agree(
          (a) =>
            sumOf(
              a,
              list.map((text) => a.from(text)),
            ),
          ...list,
        );
        agree((a) => {
          const low = lesserOf(a, a.from(x), a.from(y));
          const high = greaterOf(a, a.from(x), a.from(y));
          return clampTo(a, a.from(list[0] ?? '0'), low, high);
        });
      }),
    );
  });
});

test('0.7/0.1 is seven whole units in both', () => {
  const units = <N>(a: Arithmetic<N>) => a.wholeBelow(a.divide(a.from('0.7'), a.from('0.1')));
  expect(units(DECIMALS).toNumber()).toBe(7);
  expect(units(FLOATS)).toBe(7);
});
