import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFileSetLibrary } from '../../src/adapters/files/file-set-library.js';
import { readLocatedYaml } from '../../src/adapters/yaml/read-located-yaml.js';
import { testServer } from './test-server.js';
import { LOCAL, sampleUpload, SCORE } from './year-files.js';

const DOCUMENT = '/api/v1/sets/qinghai-2015/documents/score-sheet';
const LIMITS = { scores: 1, prints: 1 };

/** Known sets that are found only once they are let go. */
function slowSets() {
  let go = (): void => undefined;
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const library = createFileSetLibrary(['indicators'], readLocatedYaml);
  const stamp = async (): Promise<string> => {
    await gone;
    return library.stamp();
  };
  return { sets: { ...library, stamp }, go };
}

type Server = Awaited<ReturnType<typeof testServer>>['app'];

/**
 * Sends a share of a year to a listening server and breaks off; settles once the server knows. Where
 * more was sent than it holds unread, it will not know before it reads.
 */
async function breakOff(app: Server, url: string, share: number): Promise<void> {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('it does not listen');
  const { payload, headers } = sampleUpload();
  const asked = once(app.server, 'request') as Promise<[IncomingMessage]>;
  const socket = connect(address.port, '127.0.0.1');
  const lines = Object.entries({
    ...LOCAL,
    ...headers,
    'content-length': String(payload.length),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${url} HTTP/1.1\r\n${lines.join('')}\r\n`);
  socket.write(payload.subarray(0, Math.floor(payload.length * share)));
  const [request] = await asked;
  const closed = new Promise((resolve) => request.on('close', resolve));
  socket.destroy();
  await Promise.race([closed, setTimeout(500)]);
}

/** Whether the whole year is answered at all. */
async function answers(app: Server, url: string): Promise<number> {
  const { payload, headers } = sampleUpload();
  const sent = { method: 'POST', url, headers: { ...LOCAL, ...headers }, payload } as const;
  return (await app.inject(sent)).statusCode;
}

describe('whoever breaks off', () => {
  it.each([0, 0.3, 0.9])(
    'before the set is found, with %d of the year sent, gives the place back',
    async (share) => {
      const { sets, go } = slowSets();
      const { app, bugs } = await testServer({ limits: LIMITS, ports: { sets } });
      await app.listen({ host: '127.0.0.1', port: 0 });
      await breakOff(app, SCORE, share);
      go();
      expect(await answers(app, SCORE)).toBe(200);
      expect(bugs).toEqual([]);
      await app.close();
    },
    20_000,
  );

  it('before the set is found, as often as there are places, keeps no stop waiting', async () => {
    const { sets, go } = slowSets();
    const { app } = await testServer({ limits: LIMITS, ports: { sets } });
    await app.listen({ host: '127.0.0.1', port: 0 });
    await breakOff(app, DOCUMENT, 0.3);
    await breakOff(app, DOCUMENT, 0.9);
    go();
    await app.close();
  }, 20_000);

  it('while waiting for a place gives it back when the turn comes', async () => {
    const { sets, go } = slowSets();
    const { app, bugs } = await testServer({ limits: LIMITS, ports: { sets } });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const inside = answers(app, SCORE);
    await breakOff(app, SCORE, 0.3);
    go();
    expect(await inside).toBe(200);
    expect(await answers(app, SCORE)).toBe(200);
    expect(bugs).toEqual([]);
    await app.close();
  }, 20_000);

  it.each([0, 0.3, 0.9])(
    'while the year is read, with %d of it sent, gives the place back',
    async (share) => {
      const { app, bugs } = await testServer({ limits: LIMITS });
      await app.listen({ host: '127.0.0.1', port: 0 });
      expect(await answers(app, SCORE)).toBe(200);
      await breakOff(app, SCORE, share);
      await breakOff(app, DOCUMENT, share);
      expect(await answers(app, SCORE)).toBe(200);
      // Nothing prints here: that it is tried at all shows that there was a place.
      expect(await answers(app, DOCUMENT)).toBe(500);
      expect(bugs).toHaveLength(1);
      await app.close();
    },
    20_000,
  );
});
