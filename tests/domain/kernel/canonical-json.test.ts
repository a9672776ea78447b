import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, toPlain, type Plain } from '../../../src/domain/kernel/canonical-json.js';

describe('RFC 8785', () => {
  test('sorts keys by UTF-16 code units, as section 3.2.3 shows', () => {
    const keys = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      // The RFC has U+FB33 here, which Unicode's normal form C takes apart; U+FB13 stays whole.
      '\ufb13': 'Armenian Small Ligature Men Now',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const order = [...canonicalJson(keys).matchAll(/:"([^"]*)"/g)].map(([, text]) => text);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Armenian Small Ligature Men Now',
    ]);
  });

  test('writes literals and strings as section 3.2.2 does', () => {
    expect(canonicalJson([null, true, false])).toBe('[null,true,false]');
    expect(canonicalJson('\u20ac$\u000f\nA\'B"\\\\"/')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    );
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f\u2028')).toBe(
      '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028"',
    );
  });

  test('has no white space, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1, { d: '', c: [] }], a: {} })).toBe(
      '{"a":{},"b":[2,1,{"c":[],"d":""}]}',
    );
  });

  test('orders keys that look like numbers as texts', () => {
    expect(canonicalJson({ '10': 'a', '9': 'b', '1': 'c' })).toBe('{"1":"c","10":"a","9":"b"}');
  });

  test('writes whole numbers plainly, and refuses what floats cannot hold exactly', () => {
    expect(canonicalJson([0, -0, 7, -12, 9007199254740991])).toBe('[0,0,7,-12,9007199254740991]');
    for (const number of [0.5, Number.NaN, Infinity, 2 ** 53]) {
      expect(() => canonicalJson(number)).toThrow(RangeError);
    }
  });
});

test('the same word typed in two ways hashes alike, as a text and as a key', () => {
  const composed = '\u00e9';
  const decomposed = 'e\u0301';
  expect(canonicalJson(decomposed)).toBe(canonicalJson(composed));
  expect(canonicalJson({ [decomposed]: 1 })).toBe(canonicalJson({ [composed]: 1 }));
});

test('leaves out what has no value, and only that', () => {
  expect(canonicalJson({ a: undefined, b: null, c: '' })).toBe('{"b":null,"c":""}');
});

test('is JSON that reads back the same, whatever the order in which keys were put', () => {
  const value = fc
    .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
    .filter((one) => !/\d\.|\de/.test(JSON.stringify(one)));
  fc.assert(
    fc.property(value, (one) => {
      const normal = JSON.parse(JSON.stringify(one).normalize('NFC')) as typeof one;
      let text: string;
      try {
        text = canonicalJson(normal);
      } catch {
        return;
      }
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(normal)));
      expect(canonicalJson(reversed(normal) as Plain)).toBe(text);
    }),
  );
});

/** The same value with all keys put in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

describe('plain data', () => {
  test('of maps are pairs in their order, of sets lists', () => {
    expect(
      toPlain(
        new Map([
          ['b', 1],
          ['a', 2],
        ]),
      ),
    ).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(toPlain(new Set(['b', 'a']))).toEqual(['b', 'a']);
  });

  test('of undefined is null in a list and nothing in a record', () => {
    expect(toPlain([undefined])).toEqual([null]);
    expect(toPlain({ a: undefined })).toEqual({});
  });

  test('do not hold functions: a bug', () => {
    expect(() => toPlain(() => 1)).toThrow(TypeError);
  });
});
