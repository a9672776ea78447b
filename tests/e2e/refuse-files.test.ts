import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { badWorkbooks } from '../../bench/refusals/bad-workbooks.mjs';
import { problemSchema } from '../../src/http/schemas/problem.schema.js';
import { startProgram, type ServedProgram } from './page-browser.js';
import { kaoheng, withFolder } from './run.js';

const ADDRESS = '/api/v1/sets/qinghai-2015/preview/haidong';
const GROWTH_MB = 150;

/** An honest form of a region. */
function blankForm(): Promise<Buffer> {
  return withFolder(async (folder) => {
    const out = join(folder, 'form.xlsx');
    await kaoheng(
      'template',
      'qinghai-2015',
      '--for',
      'region',
      '--region',
      'haidong',
      '--out',
      out,
    );
    return readFileSync(out);
  });
}

const files = badWorkbooks(await blankForm()).filter(({ content }) => content.length < 2_000_000);

/** The highest that a process has taken so far; unknown where the system does not tell. */
function highestMb(pid: number | undefined): number | undefined {
  const path = `/proc/${String(pid)}/status`;
  if (!existsSync(path)) return undefined;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024;
}

describe('a file that must not be read', () => {
  let program: ServedProgram;
  let before: number | undefined;
  beforeAll(async () => {
    program = await startProgram();
    await fetch(`${program.url}${ADDRESS}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"period":"2015"}',
    });
    before = highestMb(program.pid);
  });
  afterAll(() => program.stop());

  it.each(files.map((file) => [file.name, file] as const))(
    '%s: the server refuses it in Chinese and at once',
    async (_, { code, content }) => {
      const body = new FormData();
      body.append('file', new Blob([Uint8Array.from(content)]), '海东市.xlsx');
      const started = performance.now();
      const answer = await fetch(`${program.url}${ADDRESS}`, { method: 'POST', body });
      const problem = problemSchema.parse(await answer.json());

      // Generous: the bench measures, this holds the kind of thing that it is.
      expect(performance.now() - started).toBeLessThan(2000);
      expect(problem).toMatchObject({ status: 422, code: 'data-faults', faults: [{ code }] });
      expect(problem.faults?.[0]?.what).toMatch(/\p{Script=Han}/u);
      expect(problem.faults?.[0]?.todo).toMatch(/\p{Script=Han}/u);
    },
  );

  it('and after all of them the server has not grown', () => {
    const after = highestMb(program.pid);
    if (before === undefined || after === undefined) return;
    expect(after - before).toBeLessThan(GROWTH_MB);
  });

  it.each(files.map((file) => [file.name, file] as const))(
    '%s: check and score say so at its file',
    async (_, { code, content }) => {
      await withFolder(async (folder) => {
        const path = join(folder, '海东市.xlsx');
        await writeFile(path, content);
        for (const command of ['check', 'score']) {
          const outcome = await kaoheng(command, 'qinghai-2015', '--data', path);
          expect(outcome.exit).toBe(1);
          expect(outcome.out + outcome.said).toContain(code);
          expect(outcome.out + outcome.said).toContain('海东市.xlsx');
        }
      });
    },
  );
});
