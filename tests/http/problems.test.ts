import { connect } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../src/http/schemas/problem.schema.js';
import { HTTP_PROBLEMS, type HttpProblemCode } from '../../src/messages/http-problems.js';
import { printingOneByOne } from './one-by-one.js';
import { testServer, upload } from './test-server.js';
import { LOCAL, PREVIEW, sampleUpload, SCORE } from './year-files.js';

const DOCUMENT = '/api/v1/sets/qinghai-2015/documents/score-sheet';
const JSON_BODY = { 'content-type': 'application/json' };
const refusing = (code: 'unknown-template' | 'no-browser') =>
  printingOneByOne({
    render: () => Promise.resolve({ ok: false, error: { code, facts: {} } } as const),
    html: () => Promise.resolve({ ok: false, error: { code, facts: {} } } as const),
    inspect: () => Promise.reject(new Error('not asked')),
    close: () => Promise.resolve(),
  });

let app: FastifyInstance;
let port: number;
beforeAll(async () => {
  const limits = { files: 3, headersMs: 300, requestMs: 500, previewBytes: 5000 };
  ({ app } = await testServer({ limits, renderer: refusing('no-browser') }));
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => app.close());

type Raise = () => Promise<string>;

function injected(options: InjectOptions, on: () => FastifyInstance = () => app): Raise {
  return async () => {
    const headers = { ...LOCAL, ...(options.headers as Readonly<Record<string, string>>) };
    return (await on().inject({ ...options, headers })).body;
  };
}

const post = (url: string, payload: string, headers: Readonly<Record<string, string>> = {}) =>
  injected({ method: 'POST', url, payload, headers: { ...JSON_BODY, ...headers } });

const sent = (files: Parameters<typeof upload>[0], url = SCORE) =>
  injected({ method: 'POST', url, ...upload(files) });

/** Sends bytes as they are, and takes what comes back. */
function raw(bytes: string): Raise {
  return () =>
    new Promise((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1');
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(text.slice(text.indexOf('\r\n\r\n') + 4));
      });
      socket.write(bytes);
    });
}

/** On a server of its own, because this one is sound. */
function onServer(options: Parameters<typeof testServer>[0], request: InjectOptions): Raise {
  return async () => {
    const { app: other } = await testServer(options);
    const body = await injected(request, () => other)();
    await other.close();
    return body;
  };
}

const CASES: Readonly<Record<HttpProblemCode, Raise>> = {
  'bad-json': post(PREVIEW, '{'),
  'bad-request': post(PREVIEW, '{"perod":1}'),
  'bad-upload': injected({
    method: 'POST',
    url: SCORE,
    headers: upload([]).headers,
    payload: '------kaoheng-test\r\nfoo',
  }),
  'foreign-site': post(PREVIEW, '{}', { origin: 'https://example.com' }),
  'not-found': injected({ url: '/nowhere' }),
  'unknown-set': injected({ url: '/api/v1/sets/nowhere' }),
  'unknown-region': post('/api/v1/sets/qinghai-2015/preview/nowhere', '{}'),
  'unknown-indicator': post(`${PREVIEW}?derivation=nothing`, '{}'),
  'unknown-template': onServer(
    { renderer: refusing('unknown-template') },
    { method: 'POST', url: DOCUMENT, ...sampleUpload() },
  ),
  'method-not-allowed': injected({ method: 'PUT', url: PREVIEW }),
  'request-timeout': raw(`POST ${PREVIEW} HTTP/1.1\r\nhost: 127.0.0.1\r\n`),
  'too-large': post(PREVIEW, JSON.stringify({ source: 'x'.repeat(6000) })),
  'too-many-files': sent(
    ['a', 'b', 'c', 'd'].map((name) => ({ name: `${name}.csv`, content: 'x' })),
  ),
  'unsupported-media-type': post(PREVIEW, 'a=b', { 'content-type': 'text/plain' }),
  'foreign-host': injected({ url: '/healthz', headers: { host: 'evil.example' } }),
  'data-faults': post(PREVIEW, '{"self":{"brand":"很多"}}'),
  'data-unreadable': sent([{ name: 'a.docx', content: 'x' }]),
  'data-empty': sent([]),
  'header-too-large': raw(`GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`),
  internal: onServer(
    {
      ports: {
        sha256: () => {
          throw new Error('a bug');
        },
      },
    },
    { url: '/api/v1/sets/qinghai-2015' },
  ),
  'set-faults': onServer({ shelves: ['tests/http/broken-shelf'] }, { url: '/api/v1/sets/broken' }),
  'print-failed': injected({ method: 'POST', url: DOCUMENT, ...sampleUpload() }),
  busy: onServer({ limits: { prints: 0 } }, { method: 'POST', url: DOCUMENT, ...sampleUpload() }),
};

it.each(Object.keys(HTTP_PROBLEMS) as HttpProblemCode[])('raises %s', async (code) => {
  const body = await CASES[code]();
  const problem = problemSchema.parse(JSON.parse(body));
  const { status, title } = HTTP_PROBLEMS[code];
  expect(problem).toMatchObject({ type: `/docs#problem-${code}`, code, status, title });
});
