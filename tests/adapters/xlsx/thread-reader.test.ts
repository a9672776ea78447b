import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createThreadReader } from '../../../src/adapters/xlsx/thread-reader.js';
import { bytesOf } from './haidong-form.js';
import { scratchFolder, threadReader } from './workbook-ports.js';

const folder = scratchFolder();

/** A thread that eats memory when it gets one byte, and answers everything else. */
function greedyThread(): URL {
  const path = join(folder, 'greedy.mjs');
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', (content) => {
       const kept = [];
       while (content.length === 1) kept.push(new Array(100000).fill({}));
       parentPort.postMessage({ ok: true, value: { sheets: [] } });
     });`,
  );
  return pathToFileURL(path);
}

describe('the thread that reads workbooks', () => {
  it('reads any number of them, also when they are asked for at once', async () => {
    const read = await threadReader(folder);
    const bytes = await bytesOf();
    const results = await Promise.all(Array.from({ length: 5 }, () => read(bytes)));

    expect(results.map((result) => result.ok && result.value.sheets.length)).toEqual(
      Array.from({ length: 5 }, () => 6),
    );
  });

  it('dies in place of the program when memory runs out, and the next is read by another', async () => {
    const read = createThreadReader(greedyThread());
    const [eaten, next] = await Promise.all([read(Buffer.alloc(1)), read(Buffer.alloc(2))]);

    expect(eaten).toMatchObject({ ok: false, error: { code: 'workbook-took-too-long' } });
    expect(next.ok).toBe(true);
  });
});
