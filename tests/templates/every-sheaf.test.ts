import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheavesOf } from '../../src/adapters/chromium/sheaves.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { fillDocuments } from '../../src/app/fill-documents.js';
import type { DocumentSource } from '../../src/domain/documents/document-source.js';
import type { FilledTemplate } from '../../src/ports/template-source.js';
import { openSheafPress, type SheafPress } from '../adapters/chromium/print-sheaf.js';
import { sampleSource } from '../domain/documents/sample-source.js';

const PRINTED_ALONE = [
  // Has a watermark, which is repeated on every page of a file.
  'preview',
  // Are about all regions, whichever one is asked for.
  'approval-request',
  'assessment-notice',
  'handbook',
  'result-notice',
  'result-submission',
];
const shipped = readdirSync('templates').filter(
  (name) => !name.startsWith('_') && !PRINTED_ALONE.includes(name),
);

let press: SheafPress;
let sample: DocumentSource;
beforeAll(async () => {
  [press, sample] = await Promise.all([openSheafPress(), sampleSource()]);
});
afterAll(() => press.close());

/** The documents of a template for the first regions. */
async function documentsOf(template: string, count: number): Promise<FilledTemplate[]> {
  const templates = templateFolder('templates');
  const documents: FilledTemplate[] = [];
  for (const { id } of sample.set.regions.assessed.slice(0, count)) {
    const filled = await fillDocuments(templates, sample, { template, region: id });
    if (!filled.ok) throw new Error(JSON.stringify(filled.error));
    documents.push(filled.value);
  }
  return documents;
}

test.each(shipped)(
  '%s of one region has the same bytes alone and behind those of others',
  async (template) => {
    const documents = await documentsOf(template, 4);
    expect(sheavesOf(documents)).toHaveLength(1);
    const together = await press.print(documents);
    if (!together.ok) throw new Error(together.error);
    expect(together.value).toHaveLength(4);
    for (const [at, document] of documents.entries()) {
      if (at === 1) continue;
      const alone = await press.print([document]);
      if (!alone.ok) throw new Error(alone.error);
      const [one, other] = [alone.value[0]?.pdf, together.value[at]?.pdf];
      expect(Buffer.compare(one ?? Buffer.of(), other ?? Buffer.of(0))).toBe(0);
    }
  },
  60_000,
);

test.each(PRINTED_ALONE)('%s is never printed together with others', async (template) => {
  expect(sheavesOf(await documentsOf(template, 3))).toHaveLength(3);
});
