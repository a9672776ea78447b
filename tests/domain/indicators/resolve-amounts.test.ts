import { describe, expect, test } from 'vitest';
import { SOUND_REGIONS, SOUND_SET } from './sound-set.js';
import { faultsOf, soundSet } from './written-set.js';

/** The rule of the pass rate once `minus` is written in some way. */
function minusOf(minus: string, parameter: string): string | undefined {
  const set = SOUND_SET.replace('minus: 1 }', `minus: ${minus} }`).replace(
    '  dated:',
    `  k: ${parameter}\n  dated:`,
  );
  const node = soundSet({ set, regions: SOUND_REGIONS }).set.nodes.get('pass');
  return node?.kind === 'indicator' && node.rule?.kind === 'target' ? node.rule.minus : undefined;
}

describe('a rule names a parameter for what a percentage point costs', () => {
  test('and takes its value, as the number would have been', () => {
    expect(minusOf('k', '{ label: 每低1个百分点扣的分, value: 1.5 }')).toBe('1.5');
    expect(minusOf('1.5', '{ label: 每低1个百分点扣的分, value: 9 }')).toBe('1.5');
  });

  test('by what is in force on the last day of the assessment year', () => {
    const dated = (from: string) =>
      `{ label: 每低1个百分点扣的分, value: 1, values: [{ from: 2014-01-01, value: 2 }, { from: ${from}, value: 3 }] }`;
    expect(minusOf('k', dated('2015-12-31'))).toBe('3');
    expect(minusOf('k', dated('2016-01-01'))).toBe('2');
  });

  test('whose value is held against the rule like a number', () => {
    const set = SOUND_SET.replace('minus: 1 }', 'minus: k }').replace(
      '  dated:',
      '  k: { label: 扣分, value: -1 }\n  dated:',
    );
    expect(faultsOf({ set, regions: SOUND_REGIONS }).map((fault) => fault.code)).toEqual([
      'rule-not-positive',
    ]);
  });
});
