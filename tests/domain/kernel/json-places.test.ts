import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInJson } from '../../../src/domain/kernel/json-places.js';

const TEXT = `{
  "a": [1, 2, {"x": "]}\\"", "y": null}],
  "b" : { "c": "多" },
  "b" : { "c": -1.5 }
}`;

describe('a place in a JSON text', () => {
  it.each([
    [['a'], 'value', 2, 8],
    [['a'], 'key', 2, 3],
    [['a', 1], 'value', 2, 12],
    [['a', 2, 'y'], 'value', 2, 34],
    [['b', 'c'], 'value', 4, 16],
    [['b', 'c'], 'key', 4, 11],
    [['b', 'nowhere'], 'value', 4, 9],
    [['nowhere'], 'value', 1, 1],
  ] as const)('of %j (%s) is %i:%i', (path, part, line, column) => {
    expect(placeInJson(TEXT, path, part)).toEqual({ line, column });
  });

  it('is found in whatever JSON writes, at the text of the value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }),
        fc.integer({ min: 0, max: 4 }),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          for (const [key, item] of Object.entries(value)) {
            const { line, column } = placeInJson(text, [key]);
            const at = text
              .split('\n')
              .slice(line - 1)
              .join('\n')
              .slice(column - 1);
            // Deeper indents are those of the whole text: the first character tells enough.
            expect(at[0]).toBe(JSON.stringify(item)[0]);
          }
        },
      ),
    );
  });
});
