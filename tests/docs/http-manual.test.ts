import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HTTP_PROBLEMS } from '../../src/messages/http-problems.js';
import { LIMITS } from '../../src/http/limits.js';
import { testServer } from '../http/test-server.js';
import { LOCAL, PREVIEW } from '../http/year-files.js';

const MANUAL = readFileSync('docs/接口.md', 'utf8');
const HERE = 'http://127.0.0.1:8731';

const blocks = (language: string): readonly string[] =>
  [...MANUAL.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, text]) => text ?? '',
  );
const hasCurl = spawnSync('curl', ['--version']).status === 0;

let app: FastifyInstance;
let address: string;
beforeAll(async () => {
  ({ app } = await testServer());
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => app.close());

function shell(script: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('sh', ['-ec', script], { encoding: 'utf8' }, (error, out, said) => {
      if (error === null) resolve(out);
      else reject(new Error(`${script}\n${said}`));
    });
  });
}

describe('the manual of the interface', () => {
  it.skipIf(!hasCurl).each(blocks('sh'))('shows a command that runs: %s', async (script) => {
    const out = await shell(script.replaceAll(HERE, address));
    expect(out).toMatch(/^\{"(sets|notice|set)"/);
  });

  it('shows the problem that a wrong number gives', async () => {
    const [shown = ''] = blocks('json problem');
    const answer = await app.inject({
      method: 'POST',
      url: PREVIEW,
      headers: { ...LOCAL, 'content-type': 'application/json' },
      payload: '{"metrics":{"2015":{"mfg_sampled":"六百"}}}',
    });
    const problem = answer.json<{ code: string; faults: readonly object[] }>();
    expect(Object.keys(HTTP_PROBLEMS)).toContain(problem.code);
    expect({ ...(JSON.parse(shown) as object) }).toEqual(problem);
  });

  it('names every route', async () => {
    const answer = await app.inject({ url: '/api/v1/openapi.json', headers: LOCAL });
    const { paths } = answer.json<{ paths: Readonly<Record<string, object>> }>();
    for (const path of Object.keys(paths)) {
      const shown = path
        .replace('{id}', '{体系}')
        .replace('{region}', '{地区}')
        .replace('{template}', '{模板}');
      expect(MANUAL).toContain(`\`${shown}\``);
    }
  });

  it('tells the limits that hold', () => {
    expect(LIMITS).toMatchObject({
      previewBytes: 256 * 1024,
      setBytes: 512 * 1024,
      yearBytes: 8 * 2 ** 20,
      files: 40,
      headersMs: 10_000,
      requestMs: 30_000,
      scores: 2,
      prints: 2,
    });
  });
});
