import { describe, expect, it } from 'vitest';
import { findFindings, readYearData } from '../../../src/domain/metrics/index.js';
import { filesIn, shippedSet, soundData } from './read-example.js';

const set = shippedSet('qinghai-food-2024');
const FOLDER = 'indicators/qinghai-food-2024/data';

function findingsOf(folder: string) {
  return findFindings(soundData(readYearData(filesIn(folder), set)), set);
}

function brief(folder: string): string[] {
  return findingsOf(folder).map(({ level, code, check, region, metric }) =>
    [level, code, check ?? '-', region ?? '-', metric ?? '-'].join(' '),
  );
}

describe("Qinghai's published food sampling", () => {
  it('finds nothing in 2024, whose parts, totals and rates all agree', () => {
    expect(brief(FOLDER)).toEqual([]);
  });

  it('finds nothing in the first half of 2025, where one rate has one decimal only', () => {
    expect(brief(`${FOLDER}/2025-h1`)).toEqual([]);
  });

  it('finds five batches missing from the prefectures of 2023 Q1-Q3', () => {
    const findings = findingsOf(`${FOLDER}/2023-q1-q3`);
    expect(brief(`${FOLDER}/2023-q1-q3`)).toEqual([
      'error data-total-differs total_sampled qinghai sampled',
    ]);
    expect(findings[0]?.facts).toMatchObject({
      sum: '31387',
      total: '31392',
      difference: '5',
      direction: 'short',
    });
  });

  it('finds four printed percentages of 2018 Q3 that do not follow from the counts', () => {
    expect(
      findingsOf(`${FOLDER}/2018-q3`).map(({ code, region, facts }) => ({
        code,
        region,
        stated: facts['stated'],
        computed: facts['computed'],
        rounded: facts['rounded'],
        truncated: facts['truncated'],
      })),
    ).toEqual([
      {
        code: 'data-stated-rate-differs',
        region: 'guoluo',
        stated: '89.8',
        computed: '89.887640',
        rounded: '89.9',
        truncated: 'yes',
      },
      {
        code: 'data-stated-rate-differs',
        region: 'huangnan',
        stated: '90.1',
        computed: '90.747331',
        rounded: '90.7',
        truncated: 'no',
      },
      {
        code: 'data-stated-rate-differs',
        region: 'qinghai',
        stated: '93.1',
        computed: '93.150147',
        rounded: '93.2',
        truncated: 'yes',
      },
      {
        code: 'data-stated-rate-differs',
        region: 'yushu',
        stated: '92.5',
        computed: '92.057762',
        rounded: '92.1',
        truncated: 'no',
      },
    ]);
  });

  it('names the prefecture without sampling and the tiny samples of 2022 H1', () => {
    expect(brief(`${FOLDER}/2022-h1`)).toEqual([
      'error data-missing - huangnan failed',
      'error data-missing - huangnan sampled',
      'error data-sample-absent sample_minimum huangnan sampled',
      'error data-sample-small sample_minimum yushu sampled',
      'warning data-sample-small sample_small guoluo sampled',
      'note data-total-unchecked total_failed qinghai failed',
      'note data-total-unchecked total_sampled qinghai sampled',
    ]);
  });
});
