import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { copySet, kaoheng, withFolder } from './run.js';

describe('an office starts a set of its own', () => {
  it('init gives a set that validates, tests, scores and prints at once', async () => {
    await withFolder(async (folder) => {
      const here = process.cwd();
      process.chdir(folder);
      try {
        expect((await kaoheng('init', 'my-city-2025')).exit).toBe(0);
        expect((await kaoheng('validate', 'my-city-2025')).out).toContain(
          'my-city-2025 0.1.0 可用',
        );
        const tested = await kaoheng('test', 'my-city-2025');
        expect(tested.exit).toBe(0);
        expect(tested.out).toMatch(/21个测试，21个通过，0个不通过；(\d+)处界限，\1处两侧都测到/);
        expect((await kaoheng('score', 'my-city-2025')).out).toContain('示例东区');
        const printed = await kaoheng(
          'report',
          'my-city-2025',
          '--template',
          'result-notice',
          '--out',
          'out/notice.pdf',
        );
        expect(printed.said).toContain('已打印 out/notice.pdf');
        expect(printed.exit).toBe(0);
        const pdf = new Uint8Array(await readFile('out/notice.pdf'));
        const { text } = await extractText(pdf, { mergePages: true });
        expect(text.replaceAll(/\s/g, '')).toContain('示例数据，非真实考核结果');
        const again = await kaoheng('init', 'my-city-2025');
        expect(again.exit).toBe(2);
        expect(again.said).toContain('已经有了，没有改动');
      } finally {
        process.chdir(here);
      }
    });
  }, 60_000);

  it('every fault of a set comes at once, each at its place, with what to do', async () => {
    await withFolder(async (folder) => {
      const set = await copySet('qinghai-food-2024', folder, (file, text) =>
        file === 'set.yaml'
          ? text
              .replace(
                'value: rate(sampled - failed, sampled)',
                'value: rate(sampeld - failed, sampled)',
              )
              .replace('lead: market', 'lead: markett')
              .replace('ranking: { ties: competition }', 'ranking: { tie: competition }')
          : text,
      );
      const { exit, out, said } = await kaoheng('validate', set);
      expect(exit).toBe(1);
      expect(out).toBe('');
      const lines = said.split('\n').filter((line) => line.startsWith(set));
      expect(lines).toHaveLength(3);
      expect(lines[0]).toMatch(/set\.yaml:\d+:17 formula-unknown-name .*sampeld/);
      expect(lines[1]).toMatch(/set\.yaml:\d+:11 node-department-unknown .*markett/);
      expect(lines[2]).toMatch(/set\.yaml:\d+:12 set-unknown-key .*tie/);
      expect(said).toContain('是不是“sampled”');
      expect(said).toContain('是不是「market」');
      expect(said).toContain('是不是「ties」');
      expect(said).toContain('共 3 处错误');
    });
  });

  it('a test that fails says what was expected and what came out', async () => {
    await withFolder(async (folder) => {
      const set = await copySet('_starter', folder, (file, text) =>
        file === 'tests/points.yaml' ? text.replace('points: 38 }', 'points: 37 }') : text,
      );
      const { exit, said } = await kaoheng('test', set);
      expect(exit).toBe(1);
      expect(said).toMatch(/points\.yaml:\d+:\d+ 不通过：合格率94%，低1个百分点，扣2分/);
      expect(said).toContain('得分：应为 37，实为 38');
    });
  });

  it('untested edges are named, suggested, and errors once the set is issued', async () => {
    await withFolder(async (folder) => {
      const without = (file: string, text: string): string =>
        file === 'tests/points.yaml'
          ? text
              .replace(/ {2}- name: 正好80是B级[\s\S]*?(?= {2}- name: 79)/, '')
              .replace(/ {2}- name: 89\.99是B级[\s\S]*?(?= {2}- name: 正| {2}- name: 79)/, '')
              .replace(/ {2}- name: 合格率75%[\s\S]*?(?= {2}- name: 只抽)/, '')
          : text;
      const draft = await copySet('_starter', folder, without);
      const before = await kaoheng('test', draft);
      expect(before.exit).toBe(0);
      expect(before.said).toContain('产品质量监督抽查合格率：扣到底：缺达到的一侧');
      const suggested = await kaoheng('test', draft, '--suggest');
      expect(suggested.said).toContain('请对照文件逐条核对');
      expect(await readFile(join(draft, 'tests', 'suggested.yaml'), 'utf8')).toContain(
        '建议，请核对',
      );
      const after = await kaoheng('test', draft);
      expect(after.exit).toBe(0);
      expect(after.out).toMatch(/(\d+)处界限，\1处两侧都测到/);

      const issued = await copySet('_starter', join(folder, 'issued'), (file, text) =>
        file === 'set.yaml'
          ? text.replace(
              /status: draft.*/,
              'status: issued\nissued: { document: 示例〔2025〕1号, date: 2025-01-10 }',
            )
          : without(file, text),
      );
      const refused = await kaoheng('test', issued);
      expect(refused.exit).toBe(1);
      expect(refused.said).toContain('[错误]');
    });
  });

  it('a change of the rules shows every region before and after', async () => {
    await withFolder(async (folder) => {
      const same = await kaoheng('diff', 'qinghai-2015', 'qinghai-2015');
      expect(same.out).toContain('没有任何变动');
      const changed = await copySet('_starter', folder, (file, text) =>
        file === 'set.yaml' ? text.replace('minus: 2, per: 1', 'minus: 4, per: 1') : text,
      );
      const { out } = await kaoheng('diff', 'indicators/_starter', changed);
      expect(out).toMatch(/示例西区 │ +86\.00 │ +81\.00 │ +-5 │/);
      expect(out).toContain('示例西区　产品质量监督抽查合格率：35 → 30');
    });
  });
});
