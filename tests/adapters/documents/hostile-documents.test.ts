import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import { readDocument } from '../../../src/adapters/documents/read-document.js';
import { createGuardedThread } from '../../../src/adapters/threads/guarded-thread.js';
import { zipParts } from '../../../src/adapters/xlsx/zip-writer.js';
import { draftOf, NOTICE } from '../docx/drafts.js';
import { editDraft } from './edited-drafts.js';

const draft = draftOf(NOTICE);

/** A package with this as its document. */
function packageWith(document: string): Uint8Array {
  return zipParts(new Map([['word/document.xml', document]]));
}

async function refusal(content: Uint8Array): Promise<string> {
  const read = await readDocument(content);
  return read.ok ? 'read' : read.error.code;
}

describe('a document is refused, in the words of documents', () => {
  const cases: readonly (readonly [string, () => Uint8Array, string])[] = [
    [
      'that unpacks to a hundred times its size',
      () => packageWith(`<w:p>${' '.repeat(40_000_000)}</w:p>`),
      'document-bomb',
    ],
    [
      'that declares entities',
      () => editDraft(draft, (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`),
      'document-entities',
    ],
    [
      'that names an entity of its own',
      () => editDraft(draft, (xml) => xml.replace('地区', '&xxe;')),
      'document-entities',
    ],
    ['that was cut off', () => draft.slice(0, draft.length - 100), 'document-damaged'],
    [
      'whose text was cut off',
      () => editDraft(draft, (xml) => xml.slice(0, 2000)),
      'document-damaged',
    ],
    [
      'that is a workbook',
      () => zipParts(new Map([['xl/workbook.xml', '<a/>']])),
      'document-unknown-kind',
    ],
    ['that is an old .doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document-old-format'],
    ['that is no document', () => Buffer.from('MZ program'), 'document-unknown-kind'],
    ['that is an empty file', () => new Uint8Array(), 'document-unknown-kind'],
    ['that only begins as a PDF does', () => Buffer.from('%PDF-1.7\n%%EOF'), 'document-damaged'],
    [
      'that is larger than any draft',
      () => Buffer.concat([Buffer.from('PK'), Buffer.alloc(21 * 1024 * 1024)]),
      'document-too-large',
    ],
  ];
  it.each(cases)('%s', async (_, content, code) => {
    expect(await refusal(content())).toBe(code);
  });
});

test('a text of a million characters and a control in a control in a control are read', async () => {
  const long = Array.from({ length: 1_000_000 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
  ).join('');
  const nested = '<w:sdt><w:sdtPr><w:tag w:val="a:b"/></w:sdtPr>'.repeat(2000);
  const xml = `<w:document><w:body><w:p>${nested}<w:r><w:t>${long}</w:t></w:r>${'</w:sdt>'.repeat(2000)}</w:p></w:body></w:document>`;
  const read = await readDocument(packageWith(xml));
  expect(read).toMatchObject({ ok: true, value: { kind: 'draft' } });
});

describe('the thread that reads documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaoheng-thread-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is given up when a file takes too long, and serves the next one', async () => {
    const outfile = join(folder, 'slow.mjs');
    const contents = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (content) => { if (content.length > 1) for (;;); parentPort.postMessage('read'); });`;
    await build({
      stdin: { contents },
      outfile,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    const limits = { heapMb: 64, timeoutMs: 700 };
    const read = createGuardedThread<string>(pathToFileURL(outfile), limits, 'took too long');
    expect(await read(new Uint8Array(9))).toBe('took too long');
    expect(await read(new Uint8Array(1))).toBe('read');
  });
});
