import { describe, expect, it } from 'vitest';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { readWritten } from '../../domain/indicators/written-set.js';

/** Where the file says the letter x of the text of `value` stands, as `line:column`. */
function placeOfX(text: string): string | undefined {
  const read = parseLocatedYaml(text, 'set.yaml');
  if (!read.ok) return JSON.stringify(read.error);
  const { value } = read.value.value as { readonly value: string };
  const place = read.value.locateText?.(['value'], value.indexOf('x'));
  return place === undefined ? undefined : `${String(place.line)}:${String(place.column)}`;
}

/** Where the letter x stands in the file. */
function truth(text: string): string {
  const lines = text.slice(0, text.indexOf('x')).split('\n');
  return `${String(lines.length)}:${String((lines.at(-1) ?? '').length + 1)}`;
}

describe('the place of a character within a scalar', () => {
  it.each([
    ['plain', 'value: a / x'],
    ['in single quotes', "value: 'a / x'"],
    ['in double quotes', 'value: "a / x"'],
    ['first in quotes', "value: 'x'"],
    ['in quotes after spaces', "value: '   a + x'"],
    ['in a flow map', "{ a: 1, value: 'min(a, x)' }"],
    ['in a literal block', 'value: |\n  a +\n  x\n'],
    ['in a folded block', 'value: >\n  a +\n    b +\n  x\n'],
    ['in a folded block that strips its end', 'value: >-\n\n  a + x\n'],
    ['on the next line of a plain text', 'value: a +\n  b + x'],
    ['on the next line of a quoted text', "value: 'a +\n\n  b + x'"],
    ['after a line break with a carriage return', 'value: "a +\r\n  x"'],
    ['after a tab', "value: 'a\t+ x'"],
  ])('is that of the file: %s', (_how, text) => {
    expect(placeOfX(text)).toBe(truth(text));
  });

  it('right after the text is before the closing quote', () => {
    const read = parseLocatedYaml("value: 'a +'", 'set.yaml');

    expect(read.ok && read.value.locateText?.(['value'], 3)).toMatchObject({ line: 1, column: 12 });
  });

  it('of what is no text is the start of the value', () => {
    const read = parseLocatedYaml('value: { a: 1 }', 'set.yaml');

    expect(read.ok && read.value.locateText?.(['value'], 3)).toMatchObject({ line: 1, column: 8 });
  });
});

describe('a fault of a quoted formula', () => {
  it('stands at the name that is wrong', () => {
    const set = `language: 1
id: quoted
version: 1.0.0
title: 引号
status: draft
year: 2015
window: { from: 2015-01-01, to: 2015-12-31 }
metrics: { a: { label: 甲, type: count } }
indicators:
  one: { label: 甲, points: 100, value: 'rate(a, wrong)', rule: { kind: linear, zeroAt: 0, fullAt: 1 } }
`;
    const read = readWritten({ set, regions: 'regions: { r: { name: 甲 } }' });

    expect(read.ok ? [] : read.error).toEqual([
      expect.objectContaining({ code: 'formula-unknown-name', line: 10, column: 49 }),
    ]);
  });
});
