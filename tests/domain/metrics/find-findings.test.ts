import { describe, expect, it } from 'vitest';
import { FINDING_MESSAGES } from '../../../src/messages/findings.js';
import {
  findFindings,
  FINDING_CODES,
  type Finding,
  type FindingCode,
} from '../../../src/domain/metrics/index.js';
import { exampleSet as set } from './example-set.js';
import { readTexts } from './read-example.js';

function find(yaml: string): readonly Finding[] {
  return findFindings(readTexts(set, { 'a.yaml': yaml }), set);
}

/** The findings of one code, each as 「region facts」. */
function facts(code: FindingCode, yaml: string, ...names: string[]): string[] {
  return find(yaml)
    .filter((finding) => finding.code === code)
    .map((finding) =>
      [finding.check, finding.region, ...names.map((name) => finding.facts[name])].join(' '),
    );
}

const all = (row: string) => `xining: ${row}, haidong: ${row}, zone: ${row}`;

describe('regions against the total', () => {
  const total = (sum: number, row = '{ sampled: 100 }') =>
    `metrics: { 2024: { ${all(row)}, qinghai: { sampled: ${String(sum)} } } }`;

  it('agree, are short, or are over', () => {
    const names = ['sum', 'total', 'difference', 'direction'];
    expect(facts('data-total-differs', total(300), ...names)).toEqual([]);
    expect(facts('data-total-differs', total(305), ...names)).toEqual([
      'total qinghai 300 305 5 short',
    ]);
    expect(facts('data-total-differs', total(299), ...names)).toEqual([
      'total qinghai 300 299 1 over',
    ]);
  });

  it('are not compared when one is missing; what does not apply adds nothing', () => {
    const yaml = (zone: string) =>
      `metrics: { 2024: { xining: { sampled: 100 }, haidong: { sampled: 100 }, zone: { sampled: ${zone} }, qinghai: { sampled: 305 } } }`;
    expect(facts('data-total-differs', yaml(''))).toEqual([]);
    expect(facts('data-total-differs', yaml('不适用'))).toEqual([]);
  });
});

describe('parts against their whole', () => {
  it('must sum to it in every row', () => {
    const yaml = `metrics: { 2024: { ${all('{ sampled: 100, passed: 95, failed: 4 }')} } }`;
    expect(facts('data-parts-differ', yaml, 'difference', 'direction')).toEqual([
      'parts haidong 1 short',
      'parts xining 1 short',
      'parts zone 1 short',
    ]);
    expect(
      facts('data-parts-differ', 'metrics: { 2024: { xining: { sampled: 100, passed: 9 } } }'),
    ).toEqual([]);
  });
});

describe('a stated rate', () => {
  const stated = (rate: string, passed = 9477, sampled = 10000) =>
    `metrics: { 2024: { xining: { sampled: ${String(sampled)}, passed: ${String(passed)}, stated: ${rate} } } }`;

  it('agrees as far as its decimals go', () => {
    expect(facts('data-stated-rate-differs', stated('94.77'))).toEqual([]);
    expect(facts('data-stated-rate-differs', stated('94.8'))).toEqual([]);
    expect(facts('data-stated-rate-differs', stated('95'))).toEqual([]);
    expect(facts('data-stated-rate-differs', stated('94.770'))).toEqual([]);
  });

  it('that differs tells what was computed, and whether its tail was cut off', () => {
    const names = ['stated', 'computed', 'rounded', 'truncated'];
    expect(facts('data-stated-rate-differs', stated('94.7'), ...names)).toEqual([
      'rate xining 94.7 94.770000 94.8 yes',
    ]);
    expect(facts('data-stated-rate-differs', stated('94.9'), ...names)).toEqual([
      'rate xining 94.9 94.770000 94.8 no',
    ]);
  });

  it('may differ by the tolerance where the set gives one', () => {
    expect(facts('data-stated-rate-differs', stated('95.27'))).toEqual(['rate xining']);
    expect(facts('data-stated-rate-differs', stated('95.28'))).toEqual([
      'rate xining',
      'rate_loose xining',
    ]);
  });

  it('of nothing has no counts to follow from', () => {
    expect(facts('data-stated-rate-without-counts', stated('100', 0, 0), 'stated')).toEqual([
      'rate xining 100',
      'rate_loose xining 100',
    ]);
  });
});

describe('a sample', () => {
  it.each([
    ['29', 'least xining 29 30'],
    ['30', 'small xining 30 100'],
    ['99', 'small xining 99 100'],
    ['0', 'least xining 0 30'],
  ])('of %s is told once, by the gravest line that it misses', (sample, finding) => {
    const yaml = `metrics: { 2024: { xining: { sampled: ${sample} } } }`;
    expect(facts('data-sample-small', yaml, 'sample', 'atLeast')).toEqual([finding]);
  });

  it('of 100 is enough, and none at all is found', () => {
    const yaml = 'metrics: { 2024: { xining: { sampled: 100 }, zone: { works: 3 } } }';
    expect(facts('data-sample-small', yaml)).toEqual([]);
    expect(facts('data-sample-absent', yaml)).toEqual(['least haidong', 'least zone']);
  });
});

describe('a jump', () => {
  const jump = (now: string, before: string, region = 'xining') =>
    `metrics: { 2024: { xining: { sampled: ${now} }, zone: { sampled: ${now} } }, 2023: { ${region}: { sampled: ${before} } } }`;

  it('is a change beyond the percentage, up or down', () => {
    const names = ['direction', 'change', 'changePercent'];
    expect(facts('data-jump', jump('150', '100'), ...names)).toEqual([]);
    expect(facts('data-jump', jump('151', '100'), ...names)).toEqual(['jump xining up 51 51.00']);
    expect(facts('data-jump', jump('49', '100'), ...names)).toEqual(['jump xining down 51 51.00']);
    expect(facts('data-jump', jump('1', '0'), ...names)).toEqual(['jump xining up 1 ']);
  });

  it('follows a region that was renamed', () => {
    expect(facts('data-jump', jump('300', '100', 'old_zone'), 'previous')).toEqual([
      'jump zone 100',
    ]);
  });
});

describe('a relation', () => {
  it('must hold in every row where its numbers are there', () => {
    const yaml =
      'metrics: { 2024: { xining: { sampled: 100, passed: 101 }, haidong: { passed: 5 } } }';
    expect(facts('data-relation-broken', yaml, 'numbers')).toEqual([
      'within xining 合格批次 101，抽检批次 100',
    ]);
  });
});

describe('what a score needs', () => {
  it('and a region lacks is an error when the set refuses, else a note on what it does', () => {
    const missing = find('metrics: { 2024: { xining: { sampled: 100, passed: 99, plan: full } } }')
      .filter(({ code, region }) => code === 'data-missing' && region === 'xining')
      .map(({ level, metric, facts: { policy, missingPeriod } }) => [
        level,
        metric,
        policy,
        missingPeriod,
      ]);
    expect(missing).toEqual([
      ['error', 'works', 'refuse', '2024'],
      ['note', 'spending', 'lastYear', '2024'],
      ['note', 'spending', 'lastYear', '2023'],
    ]);
  });

  it('and is asked to be not applicable is an error until it is granted', () => {
    const yaml = 'metrics: { 2024: { xining: { works: 不适用, stated: / } } }';
    const asked = find(yaml).filter(({ code }) => code === 'data-not-applicable-pending');
    expect(asked.map(({ level, metric }) => [level, metric])).toEqual([
      ['error', 'works'],
      ['note', 'stated'],
    ]);
  });
});

describe('further findings', () => {
  it('are a published statistic without source and a target below the minimum', () => {
    const yaml =
      'metrics: { 2024: { xining: { index: 80 } } }\ntargets: { xining: { pass_rate: 89 }, zone: { pass_rate: 90 } }';
    expect(facts('data-published-without-source', yaml)).toEqual([' xining']);
    expect(facts('data-published-without-source', `source: 公报\n${yaml}`)).toEqual([]);
    expect(facts('data-target-below-minimum', yaml, 'target', 'atLeast')).toEqual([
      ' xining 89 90',
    ]);
  });

  it('name what a published statistic does not say of its publication', () => {
    const yaml = (said: string) =>
      `metrics: { 2024: { xining: { index: { value: 80, ${said} } } } }`;
    const missing = (said: string) => facts('data-published-without-source', yaml(said), 'missing');
    expect(missing('issuer: 国家统计局')).toEqual([' xining document date']);
    expect(missing('issuer: 国家统计局, document: 公报, date: 2025-03-01, sample: 1200')).toEqual(
      [],
    );
  });

  it('are one matter registered under two kinds that both give points', () => {
    const event = (id: string, kind: string, matter: string) =>
      `{ id: ${id}, kind: ${kind}, level: provincial, matter: ${matter}, occurred: 2024-05-01, regions: [xining] }`;
    const events = (other: string) =>
      `metrics: { 2024: { xining: { works: 1 } } }\nevents: [${event('e1', 'award', '示范区')}, ${event('e2', 'city', other)}]`;
    expect(facts('data-matter-in-two-kinds', events('示范区'), 'matter', 'kinds')).toEqual([
      ' xining 示范区 质量奖、质量强市',
    ]);
    expect(facts('data-matter-in-two-kinds', events('另一件'))).toEqual([]);
  });

  it('are two events of one kind, level and day, which may be one that two offices wrote down', () => {
    const event = (id: string, rest: string) =>
      `{ id: ${id}, kind: award, level: provincial, regions: [xining], ${rest} }`;
    const events = (rest: string) =>
      `metrics: { 2024: { xining: { works: 1 } } }\nevents: [${event('e1', 'occurred: 2024-05-01')}, ${event('e2', rest)}]`;
    const twins = (rest: string) => facts('data-event-perhaps-twice', events(rest), 'ids');
    expect(twins('occurred: 2024-05-01')).toEqual([' xining e1、e2']);
    expect(twins('occurred: 2024-05-02')).toEqual([]);
    expect(twins('occurred: 2024-05-01, matter: e1')).toEqual([]);
  });

  it('are an event for which nobody named a document', () => {
    const events = (rest: string) =>
      `metrics: { 2024: { xining: { works: 1 } } }\nevents: [{ id: e1, kind: award, level: provincial, regions: [xining]${rest} }]`;
    expect(facts('data-event-without-document', events(''), 'id')).toEqual([' xining e1']);
    expect(facts('data-event-without-document', events(', document: 证书'))).toEqual([]);
  });

  it('are 不适用 asked for a marked indicator, until the lead grants it or marks all the same', () => {
    const yaml = (department: string) =>
      `metrics: { 2024: { xining: { works: 1 } } }\nmarks: { self: { meeting: { xining: { points: 不适用, reason: 无成员单位 } } }${department} }`;
    const asked = (department: string) =>
      facts('data-not-applicable-pending', yaml(department), 'indicators', 'reason');
    expect(asked('')).toEqual([' xining 联席会议 无成员单位']);
    expect(
      asked(', department: { zjj: { meeting: { xining: { points: 不适用, reason: 属实 } } } }'),
    ).toEqual([]);
    expect(asked(', department: { zjj: { meeting: { xining: 10 } } }')).toEqual([]);
  });

  it('are values of a metric that the set dropped', () => {
    const yaml = 'metrics: { 2024: { xining: { dropped: 1, works: 1 }, zone: { dropped: 2 } } }';
    expect(facts('data-metric-dropped', yaml, 'count')).toEqual([
      ' undefined 2'.replace('undefined', ''),
    ]);
  });

  it('each have a sentence without holes', () => {
    const yaml = `metrics: { 2024: { xining: { sampled: 20, passed: 21, failed: 1, stated: 94.7, index: 80, works: 不适用, dropped: 1 }, haidong: { sampled: 0, passed: 0, stated: 100 }, zone: { works: 1, sampled: 300, passed: 284, stated: 94.6 }, qinghai: { sampled: 321 } }, 2023: { xining: { sampled: 100 } } }
targets: { xining: { pass_rate: 89 } }
events: [{ id: e1, kind: award, level: provincial, matter: 示范区, regions: [zone] }, { id: e2, kind: city, matter: 示范区, regions: [zone] }, { id: e3, kind: award, level: provincial, occurred: 2024-05-01, regions: [zone] }, { id: e4, kind: award, level: provincial, occurred: 2024-05-01, regions: [zone] }]`;
    const found = find(yaml);
    for (const { code, facts: said } of found) {
      const sentence = FINDING_MESSAGES[code as FindingCode](said);
      expect(sentence).toMatch(/。$/u);
      expect(sentence).not.toMatch(/undefined|「」| {2}|（）/u);
    }
    const told = new Set(found.map(({ code }) => code));
    expect(FINDING_CODES.filter((code) => !told.has(code))).toEqual([
      'data-total-unchecked',
      'data-sample-absent',
      // Stands in forms alone: self-reported-events.test.ts.
      'data-event-self-reported',
    ]);
  });
});
