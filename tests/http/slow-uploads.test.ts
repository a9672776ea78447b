import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import type { Limits } from '../../src/http/limits.js';
import { problemSchema, type Problem } from '../../src/http/schemas/problem.schema.js';
import { testServer } from './test-server.js';
import { LOCAL, OWN, PREVIEW, sampleUpload, SCORE } from './year-files.js';

const DOCUMENT = '/api/v1/sets/qinghai-2015/documents/score-sheet';
const { payload, headers } = sampleUpload();

let app: FastifyInstance;
let bugs: unknown[];
const sockets: Socket[] = [];
async function listen(limits: Partial<Limits>): Promise<number> {
  ({ app, bugs } = await testServer({
    limits: { scores: 1, prints: 1, headersMs: 1000, ...limits },
  }));
  return Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
  expect(bugs).toEqual([]);
});

/** Begins an upload and sends a byte now and then; settles with what is answered. */
function sendSlowly(port: number, url: string, bytes = payload.length): Promise<Problem> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  const lines = Object.entries({ ...LOCAL, ...headers, 'content-length': String(bytes) });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`POST ${url} HTTP/1.1\r\n${head}\r\n`);
  let sent = 0;
  const drip = setInterval(() => {
    socket.write(payload.subarray(sent, sent + 1));
    sent += 1;
  }, 20);
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      if (text === '') reject(new Error('broken off'));
      else resolve(problemSchema.parse(JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4))));
    });
  });
}

/** A whole year, sent at once. */
async function sendAtOnce(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}${SCORE}`, {
    method: 'POST',
    headers,
    body: payload,
  });
  return answer.status;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('while many send slowly', () => {
  it('a year is scored and a preview answered at once, and the slow ones end with a problem', async () => {
    const port = await listen({ requestMs: 4000 });
    expect(await sendAtOnce(port)).toBe(200);
    const slow = [SCORE, DOCUMENT, PREVIEW].flatMap((url) =>
      Array.from({ length: 10 }, () => sendSlowly(port, url)),
    );
    await pause(300);

    const started = performance.now();
    expect(await sendAtOnce(port)).toBe(200);
    const preview = await fetch(`http://127.0.0.1:${String(port)}${PREVIEW}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(OWN),
    });
    expect(preview.status).toBe(200);
    expect(performance.now() - started).toBeLessThan(2500);

    for (const problem of await Promise.all(slow)) {
      expect(problem).toMatchObject({ status: 408, code: 'request-timeout' });
      expect(problem.title).toMatch(/\p{Script=Han}/u);
    }
  }, 20_000);

  it.each([SCORE, PREVIEW])(
    'and say that they have much, the largest of them gives way to one more: %s',
    async (url) => {
      const port = await listen({ uploadBytes: 4_000_000, requestMs: 4000 });
      const small = sendSlowly(port, SCORE, 1_000_000);
      const large = sendSlowly(port, url, 3_000_000 - payload.length + 1);
      await pause(300);

      expect(await sendAtOnce(port)).toBe(200);
      expect(await large).toMatchObject({ status: 503, code: 'busy' });
      expect(await small).toMatchObject({ status: 408 });
    },
    20_000,
  );

  it('the room that was taken is there again when they are gone', async () => {
    const port = await listen({ uploadBytes: payload.length, requestMs: 30_000 });
    const first = sendSlowly(port, SCORE);
    await pause(200);
    const second = sendSlowly(port, DOCUMENT);
    expect((await first).code).toBe('busy');
    for (const socket of sockets) socket.destroy();
    await expect(second).rejects.toThrow('broken off');
    expect(await sendAtOnce(port)).toBe(200);
    expect(await sendAtOnce(port)).toBe(200);
  }, 20_000);
});
