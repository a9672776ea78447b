import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { readSet } from '../../../src/domain/indicators/index.js';
import { compareFaults, type LocatedDocument } from '../../../src/domain/kernel/fault.js';
import { faultMessage } from '../../../src/messages/index.js';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';

const parser = await loadFormulaParser();

/** What a careless or a malicious hand might write somewhere. */
const JUNK = [
  ...['', '~', '-1', '0', '1e299', '-1e-299', '1.2.3', '9'.repeat(50), 'true', '[]', '{}', '[{}]'],
  ...['pass', 'failed', 'target(output)', 'previous(passed)', 'growth(', "'a,b'", '青海', 'a <= b'],
  ...['{ remove: true }', '{ kind: bands }', '{ a: { b: { c: 1 } } }', '2015-02-30', 'constructor'],
];

/** A word of a text and where it begins. */
interface Word {
  readonly at: number;
  readonly word: string;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\w.]+/g)].map((found) => ({ at: found.index, word: found[0] }));
}

const SET_WORDS = wordsOf(SOUND_SET);
const REGION_WORDS = wordsOf(SOUND_REGIONS);

/** A text in which some words are others. */
function spoilt(text: string, words: readonly Word[]): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.nat(words.length - 1),
    fc.oneof(fc.constantFrom(...JUNK), fc.constantFrom(...words.map(({ word }) => word))),
  );
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes
      .toSorted(([a], [b]) => b - a)
      .reduce((spoiling, [index, junk]) => {
        const { at, word } = words[index] ?? { at: 0, word: '' };
        return spoiling.slice(0, at) + junk + spoiling.slice(at + word.length);
      }, text),
  );
}

function documentOf(text: string, file: string): LocatedDocument | undefined {
  const read = parseLocatedYaml(text, file);
  return read.ok ? read.value : undefined;
}

describe('whatever stands in the files', () => {
  it('reading tells all faults in order, each in words and in its file, and never throws', () => {
    fc.assert(
      fc.property(
        spoilt(SOUND_SET, SET_WORDS),
        fc.oneof(fc.constant(SOUND_REGIONS), spoilt(SOUND_REGIONS, REGION_WORDS)),
        fc.boolean(),
        (setText, regionsText, isBase) => {
          const set = documentOf(setText, 'set.yaml');
          const regions = documentOf(regionsText, 'regions.yaml');
          const sound = documentOf(SOUND_SET, 'base.yaml');
          fc.pre(set !== undefined && regions !== undefined && sound !== undefined);
          const base = isBase ? { set: sound, regions, base: undefined } : undefined;
          const read = readSet({ set, regions, base }, parser);
          if (read.ok) return;

          expect(read.error.length).toBeGreaterThan(0);
          expect(read.error).toEqual(read.error.toSorted(compareFaults));
          for (const fault of read.error) {
            const lines = { 'set.yaml': setText, 'regions.yaml': regionsText }[fault.file];
            const line = (lines ?? SOUND_SET).split('\n')[fault.line - 1] ?? '';
            expect(fault.column).toBeGreaterThan(0);
            expect(fault.column).toBeLessThanOrEqual(line.length + 1);
            expect(faultMessage(fault).todo).not.toMatch(/undefined|\[object/);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
