import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { figuresSchema } from '../../src/http/schemas/figures.schema.js';
import { problemSchema, type Problem } from '../../src/http/schemas/problem.schema.js';
import { testServer, upload } from './test-server.js';
import { LOCAL, OWN, PREVIEW, sampleUpload, SCORE } from './year-files.js';

const FIGURES = '/api/v1/sets/qinghai-2015/figures/haixi';

/** Every route that takes a body, with a good one. */
const POSTS = [
  { url: PREVIEW, ...jsonOf(OWN) },
  { url: FIGURES, ...ownUpload() },
  { url: '/api/v1/sets/qinghai-2015/workbooks/haixi', ...jsonOf(OWN) },
  { url: SCORE, ...sampleUpload() },
  { url: '/api/v1/sets/qinghai-2015/documents/score-sheet', ...sampleUpload() },
  {
    url: '/api/v1/validate',
    ...jsonOf({
      set: readFileSync('indicators/qinghai-2015/set.yaml', 'utf8'),
      regions: readFileSync('indicators/qinghai-2015/regions.yaml', 'utf8'),
    }),
  },
] as const;

const GETS = [
  '/api/v1/sets',
  '/api/v1/sets/qinghai-2015',
  '/api/v1/sets/qinghai-2015/plan',
  '/api/v1/openapi.json',
  '/docs',
  '/docs/style.css',
  '/healthz',
] as const;

const LIMITS = {
  previewBytes: 20_000,
  setBytes: 100_000,
  yearBytes: 100_000,
  headersMs: 400,
  requestMs: 900,
};

function jsonOf(value: unknown): { payload: Buffer; headers: Record<string, string> } {
  return {
    payload: Buffer.from(JSON.stringify(value)),
    headers: { 'content-type': 'application/json' },
  };
}

function ownUpload(): ReturnType<typeof upload> {
  return upload([{ name: '2015.yaml', content: 'period: 2015\nmetrics: {}\n' }]);
}

let app: FastifyInstance;
let bugs: unknown[];
let port: number;
beforeEach(async () => {
  ({ app, bugs } = await testServer({ limits: LIMITS }));
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(async () => {
  const answer = await app.inject({ url: '/healthz', headers: LOCAL });
  expect(answer.statusCode).toBe(200);
  await app.close();
  expect(bugs).toEqual([]);
});

/** Opens a connection and collects what comes back until it ends. */
function talk(): { socket: Socket; ended: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  const ended = new Promise<string>((resolve) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(text);
    });
  });
  return { socket, ended };
}

function head(url: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: `127.0.0.1:${String(port)}`, ...headers });
  return `POST ${url} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

function problemIn(text: string): Problem {
  return problemSchema.parse(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4)));
}

async function post(
  url: string,
  payload: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; problem: Problem }> {
  const answer = await app.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...LOCAL, 'content-type': 'application/json', ...headers },
  });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).not.toMatch(/\/work|node_modules|\bat .*\.[jt]s|Error:/);
  return { status: answer.statusCode, problem: problemSchema.parse(answer.json()) };
}

describe.each(POSTS.map((one) => [one.url, one] as const))('%s', (url, good) => {
  it.each([
    ['nothing', ''],
    ['half a JSON', '{"period":'],
    ['a list', '[]'],
    ['a number', '1'],
    ['nothing said', 'null'],
    ['a prototype', '{"__proto__":{"x":1}}'],
    ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
    ['a deep nest', `${'{"metrics":'.repeat(2000)}1${'}'.repeat(2000)}`],
    ['a wrong type', '{"period":{},"metrics":[1],"set":5}'],
    ['an unknown key', '{"perio":"2015"}'],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('refuses %s with a problem', async (_, payload) => {
    const answer = await app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...LOCAL, 'content-type': 'application/json' },
    });
    expect(answer.body).not.toMatch(/\/work|node_modules|\bat .*\.[jt]s|Error:/);
    if (url === FIGURES && answer.statusCode === 200) {
      // What fills a form tells the faults beside what could be read.
      const { faults, figures } = figuresSchema.parse(answer.json());
      expect([faults.length > 0, figures]).toEqual([true, 0]);
      return;
    }
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(problemSchema.parse(answer.json()).status).toBe(answer.statusCode);
  });

  it('refuses a body of another kind', async () => {
    const { status, problem } = await post(url, 'a=b', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([status, problem.code]).toEqual([415, 'unsupported-media-type']);
  });

  it('refuses a huge body, announced or not, without reading it to its end', async () => {
    const { problem } = await post(url, `{"x":"${'x'.repeat(300_000)}"}`);
    expect(problem.code).toBe('too-large');

    const announced = talk();
    announced.socket.write(
      head(url, { 'content-type': 'application/json', 'content-length': '10000000000' }),
    );
    const answer = await Promise.race([announced.ended, late()]);
    expect(problemIn(answer).code).toBe('too-large');

    const chunked = talk();
    chunked.socket.write(
      head(url, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' }),
    );
    const chunk = `8000\r\n${' '.repeat(0x8000)}\r\n`;
    let sent = 0;
    while (!chunked.socket.destroyed && sent < 2000) {
      chunked.socket.write(chunk);
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      if (chunked.socket.writableLength > 1_000_000) break;
    }
    chunked.socket.destroy();
    expect(sent).toBeLessThan(2000);
  });

  it('ends a body that comes too slowly, and a head as well', async () => {
    const slow = talk();
    slow.socket.write(
      head(url, { ...good.headers, 'content-length': String(good.payload.length) }),
    );
    slow.socket.write(good.payload.subarray(0, 20));
    const slowHead = talk();
    slowHead.socket.write(`POST ${url} HTTP/1.1\r\nhost: 127`);
    const [body, start] = await Promise.all([slow.ended, slowHead.ended]);
    expect(problemIn(body)).toMatchObject({ status: 408, code: 'request-timeout' });
    expect(problemIn(start).code).toBe('request-timeout');
  });

  it('outlives a body that breaks off', async () => {
    for (const share of [0, 0.3, 0.9]) {
      const broken = talk();
      broken.socket.write(
        head(url, { ...good.headers, 'content-length': String(good.payload.length) }),
      );
      broken.socket.write(good.payload.subarray(0, Math.floor(good.payload.length * share)));
      await new Promise((resolve) => setTimeout(resolve, 30));
      broken.socket.destroy();
      await broken.ended;
    }
  });

  it('refuses a page of another site, and a name that is not this machine', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await post(url, '{}', foreign)).problem.code).toBe('foreign-site');
    const origin = { origin: 'https://example.com' };
    expect((await post(url, '{}', origin)).problem.code).toBe('foreign-site');
    const rebound = { host: 'kaoheng.example.com' };
    expect((await post(url, '{}', rebound)).problem.code).toBe('foreign-host');
  });

  it('answers other methods with those it has', async () => {
    const answer = await app.inject({ method: 'DELETE', url, headers: LOCAL });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST']);
  });
});

describe.each(GETS)('GET %s', (url) => {
  it('refuses names of other machines, ignores bodies, and bears headers that keep pages apart', async () => {
    const answer = await app.inject({ url, headers: LOCAL });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    const rebound = await app.inject({ url, headers: { host: 'evil.example' } });
    expect(rebound.statusCode).toBe(421);
    const post = await app.inject({ method: 'POST', url, headers: LOCAL, payload: {} });
    expect([405, 404]).toContain(post.statusCode);
  });
});

describe('the routes', () => {
  it('are all tried here: a new one without such a test is missed', async () => {
    const routes: { readonly method: string; readonly url: string }[] = [];
    const server = await testServer({ onRoute: (route) => void routes.push(route) });
    await server.app.close();
    const missed = routes.filter(({ method, url }) => {
      const path = new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`);
      const tried: readonly string[] =
        method === 'POST' ? POSTS.map((one) => one.url) : method === 'GET' ? GETS : [url];
      return !tried.some((one) => path.test(one)) && url !== '/';
    });
    expect(missed).toEqual([]);
    expect(routes.length).toBeGreaterThan(10);
  });
});

describe('an address', () => {
  it.each([
    '/api/v1/sets/..%2F..%2Fetc',
    '/api/v1/sets/%2Fetc%2Fpasswd',
    '/api/v1/sets/_starter',
    '/api/v1/sets/src',
    '/api/v1/sets/indicators%2Fqinghai-2015',
    `/api/v1/sets/${'a'.repeat(500)}`,
    '/api/v1/sets/%00',
    '/api/v1/sets/%E0%A4%A',
    '/api/v1/sets/constructor',
    '/api/v1/sets/qinghai-2015/plan/../../x',
  ])('%s opens no file', async (url) => {
    const answer = await app.inject({ url, headers: LOCAL });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    problemSchema.parse(answer.json());
  });

  it('of a region that is not assessed tells of no other', async () => {
    const { problem } = await post('/api/v1/sets/qinghai-2015/preview/nowhere', '{}');
    expect(problem.code).toBe('unknown-region');
    expect(JSON.stringify(problem)).not.toMatch(/西宁|xining|haidong/);
  });
});

describe('an upload', () => {
  const send = (files: Parameters<typeof upload>[0], url = SCORE) => {
    const { payload, headers } = upload(files);
    return post(url, payload, headers);
  };

  it('of a file of an unknown kind, of too many, of none, is refused by name', async () => {
    expect((await send([{ name: '数据.docx', content: 'x' }])).problem).toMatchObject({
      code: 'data-unreadable',
      detail: '不认识「数据.docx」这种文件。',
    });
    const many = Array.from({ length: 41 }, (_, index) => ({
      name: `${String(index)}.csv`,
      content: 'x',
    }));
    expect((await send(many)).problem.code).toBe('too-many-files');
    expect((await send([])).problem.code).toMatch(/data-empty|bad-upload/);
  });

  it('shows of a hostile file name only what can be shown', async () => {
    const { problem } = await send([{ name: '../../etc/\u202epasswd.yaml', content: 'period: [' }]);
    expect(problem.faults?.[0]?.file).toBe('passwd.yaml');
  });

  it('whose parts are broken is a bad upload', async () => {
    const { headers } = upload([]);
    const { status } = await post(SCORE, '------kaoheng-test\r\nfoo', headers);
    expect(status).toBe(400);
    const { problem } = await post(SCORE, 'x', { 'content-type': 'multipart/form-data' });
    expect(['unsupported-media-type', 'bad-upload']).toContain(problem.code);
  });

  it('tells every fault of every file at its place', async () => {
    const { problem } = await send([
      {
        name: 'a.yaml',
        content: 'period: 2015\nmetrics: { 2015: { xining: { mfg_sampled: 多 } } }\n',
      },
      { name: 'b.csv', content: 'region,metric,period,value\nnowhere,mfg_sampled,2015,3\n' },
    ]);
    expect(problem.code).toBe('data-faults');
    expect(problem.faults?.map(({ file, line }) => [file, line])).toEqual([
      ['a.yaml', 2],
      ['b.csv', 2],
    ]);
  });
});

function late(): Promise<string> {
  return new Promise((_, reject) =>
    setTimeout(() => {
      reject(new Error('no answer'));
    }, 5000),
  );
}
