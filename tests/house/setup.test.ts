import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FreshClone } from './fresh-clone.js';

const CLI = 'bin/kaoheng.mjs';
const INSTALL = 'ci --include=dev --loglevel=error';

let clone: FreshClone;
beforeEach(() => {
  clone = new FreshClone();
});
afterEach(() => {
  clone.dispose();
});

describe('the first run of a fresh clone', () => {
  it('installs, builds, links for npx, and leaves stdout to the program', async () => {
    const first = await clone.run(CLI, ['score', 'a b.csv', '--flag']);
    expect(first).toMatchObject({ code: 0, stdout: '["score","a b.csv","--flag"]\n' });
    expect(first.stderr).toContain('正在安装依赖');
    expect(clone.npmCalls()).toEqual([INSTALL]);
    const linked = await clone.run('node_modules/.bin/kaoheng', ['score']);
    expect(linked).toEqual({ code: 0, stdout: '["score"]\n', stderr: '' });
  });

  it('makes dist/cli.js a program of its own', async () => {
    await clone.run('scripts/setup.mjs');
    expect(await clone.run('dist/cli.js', ['score'])).toMatchObject({ stdout: '["score"]\n' });
    expect(await clone.run('dist/cli.js', ['fail'])).toMatchObject({ code: 3 });
  });

  it('shows why npm failed although npm was told to be silent, and leaves with its code', async () => {
    const failed = await clone.run(CLI, [], { NPM_FAILS: '7' });
    expect(failed).toMatchObject({ code: 7, stdout: '' });
    expect(failed.stderr).toContain('npm error code E404');
    expect(failed.stderr).toContain('依赖安装失败（npm ci 退出码 7）');
    expect(await clone.run(CLI)).toMatchObject({ code: 0 });
  });

  it('passes arguments and exit codes through every command', async () => {
    expect(await clone.run(CLI, ['fail'])).toMatchObject({ code: 3 });
    const run = await clone.run('scripts/run.mjs', ['kaoheng', 'fail', 'a b']);
    expect(run).toEqual({ code: 3, stdout: '["fail","a b"]\n', stderr: '' });
    expect(await clone.run('scripts/run.mjs', ['dance'])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('a later run', () => {
  beforeEach(async () => {
    await clone.run('scripts/setup.mjs');
  });

  it('does nothing and says nothing when nothing changed', async () => {
    expect(await clone.run(CLI)).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    expect(clone.npmCalls()).toHaveLength(1);
  });

  it('does nothing when a checkout only touched the files', async () => {
    clone.write('package-lock.json', '{ "lockfileVersion": 3 }');
    clone.write('src/main.ts', readFileSync(join(clone.root, 'src/main.ts'), 'utf8'));
    expect(await clone.run(CLI)).toMatchObject({ code: 0, stderr: '' });
    expect(clone.npmCalls()).toHaveLength(1);
  });

  it('installs and builds again when the lock file changed', async () => {
    clone.write('package-lock.json', '{ "lockfileVersion": 3, "packages": {} }');
    expect((await clone.run(CLI)).stderr).toMatch(/依赖已装好[^]*构建完成/);
    expect(clone.npmCalls()).toHaveLength(2);
  });

  it('installs again when node_modules is gone', async () => {
    clone.remove('node_modules');
    expect(await clone.run(CLI)).toMatchObject({ code: 0 });
    expect(clone.npmCalls()).toHaveLength(2);
  });

  it.each(['dist', 'dist/cli.js'])(
    'builds again without installing when %s is gone',
    async (gone) => {
      clone.remove(gone);
      expect(await clone.run(CLI)).toMatchObject({ code: 0, stdout: '[]\n' });
      expect(clone.npmCalls()).toHaveLength(1);
    },
  );

  it('builds again when a source changed, and when one was added', async () => {
    clone.write('src/words.ts', "export const WORDS = '新';");
    expect((await clone.run(CLI)).stderr).toContain('构建完成');
    clone.write(
      'src/main.ts',
      "import { WORDS } from './words.js';\nexport const main = () => { console.log(WORDS); return 0; };",
    );
    expect(await clone.run(CLI)).toMatchObject({ code: 0, stdout: '新\n' });
  });

  it('tells file and line when a source cannot be built, and keeps the last good build', async () => {
    clone.write('src/main.ts', 'export const main = (;');
    const broken = await clone.run(CLI);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toMatch(/构建失败[^]*main\.ts:1:/);
    expect(clone.has('dist/cli.js')).toBe(true);
  });
});

describe('the lock', () => {
  const LOCK = '.kaoheng/setup.lock';
  const SLOW = { NPM_TAKES: '300' };

  it('lets only one of several first runs install', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => clone.run(CLI, [], SLOW)));
    expect(runs.map((run) => run.code)).toEqual([0, 0, 0]);
    expect(clone.npmCalls()).toEqual([INSTALL]);
    expect(runs.filter((run) => run.stderr.includes('构建完成'))).toHaveLength(1);
    expect(runs.some((run) => run.stderr.includes('等它完成'))).toBe(true);
    expect(readdirSync(join(clone.root, '.kaoheng'))).toEqual([]);
  });

  it('is taken over once when its holder died', async () => {
    // Larger than any process id that Linux, macOS or Windows hands out.
    const dead = { token: 'dead', pid: 2 ** 30, host: hostname(), started: '1' };
    clone.write(LOCK, JSON.stringify(dead));
    const runs = await Promise.all([1, 2, 3].map(() => clone.run(CLI, [], SLOW)));
    expect(runs.map((run) => run.code)).toEqual([0, 0, 0]);
    expect(clone.npmCalls()).toHaveLength(1);
  });

  it.runIf(process.platform === 'linux')(
    'is taken over when another process has come by the id of its holder',
    async () => {
      const reused = { token: 'reused', pid: process.pid, host: hostname(), started: '1' };
      clone.write(LOCK, JSON.stringify(reused));
      expect(await clone.run(CLI)).toMatchObject({ code: 0 });
    },
  );

  it.runIf(process.platform === 'linux')(
    'is taken over from a killed holder that nobody buried',
    async () => {
      // The shell turns into a sleep, which never asks after the child that it inherits.
      const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60']);
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(line);
      const stat = () => readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ');
      await expect.poll(() => stat()[2]).toBe('Z');
      const zombie = { token: 'zombie', pid, host: hostname(), started: stat()[21] };
      clone.write(LOCK, JSON.stringify(zombie));
      const run = await clone.run(CLI).finally(() => parent.kill());
      expect(run).toMatchObject({ code: 0, stdout: '[]\n' });
    },
  );

  it('is waited for while its holder lives', async () => {
    const alive = clone.run('scripts/setup.mjs', [], { NPM_TAKES: '6000', NPM_FAILS: '9' });
    await expect.poll(() => clone.npmCalls().length).toBe(1);
    const second = await clone.run(CLI);
    expect(second.stderr).toContain('等它完成');
    expect(second.code).toBe(0);
    expect(await alive).toMatchObject({ code: 9 });
    expect(clone.npmCalls()).toHaveLength(2);
  });
});
