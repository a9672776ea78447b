import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { YAML_FAULT_CODES, YAML_FAULTS } from '../../../src/messages/yaml-faults.js';

function read(text: string): unknown {
  const result = parseLocatedYaml(text, 'a.yaml');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return JSON.parse(JSON.stringify(result.value.value));
}

function faultsOf(text: string): string[] {
  const result = parseLocatedYaml(text, 'a.yaml');
  if (result.ok) return [];
  return result.error.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('a YAML file', () => {
  it('keeps every number as the text that was written', () => {
    expect(read('a: 90.00\nb: 0x1F\nc: 1e3\nd: 2024-01-01\ne: 007')).toEqual({
      a: '90.00',
      b: '0x1F',
      c: '1e3',
      d: '2024-01-01',
      e: '007',
    });
  });

  it('knows true, false and nothing only when they stand without quotes', () => {
    expect(read('a: true\nb: false\nc: null\nd: ~\ne:\nf: "true"\ng: \'\'\nh: True')).toEqual({
      a: true,
      b: false,
      c: null,
      d: null,
      e: null,
      f: 'true',
      g: '',
      h: 'True',
    });
  });

  it('reads the same with a byte order mark, with CRLF and with LF', () => {
    const lines = ['period: 2024', 'regions:', '  - 西宁市', '  - 海东市'];
    expect(read(`\ufeff${lines.join('\r\n')}\r\n`)).toEqual(read(lines.join('\n')));
  });

  it('tells where a key and a value stand, and the nearest parent of what is not there', () => {
    const result = parseLocatedYaml('\ufeff# 一\r\na:\r\n  b: [1, 2]\r\n', 'a.yaml');
    if (!result.ok) throw new Error('refused');
    const at = (path: (string | number)[], part?: 'key' | 'value') => {
      const { file, line, column } = result.value.locate(path, part);
      return [file, line, column];
    };
    expect(at(['a'], 'key')).toEqual(['a.yaml', 2, 1]);
    expect(at(['a', 'b'], 'key')).toEqual(['a.yaml', 3, 3]);
    expect(at(['a', 'b'])).toEqual(['a.yaml', 3, 6]);
    expect(at(['a', 'b', 1])).toEqual(['a.yaml', 3, 10]);
    expect(at(['a', 'x'])).toEqual(['a.yaml', 2, 1]);
    expect(at([])).toEqual(['a.yaml', 2, 1]);
  });

  it.each([
    ['', 'yaml-empty 1:1'],
    ['# 只有注释', 'yaml-empty 1:1'],
    ['a:\n\tb: 1', 'yaml-tab 2:1'],
    ['a:\t1', 'yaml-tab 1:3'],
    ['%YAML 1.2\n---\na: 1', 'yaml-directive 1:1'],
    ['a: 1\n---\nb: 2', 'yaml-several-documents 2:1'],
    ['a: !!int 5', 'yaml-tag 1:4'],
    ['a: ! 5', 'yaml-tag 1:4'],
    ['a: &x 1', 'yaml-anchor 1:4'],
    ['a: 1\nb: *a', 'yaml-alias 2:4'],
    ['<<: {a: 1}', 'yaml-merge-key 1:1'],
    ['a: 1\n"a": 2', 'yaml-duplicate-key 2:1'],
    ['? [a]\n: 1', 'yaml-complex-key 1:3'],
    [': 1', 'yaml-empty-key 1:1'],
    ['__proto__: {x: 1}', 'yaml-reserved-key 1:1'],
    ['constructor: 1', 'yaml-reserved-key 1:1'],
    ['a: [1, 2\nb: 3', 'yaml-indentation 2:1'],
    ['"abc', 'yaml-missing-character 1:5'],
    ['a: "\\q"', 'yaml-bad-escape 1:5'],
    ['a: @x', 'yaml-bad-start 1:4'],
    ['a: 1 b: 2', 'yaml-nested-on-one-line 1:4'],
    ['period： 2024\nb: 2', 'yaml-fullwidth-colon 1:7'],
    ['k: }', 'yaml-unexpected 1:4'],
    ['a: "\\0"', 'yaml-control-character 1:4'],
    ['a: x\u0007', 'yaml-control-character 1:5'],
    ['a: x\u202ey', 'yaml-control-character 1:5'],
    ['a: 1\rb: 2', 'yaml-control-character 1:5'],
  ])('refuses %j', (text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it('tells all faults of a file at once', () => {
    expect(faultsOf('a: &x 1\nb: *x\nb: 2\nc: !t 3\n\td: 4')).toEqual(
      expect.arrayContaining([
        'yaml-anchor 1:4',
        'yaml-alias 2:4',
        'yaml-duplicate-key 3:1',
        'yaml-tag 4:4',
        'yaml-tab 5:1',
      ]),
    );
  });

  it('names two hundred faults and counts the rest', () => {
    const text = Array.from({ length: 300 }, (_, line) => `k${line}: &a 1`).join('\n');
    const result = parseLocatedYaml(text, 'a.yaml');
    expect(result.ok ? [] : result.error).toHaveLength(201);
    expect(result.ok ? undefined : result.error.at(-1)?.facts).toEqual({ count: '100' });
  });

  it('accepts 64 levels and refuses 65, in brackets and in indentation', () => {
    const flow = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`;
    const block = (depth: number) =>
      Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    expect(faultsOf(flow(63))).toEqual([]);
    expect(faultsOf(block(64))).toEqual([]);
    expect(faultsOf(flow(65))[0]).toMatch(/^yaml-too-deep/);
    expect(faultsOf(block(66))[0]).toMatch(/^yaml-too-deep/);
  });

  it.each([
    ['opening brackets', '['.repeat(1e5)],
    ['list dashes', '- '.repeat(1e5)],
    ['question marks', '? '.repeat(1e5)],
    ['quotation marks', '"'.repeat(1e5)],
    ['anchors', '&a '.repeat(1e5)],
    ['keys on one line', 'a: '.repeat(1e5)],
    ['different keys', Array.from({ length: 2e4 }, (_, key) => `k${key}: 1`).join('\n')],
    ['list items on one line', `[${'1,'.repeat(5e4)}]`],
    ['full-width colons', 'a：\n'.repeat(1e5)],
    ['more than two megabytes', `a: ${'x'.repeat(3e6)}`],
  ])('survives a flood of %s', (_, text) => {
    const start = performance.now();
    parseLocatedYaml(text, 'a.yaml');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '\n',
        '  ',
        '\t',
        '&a',
        '*a',
        '!t',
        '? ',
        '|',
        '>',
      ],
      ...[
        '#',
        ',',
        '---',
        '...',
        '%',
        '<<',
        '：',
        '\r',
        '\0',
        '@',
        '1',
        '不适用',
        '\ufeff',
        '\ud800',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.string(), (texts, text) => {
        parseLocatedYaml(texts.join('') + text, 'a.yaml');
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['set.yaml', 'regions.yaml', 'data/2024.yaml', 'tests/pass-rate.yaml'])(
    'reads the example set: %s',
    (file) => {
      const text = readFileSync(`indicators/qinghai-food-2024/${file}`, 'utf8');
      expect(faultsOf(text)).toEqual([]);
    },
  );

  it('has words for every fault', () => {
    for (const code of YAML_FAULT_CODES) {
      const { what, todo } = YAML_FAULTS[code]({});
      expect(what).not.toBe('');
      expect(todo).not.toBe('');
    }
  });
});
