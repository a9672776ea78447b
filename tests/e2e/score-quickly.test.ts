import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScoreArguments } from '../../src/cli/score-arguments.js';
import { scoreQuickly } from '../../src/main-score.js';
import { catching, copySet, kaoheng, withFolder, type Outcome } from './run.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Runs the small program; nothing where it leaves the work to the whole one. */
async function quickly(...argv: readonly string[]): Promise<Outcome | undefined> {
  const { terminal, caught } = catching();
  const exit = await scoreQuickly(argv, ROOT, terminal);
  if (exit !== undefined) return { exit, ...caught() };
  expect(caught(), 'nothing is said before the whole program runs').toEqual({ out: '', said: '' });
  return undefined;
}

describe('the small program that only scores', () => {
  it.each([
    [['indicators/qinghai-2015', '--format', 'json']],
    [['qinghai-2015', '--format', 'csv']],
    [['qinghai-county-2015', '--format', 'json']],
    [['variety-1000', '--format', 'json']],
    [
      [
        'qinghai-food-2024',
        '--data',
        'indicators/qinghai-food-2024/data/2018-q3',
        '--format',
        'json',
      ],
    ],
    [['qinghai-food-2024', '--period', '1999', '--format', 'json']],
    [['no-such-set', '--format', 'json']],
    [['qinghai-2015', '--data', 'no-such-folder', '--format', 'json']],
    [['tests/http/broken-shelf/broken', '--format', 'json']],
  ])('says what the whole program says: score %j', async (argv) => {
    const whole = await kaoheng('score', ...argv);
    expect(await quickly('score', ...argv)).toEqual(whole);
  });

  it('writes the same file', async () => {
    await withFolder(async (folder) => {
      const [one, other] = [join(folder, 'a.csv'), join(folder, 'b.csv')];
      await quickly('score', 'qinghai-2015', '--format', 'csv', '--out', one);
      await kaoheng('score', 'qinghai-2015', '--format', 'csv', '--out', other);
      expect(await readFile(one, 'utf8')).toBe(await readFile(other, 'utf8'));
    });
  });

  it('leaves files that need a package to the whole program', async () => {
    await withFolder(async (folder) => {
      const set = await copySet('qinghai-food-2024', folder, (file, text) =>
        file === 'set.yaml' ? text.replace(/^title: (.*)$/m, 'title: >-\n  $1') : text,
      );
      expect(await quickly('score', set, '--format', 'json')).toBeUndefined();
      const csv = join(folder, 'a.csv');
      await writeFile(csv, '地区,填报数据,数值\n"西宁市",抽检批次,1\n');
      const argv = ['score', 'qinghai-food-2024', '--data', csv, '--format', 'json'];
      expect(await quickly(...argv)).toBeUndefined();
      const book = join(folder, 'a.xlsx');
      await cp(csv, book);
      expect(
        await quickly('score', 'qinghai-food-2024', '--data', book, '--format', 'json'),
      ).toBeUndefined();
    });
  });

  it.each([
    [['score']],
    [['score', '--format', 'json', 'qinghai-2015']],
    [['score', 'qinghai-2015']],
    [['score', 'qinghai-2015', '--format', 'table']],
    [['score', 'qinghai-2015', '--format', 'xlsx', '--out', 'a.xlsx']],
    [['score', 'qinghai-2015', '--format', 'json', '--help']],
    [['score', 'qinghai-2015', '--format=json']],
    [['score', 'qinghai-2015', '--format', 'json', '--colour', 'red']],
    [['score', 'qinghai-2015', '--format', 'json', '--format', 'csv']],
    [['score', 'qinghai-2015', 'qinghai-food-2024', '--format', 'json']],
    [['score', 'qinghai-2015', '--format', 'json', '--data']],
    [['score', 'qinghai-2015', '--format', 'json', 'csv']],
    [['explain', 'qinghai-2015', '--region', 'haidong']],
  ])('leaves %j to the whole command line', (argv) => {
    expect(readScoreArguments(argv)).toBeUndefined();
  });

  it.runIf(existsSync(join(ROOT, 'dist')))(
    'is built, with the code that V8 made of it',
    async () => {
      const { readdir } = await import('node:fs/promises');
      const names = await readdir(join(ROOT, 'dist'));
      const programs = names.filter((name) => /^score-[0-9a-f]{8}\.cjs$/.test(name));
      expect(programs.length).toBeGreaterThan(0);
      expect(programs.some((name) => names.includes(name.replace('.cjs', '.code')))).toBe(true);
    },
  );
});
