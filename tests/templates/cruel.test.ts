import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import type { DocumentSource } from '../../src/domain/documents/document-source.js';
import { documentKind } from '../../src/domain/documents/index.js';
import { describePrintFault } from '../../src/messages/print-faults.js';
import type { FilledTemplate } from '../../src/ports/template-source.js';
import { shippedDocument } from '../adapters/docx/shipped-drafts.js';
import { sampleSource } from '../domain/documents/sample-source.js';
import {
  hasAttachments,
  hasRunningText,
  withNineAttachments,
  withoutAttachments,
  withThirtyPages,
} from './cruel/cruel-bodies.js';
import { yearOfRegions } from './cruel/year-of-regions.js';
import { fileFaultsOf } from './geometry/check-fonts.js';
import { faultsOf } from './geometry/check-pages.js';
import { readingFaultsOf } from './geometry/check-reading.js';
import { readPages } from './geometry/read-pages.js';

const shipped = readdirSync('templates').filter((name) => !name.startsWith('_'));
const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

const COUNTS = [1, 8, 60] as const;
const years = new Map<number, DocumentSource>();
beforeAll(async () => {
  const sample = await sampleSource();
  for (const count of COUNTS) years.set(count, yearOfRegions(sample, count));
});

/** The document of the whole year; of one that is made for each region, the last region's. */
function documentOf(template: string, year: DocumentSource): Promise<FilledTemplate> {
  const isForOne = documentKind(template)?.per === 'region';
  const last = year.set.regions.assessed.at(-1)?.id;
  return shippedDocument(template, year, isForOne ? last : undefined);
}

function yearOf(count: number): DocumentSource {
  const year = years.get(count);
  if (year === undefined) throw new Error(String(count));
  return year;
}

/** What is not to measure on its pages, or not to be read there; and how many pages there are. */
async function print(filled: FilledTemplate) {
  const printed = await renderer.render(filled);
  if (!printed.ok) throw new Error(describePrintFault(printed.error));
  const { pdf } = printed.value;
  const pages = await readPages(pdf);
  const { manifest, facts } = filled;
  const { disclaimer, runHash } = facts;
  const faults = [
    ...fileFaultsOf(pdf),
    ...faultsOf(pages, { form: manifest.form, disclaimer, runHash }),
    ...readingFaultsOf(pages, filled),
  ];
  return { pages: pages.length, faults };
}

describe.each(shipped)('%s', (template) => {
  test.each(COUNTS)(
    'stands to the millimetre and reads on in a year of %i',
    async (count) => {
      expect((await print(await documentOf(template, yearOf(count)))).faults).toEqual([]);
    },
    60_000,
  );

  test('stands in a set of a thousand points, many rules and two periods', async () => {
    const filled = await documentOf(template, await sampleSource('variety-1000'));
    expect((await print(filled)).faults).toEqual([]);
  }, 60_000);

  test('stands with nine attachments and with none, where it may have any', async ({ skip }) => {
    const filled = await documentOf(template, yearOf(8));
    if (!hasAttachments(filled)) return skip('it has no attachments');
    const nine = await print(withNineAttachments(filled));
    expect(nine.faults).toEqual([]);
    const none = await print(withoutAttachments(filled));
    expect(none.faults).toEqual([]);
    expect(nine.pages - none.pages).toBeGreaterThan(8);
  }, 60_000);

  test('stands with thirty pages of text, where it has running text', async ({ skip }) => {
    const filled = await documentOf(template, yearOf(8));
    if (!hasRunningText(filled)) return skip('it is a table');
    const { pages, faults } = await print(withThirtyPages(filled));
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThanOrEqual(30);
  }, 60_000);
});
