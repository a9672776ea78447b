import { connect } from 'node:net';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HTTP_PROBLEMS } from '../../src/messages/http-problems.js';
import { problemSchema } from '../../src/http/schemas/problem.schema.js';
import type { DocumentRenderer } from '../../src/ports/document-renderer.js';
import { printingOneByOne } from './one-by-one.js';
import { testServer } from './test-server.js';
import { LOCAL, OWN, PREVIEW, sampleUpload, SCORE } from './year-files.js';

const DOCUMENT = '/api/v1/sets/qinghai-2015/documents/score-sheet';

/** A printer that waits until it is let go. */
function slowPrinter(pdf: Uint8Array): { renderer: DocumentRenderer; go: () => void } {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const refused = { ok: false, error: { code: 'no-browser', facts: {} } } as const;
  return {
    go: () => {
      go();
    },
    renderer: printingOneByOne({
      async render() {
        await gone;
        return { ok: true, value: { pdf, pages: 1, notices: [] } };
      },
      html: () => Promise.resolve(refused),
      inspect: () => Promise.reject(new Error('not asked')),
      close: () => Promise.resolve(),
    }),
  };
}

describe('documents', () => {
  it('come as they are, in pieces, and more than the printer can take are sent away for a while', async () => {
    const pdf = new Uint8Array(200_000).fill(0x25);
    const { renderer, go } = slowPrinter(pdf);
    const { app } = await testServer({ renderer, limits: { prints: 1 } });
    const { payload, headers } = sampleUpload();
    const print = () =>
      app.inject({ method: 'POST', url: DOCUMENT, headers: { ...LOCAL, ...headers }, payload });
    // One is printed, one waits; neither is answered before the printer is let go.
    const all = [print(), print(), print()];
    const turnedAway = await Promise.race(all);
    expect(turnedAway.statusCode).toBe(503);
    expect(turnedAway.headers['retry-after']).toBe('2');
    expect(problemSchema.parse(turnedAway.json()).code).toBe('busy');
    go();
    const printed = (await Promise.all(all)).filter((answer) => answer !== turnedAway);
    expect(printed).toHaveLength(2);
    for (const answer of printed) {
      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': '200000',
        'content-disposition': 'inline; filename="score-sheet.pdf"',
      });
      expect(answer.rawPayload.equals(pdf)).toBe(true);
    }
    await app.close();
  });

  it('say what is missing, without a word of this machine', async () => {
    const fault = (code: 'unknown-template' | 'no-browser'): DocumentRenderer =>
      printingOneByOne({
        ...slowPrinter(new Uint8Array()).renderer,
        render: () =>
          Promise.resolve({ ok: false, error: { code, facts: { attempts: '/usr/bin/chromium' } } }),
      });
    for (const [code, expected] of [
      ['unknown-template', 'unknown-template'],
      ['no-browser', 'print-failed'],
    ] as const) {
      const { app } = await testServer({ renderer: fault(code) });
      const { payload, headers } = sampleUpload();
      const answer = await app.inject({
        method: 'POST',
        url: DOCUMENT,
        headers: { ...LOCAL, ...headers },
        payload,
      });
      expect(problemSchema.parse(answer.json()).code).toBe(expected);
      expect(answer.body).not.toContain('/usr');
      await app.close();
    }
  });
});

describe('a server', () => {
  it('tells a bug to its operator, and to the client only a number', async () => {
    const { app, bugs } = await testServer({
      ports: {
        sha256: () => {
          throw new Error('secret of /home/somebody');
        },
      },
    });
    const answer = await app.inject({ url: '/api/v1/sets/qinghai-2015', headers: LOCAL });
    const problem = problemSchema.parse(answer.json());
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    expect(problem.instance).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.body).not.toContain('secret');
    expect(bugs).toHaveLength(1);
    await app.close();
  });

  it('reads a set again when a rule file has changed, and says when it has faults', async () => {
    const shelf = mkdtempSync(join(tmpdir(), 'kaoheng-shelf-'));
    cpSync('indicators/qinghai-food-2024', join(shelf, 'food'), { recursive: true });
    const { app } = await testServer({ shelves: [shelf] });
    const digest = async (): Promise<unknown> => {
      const answer = await app.inject({ url: '/api/v1/sets', headers: LOCAL });
      return answer.json<{ sets: { digest?: string }[] }>().sets[0]?.digest;
    };
    const first = await digest();
    const file = join(shelf, 'food', 'set.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/^title: .*$/m, 'title: 另一个题目'));
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await digest()).not.toBe(first);

    writeFileSync(file, 'id: food\n');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/sets/food/preview/haidong',
      headers: LOCAL,
      payload: {},
    });
    expect(problemSchema.parse(answer.json())).toMatchObject({ code: 'set-faults', status: 500 });
    expect(answer.body).not.toContain(shelf);
    await app.close();
    rmSync(shelf, { recursive: true });
  });

  it('finishes what is under way before it stops, and takes nothing new', async () => {
    const { renderer, go } = slowPrinter(new Uint8Array([1, 2, 3]));
    const { app } = await testServer({ renderer });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const { payload, headers } = sampleUpload();
    const printing = fetch(`${address}${DOCUMENT}`, { method: 'POST', headers, body: payload });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const closing = app.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
    go();
    expect((await printing).status).toBe(200);
    await closing;
  });

  it('holds no more connections than it may', async () => {
    const { app } = await testServer({ limits: { connections: 3 } });
    const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const lines = Array.from({ length: 6 }, () => connect(Number(address.port), '127.0.0.1'));
    let closed = 0;
    for (const line of lines) {
      line.on('error', () => undefined);
      line.on('close', () => (closed += 1));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(closed).toBe(3);
    for (const line of lines) line.destroy();
    await app.close();
  });

  it('previews while years are waiting', async () => {
    const { app } = await testServer({ limits: { scores: 1 } });
    const { payload, headers } = sampleUpload();
    const years = Array.from({ length: 4 }, () =>
      app.inject({ method: 'POST', url: SCORE, headers: { ...LOCAL, ...headers }, payload }),
    );
    const preview = await app.inject({
      method: 'POST',
      url: PREVIEW,
      headers: LOCAL,
      payload: OWN,
    });
    expect(preview.statusCode).toBe(200);
    const statuses = (await Promise.all(years)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
    await app.close();
  });
});

it('has a Chinese title and a remedy for every problem, and a status of its own kind', () => {
  for (const [code, { status, title, todo }] of Object.entries(HTTP_PROBLEMS)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title, code).toMatch(/\p{Script=Han}/u);
    expect(todo, code).toMatch(/。$/);
    expect(status).toBeGreaterThanOrEqual(400);
  }
});
