import { describe, expect, it } from 'vitest';
import { explainScore, scoreYear } from '../../../src/domain/scoring/index.js';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { readTexts, setOf } from '../metrics/read-example.js';

const set = setOf(
  `
language: 1
id: example
version: 1.0.0
title: 示例
status: draft
year: 2024
window: { from: 2024-01-01, to: 2024-12-31 }
departments: { zjj: 省质监局 }
labels: { example: 示例，待省质监局确定 }
indicators:
  a: { label: 甲项, points: 60, marks: {}, lead: zjj }
  b: { label: 乙项, points: 40, marks: {}, lead: zjj, notApplicable: { mayBeGranted: true, redistribute: whole } }
score: { round: 2, source: { kind: example, note: 舍入位数 } }
grading: { source: { kind: unverified, document: 某号文 }, grades: { a: { label: A级, atLeast: 90 }, b: { label: B级 } } }
ranking: { source: { kind: example } }
`,
  'regions: { x: { name: 甲市 }, y: { name: 乙州 } }',
);

const run = (b: string, self = '') =>
  scoreYear(
    set,
    readTexts(set, {
      'a.yaml': `marks: { ${self} department: { zjj: { a: { x: 60, y: 60 }, b: { y: 40${b} } } } }`,
    }),
    sha256,
  );

const ASKED = 'self: { b: { x: { points: 不适用, reason: 当年没有这类企业 } } },';
const GRANTED = ', x: { points: 不适用, reason: 情况属实 }';

/** The derivation of one indicator, in words. */
function wordsOf(scored: ReturnType<typeof run>): string {
  return JSON.stringify(explainScore(set, scored, 'x'));
}

describe('a marked indicator that a region asks to be exempt from', () => {
  it('is pending until the lead department says something', () => {
    const x = run('', ASKED).regions.find(({ id }) => id === 'x');
    expect(x?.indicators['b']?.status).toBe('pending');
    expect(x?.score).toBeNull();
  });

  it('does not apply once the lead grants it, and its points go where the set says', () => {
    const scored = run(GRANTED, ASKED);
    const x = scored.regions.find(({ id }) => id === 'x');
    expect(x?.indicators['b']?.status).toBe('notApplicable');
    expect(x?.score).toBe('100');
    const words = wordsOf(scored);
    expect(words).toContain('甲市申请不适用（理由：当年没有这类企业）');
    expect(words).toContain('省质监局核准不适用（理由：情况属实）');
    expect(words).toContain('经牵头单位核准，不适用');
  });

  it('counts by its mark where the lead marks it all the same', () => {
    const x = run(', x: 40', ASKED).regions.find(({ id }) => id === 'x');
    expect(x?.indicators['b']?.points).toBe('40');
  });

  it('moves the run hash, which who asked and why do not', () => {
    expect(run(GRANTED, ASKED).runHash).not.toBe(run('', ASKED).runHash);
    const other = run(GRANTED.replace('情况属实', '同意'), ASKED);
    expect(other.runHash).toBe(run(GRANTED, ASKED).runHash);
    expect(other.sourceHash).not.toBe(run(GRANTED, ASKED).sourceHash);
  });
});

describe('what the rules of the total rest on', () => {
  it('prints in the derivation of score, rank and grade', () => {
    const words = wordsOf(run(GRANTED));
    expect(words).toContain('只在此处舍入一次）；示例，待省质监局确定：舍入位数');
    expect(words).toContain('由高到低排列，与乙州并列；示例，待省质监局确定');
    expect(words).toContain('A级≥90，B级；待核：某号文');
  });
});
