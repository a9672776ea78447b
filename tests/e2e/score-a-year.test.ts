import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreResultSchema, type ScoreResult } from '../../src/domain/scoring/result.schema.js';
import { copySet, kaoheng, withFolder } from './run.js';

const FOOD = 'qinghai-food-2024';

async function scoreJson(...argv: readonly string[]): Promise<ScoreResult> {
  const { exit, out } = await kaoheng('score', ...argv, '--format', 'json');
  expect(exit).toBe(0);
  return scoreResultSchema.parse(JSON.parse(out));
}

describe('an assessor scores the published food sampling of 2024', () => {
  it('recomputes every pass rate from the counts and ranks by the printed total', async () => {
    const result = await scoreJson(FOOD);
    expect(
      result.regions.map(({ rank, name, score }) => `${String(rank)} ${name} ${score ?? ''}`),
    ).toEqual([
      '1 海东市 98.95',
      '2 黄南州 98.75',
      '3 海西州 98.72',
      '4 玉树州 98.65',
      '5 果洛州 98.48',
      '6 海北州 98.16',
      '7 西宁市 97.74',
      '8 海南州 95.38',
    ]);
    // The prefectures add up to the province: 42,628 and 875, and nothing is found.
    expect(result.findings).toEqual([]);
  });

  it('keeps the exact value beside the printed one', async () => {
    const { regions } = await scoreJson(FOOD);
    const xining = regions.find((region) => region.code === '630100');
    // (16092-364)/16092*100 to thirty digits
    expect(xining?.indicators['pass_rate']).toEqual({
      value: '97.7380064628386776037782749192',
      points: '97.7380064628386776037782749192',
      fullPoints: '100',
      selfPoints: null,
      status: 'scored',
    });
  });

  it('gives the year one run hash, from YAML or from CSV, in whatever order', async () => {
    const yaml = await scoreJson(FOOD);
    const csv = await scoreJson(FOOD, '--data', 'tests/fixtures/qinghai-food-2024');
    expect(csv.runHash).toBe(yaml.runHash);
    await withFolder(async (folder) => {
      const set = await copySet(FOOD, folder, (file, text) =>
        file === 'data/2024.yaml'
          ? text.replace(/( {4}qinghai:.*\n)([\s\S]*)$/, (_, total: string, rest: string) =>
              [...rest.trimEnd().split('\n').reverse(), total.trimEnd()].join('\n'),
            )
          : text,
      );
      expect((await scoreJson(set)).runHash).toBe(yaml.runHash);
    });
  });

  it('keeps the run hash when a word is mended, and changes it with a number', async () => {
    const before = await scoreJson(FOOD);
    await withFolder(async (folder) => {
      const word = await copySet(FOOD, join(folder, 'a'), (file, text) =>
        file === 'set.yaml' ? text.replace('label: 抽检批次', 'label: 监督抽检批次') : text,
      );
      const mended = await scoreJson(word);
      expect(mended.runHash).toBe(before.runHash);
      expect(mended.set.digest).not.toBe(before.set.digest);
      const number = await copySet(FOOD, join(folder, 'b'), (file, text) =>
        file === 'data/2024.yaml' ? text.replace('failed: 364', 'failed: 365') : text,
      );
      expect((await scoreJson(number)).runHash).not.toBe(before.runHash);
    });
  });

  it('says the same of a table, a CSV and a file', async () => {
    const table = await kaoheng('score', FOOD);
    expect(table.out).toContain('演示：数据为真实公布数据，结果由本软件计算，非正式考核结果');
    expect(table.out).toMatch(/│ +1 │ 海东市 │ 98\.95 │/);
    const csv = await kaoheng('score', FOOD, '--format', 'csv');
    expect(csv.out.split('\r\n')[1]).toMatch(/^1,海东市,630200,haidong,第一组,1,98\.95,98\.9547/);
    await withFolder(async (folder) => {
      const file = join(folder, 'deep', 'result.csv');
      const written = await kaoheng('score', FOOD, '--format', 'csv', '--out', file);
      expect(written.out).toBe('');
      expect(await readFile(file, 'utf8')).toBe(`\ufeff${csv.out}`);
    });
  });
});

describe('the other published years say what is wrong with them', () => {
  const findings = async (period: string) =>
    (await scoreJson(FOOD, '--data', `indicators/${FOOD}/data/${period}`)).findings;

  it('2023 Q1–Q3: the prefectures are five batches short of the province', async () => {
    const found = await findings('2023-q1-q3');
    expect(found.map((one) => one.code)).toEqual(['data-total-differs']);
    expect(found[0]?.message).toContain('31387 批次，比青海省合计 31392 批次少 5 批次');
  });

  it('2018 Q3: printed rates that do not follow from their counts', async () => {
    const found = await findings('2018-q3');
    expect(found.map((one) => one.region).sort()).toEqual([
      'guoluo',
      'huangnan',
      'qinghai',
      'yushu',
    ]);
    expect(found.find((one) => one.region === 'guoluo')?.message).toContain('截去尾数');
  });

  it('2022 H1: neither nought nor a hundred comes out silently', async () => {
    const result = await scoreJson(FOOD, '--data', `indicators/${FOOD}/data/2022-h1`);
    const of = (id: string) => result.regions.find((region) => region.id === id);
    expect(of('huangnan')).toMatchObject({ score: null, rank: null });
    expect(of('yushu')).toMatchObject({ score: null, rank: null });
    expect(of('huangnan')?.indicators['pass_rate']?.status).toBe('missing');
    const about = (id: string) => result.findings.filter((one) => one.region === id);
    expect(about('huangnan').map((one) => one.level)).toContain('error');
    expect(about('yushu')[0]?.message).toContain('只有 16 批次，少于 30 批次');
    // 果洛 has 30 batches without a fault: it scores, and the page says how little that means.
    expect(of('guoluo')?.score).toBe('100');
    expect(about('guoluo')[0]).toMatchObject({ level: 'warning', code: 'data-sample-small' });
  });
});

describe('the sample year of task (十四)', () => {
  it('has its bonus, its penalty, its veto and its downgrade', async () => {
    const { regions } = await scoreJson('qinghai-2015');
    const of = (id: string) => regions.find((region) => region.id === id);
    expect(of('haidong')).toMatchObject({ gradeBeforeVeto: 'b', grade: 'd', rank: 3 });
    expect(of('haixi')).toMatchObject({ gradeBeforeVeto: 'a', grade: 'b' });
    expect(of('xining')).toMatchObject({ bonus: '1.5', grade: 'a', rank: 1 });
    expect(of('haibei')).toMatchObject({ penalty: '1.5' });
    const scored = regions.flatMap((region) =>
      Object.values(region.indicators).filter((one) => one.status === 'scored'),
    );
    expect(scored.every((one) => one.selfPoints !== null)).toBe(true);
  });

  it('adds up: leaves to blocks, blocks to the total before events', async () => {
    const { regions } = await scoreJson('qinghai-2015');
    for (const region of regions) {
      const sum = Object.values(region.indicators).reduce(
        (total, one) => total + Math.round(Number(one.points) * 1e9),
        0,
      );
      expect(sum / 1e9).toBeCloseTo(Number(region.baseScore), 6);
    }
  });
});
