import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampDecimal,
  decimal,
  decimalText,
  parseDecimal,
  printDecimal,
  roundHalfUp,
  settle,
  SETTLED_DIGITS,
  sumDecimals,
  truncated,
  ZERO,
} from '../../../src/domain/kernel/decimal.js';

describe('a decimal is read from its text, never through a float', () => {
  test.each([
    ['0.1', '0.1'],
    ['90.00', '90'],
    ['-0', '0'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e3', '1000'],
    ['1.5E-2', '0.015'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    [
      '123456789012345678901234567890123456789012345',
      '123456789012345678901234567890123456789012345',
    ],
  ])('%s is %s', (text, plain) => {
    const value = parseDecimal(text);
    expect(value === undefined ? undefined : decimalText(value)).toBe(plain);
  });

  test.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '1,5',
    '1,000',
    '１２',
    '0x10',
    '0b1',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '1e300',
    '1e-300',
    '1e1000',
    '--1',
    '1.2.3',
    '.',
    '-',
    'e5',
    '1e',
    '1_000',
    '90%',
    '缺报',
    '9'.repeat(401),
  ])('%j is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('a constant that is none is a bug', () => {
    expect(() => decimal('ninety')).toThrow(RangeError);
    expect(() => decimal(Number.NaN)).toThrow(RangeError);
    expect(decimalText(decimal(0.1))).toBe('0.1');
  });
});

describe('arithmetic runs at 40 digits, and a result is set to 30', () => {
  test('a third taken three times is one again', () => {
    const third = decimal('1').div(3);
    expect(third.toFixed().length - 2).toBe(40);
    expect(third.times(3).equals(1)).toBe(false);
    expect(settle(third.times(3)).equals(1)).toBe(true);
  });

  test('keeps exactly thirty significant digits, wherever the point stands', () => {
    expect(decimalText(settle(decimal('2').div(3)))).toBe(`0.${'6'.repeat(29)}7`);
    expect(decimalText(settle(decimal('200').div(3)))).toBe(`66.${'6'.repeat(27)}7`);
    expect(SETTLED_DIGITS).toBe(30);
  });

  test('settles half up, away from zero', () => {
    expect(decimalText(settle(decimal(`1.${'0'.repeat(29)}5`)))).toBe(`1.${'0'.repeat(28)}1`);
    expect(decimalText(settle(decimal(`-1.${'0'.repeat(29)}5`)))).toBe(`-1.${'0'.repeat(28)}1`);
  });

  test('knows no minus nought', () => {
    expect(decimalText(settle(decimal('-0')))).toBe('0');
    expect(Object.is(settle(decimal('-0')).toNumber(), 0)).toBe(true);
    expect(Object.is(roundHalfUp(decimal('-0.001'), 2).toNumber(), 0)).toBe(true);
  });

  test('settling twice is settling once', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 1, max: 10 ** 6 }), (top, bottom) => {
        const value = settle(decimal(String(top % 10n ** 60n)).div(bottom));
        return settle(value).equals(value);
      }),
    );
  });
});

describe('四舍五入 is half up, away from zero', () => {
  test.each([
    ['89.995', 2, '90'],
    ['89.994', 2, '89.99'],
    ['89.9949999999999999999999999999', 2, '89.99'],
    ['59.995', 2, '60'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['-2.4', 0, '-2'],
    ['1.005', 2, '1.01'],
    ['1.255', 2, '1.26'],
    ['0.285', 2, '0.29'],
    ['-89.995', 2, '-90'],
    ['100', 2, '100'],
  ])('%s to %i places is %s', (text, places, rounded) => {
    expect(decimalText(roundHalfUp(decimal(text), places))).toBe(rounded);
  });

  test.each([
    ['89.995', 2, '90.00'],
    ['90', 2, '90.00'],
    ['0', 2, '0.00'],
    ['-0.004', 2, '0.00'],
    ['-0.005', 2, '-0.01'],
    ['1234567.891', 1, '1234567.9'],
    ['0.5', 0, '1'],
  ])('%s prints with %i places as %s', (text, places, printed) => {
    expect(printDecimal(decimal(text), places)).toBe(printed);
  });

  test('equals what long division by hand gives, for every sign and size', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
        fc.integer({ min: 0, max: 6 }),
        (thousandths, places) => {
          const digits = 6;
          const unit = 10n ** BigInt(digits - places);
          const size = thousandths < 0n ? -thousandths : thousandths;
          const whole = (size + unit / 2n) / unit;
          const expected = decimal(`${whole}e-${places}`).times(thousandths < 0n ? -1 : 1);
          const value = decimal(`${thousandths}e-${digits}`);
          expect(roundHalfUp(value, places).equals(expected)).toBe(true);
        },
      ),
    );
  });
});

test('a text of many digits survives the way to the hash and back', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer({ min: -60, max: 60 }), (digits, exponent) => {
      const value = decimal(`${digits % 10n ** 200n}e${exponent}`);
      const text = decimalText(value);
      expect(text).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
      expect(decimal(text).equals(value)).toBe(true);
    }),
  );
});

test('sums in decimals what floats get wrong', () => {
  expect(decimalText(sumDecimals(['0.1', '0.2'].map(decimal)))).toBe('0.3');
  expect(sumDecimals([])).toBe(ZERO);
});

test('keeps a value within bounds, the lower one first', () => {
  expect(decimalText(clampDecimal(decimal('12'), ZERO, decimal('10')))).toBe('10');
  expect(decimalText(clampDecimal(decimal('-1'), ZERO, decimal('10')))).toBe('0');
});

describe('short numbers', () => {
  const short = fc
    .tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([whole, places]) => decimal(String(whole)).div(decimal(10).pow(places)));

  test('have the text that long ones would have', () => {
    fc.assert(
      fc.property(short, (value) => {
        expect(decimalText(value)).toBe(value.isZero() ? '0' : value.toFixed());
      }),
    );
  });

  test('are settled and rounded as long ones are', () => {
    fc.assert(
      fc.property(short, fc.integer({ min: 0, max: 9 }), (value, places) => {
        expect(settle(value).equals(value.toSignificantDigits(30))).toBe(true);
        expect(roundHalfUp(value, places).equals(value.toDecimalPlaces(places))).toBe(true);
      }),
    );
  });
});

test('截尾 leaves decimals out, towards nought', () => {
  expect(decimalText(truncated(decimal('97.738'), 2))).toBe('97.73');
  expect(decimalText(truncated(decimal('-97.738'), 2))).toBe('-97.73');
  expect(decimalText(truncated(decimal('97'), 2))).toBe('97');
});
