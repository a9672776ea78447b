import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { locatedDocument } from '../../../src/adapters/yaml/located-document.js';
import { readPlainYaml } from '../../../src/adapters/yaml/read-plain-yaml.js';
import type { Spot } from '../../../src/adapters/yaml/reading.js';
import { placesOf } from '../../../src/adapters/yaml/text-positions.js';
import type { LocatedDocument, Path } from '../../../src/domain/kernel/fault.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'indicators');

const shipped = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(join(ROOT, name), 'utf8')] as const);

/** Every path of a file, with the places of its key and its value. */
function places(document: LocatedDocument, spot: Spot, path: Path = []): readonly unknown[] {
  const own = [path, document.locate(path, 'key'), document.locate(path)];
  return [own, ...[...spot.below].flatMap(([step, one]) => places(document, one, [...path, step]))];
}

/** What the short reader reads, the package reads alike: the same values at the same places. */
function holdAgainstPackage(text: string): 'plain' | 'left to the package' {
  const plain = readPlainYaml(text);
  if (plain === undefined) return 'left to the package';
  const long = parseLocatedYaml(text, 'a.yaml');
  expect(long.ok, `the package refuses what was read of ${JSON.stringify(text)}`).toBe(true);
  if (!long.ok) return 'plain';
  const short = locatedDocument(plain, text, 'a.yaml', placesOf(text, 'a.yaml'));
  expect(short.value, JSON.stringify(text)).toEqual(long.value.value);
  expect(places(short, plain.spot), JSON.stringify(text)).toEqual(places(long.value, plain.spot));
  return 'plain';
}

/** Pieces of files that a person writes, and what goes wrong in them. */
const PIECES = [
  ...[
    '\n',
    '\n  ',
    '\n    ',
    '\n- ',
    '\n  - ',
    '- ',
    ' ',
    '  ',
    '\n\n',
    '\n# 说明\n',
    ' # 说明',
    '#',
  ],
  ...[
    'a:',
    'b: ',
    '键: ',
    'a: 1',
    ' 1',
    'null',
    '~',
    'true',
    '90.00',
    '-1',
    '- ',
    '-',
    'a-b',
    '甲',
  ],
  ...['{ ', ' }', '{}', '[', ']', ', ', ',', ': ', ':', '{ a: 1 }', '[a, b]', '{ a: 1, b: [c] }'],
  ...[
    "'",
    '"',
    "'a'",
    '"b c"',
    "'it''s'",
    "''",
    "'a: b'",
    '"#"',
    '!t',
    '&a',
    '*a',
    '? ',
    '|',
    '>',
    '%',
    '@',
  ],
  ...[
    '12:30',
    'a#b',
    '---',
    '...',
    '\t',
    '\r\n',
    '\\n',
    '，',
    '：',
    '\u3000',
    '\u00a0',
    '<<: ',
    '\u2028',
    'é',
  ],
];

/** A change to a text: something put in, or taken away. */
const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', ...PIECES), fc.nat(6)),
  { minLength: 1, maxLength: 4 },
);

describe('the short reader of YAML', () => {
  it.each(shipped)('reads %s itself, as the package reads it', (name, text) => {
    const isHard = name.endsWith('2022-h1.yaml');
    expect(holdAgainstPackage(text)).toBe(isHard ? 'left to the package' : 'plain');
  });

  it('never reads a text otherwise than the package', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
        holdAgainstPackage(pieces.join(''));
      }),
      { numRuns: 4000 },
    );
  });

  it('never reads a rule file with a slip of the hand otherwise than the package', () => {
    const parts = shipped.flatMap(([, text]) => text.match(/(?:.*\n){1,12}/g) ?? []);
    fc.assert(
      fc.property(fc.constantFrom(...parts), edits, (part, changes) => {
        let text = part;
        for (const [where, piece, left] of changes) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + piece + text.slice(at + left);
        }
        holdAgainstPackage(text);
      }),
      { numRuns: 4000 },
    );
  });
});
