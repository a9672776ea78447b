import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { fillDocuments } from '../../src/app/fill-documents.js';
import type { DocumentSource } from '../../src/domain/documents/document-source.js';
import { describePrintFault } from '../../src/messages/print-faults.js';
import { sampleSource, withoutRecords } from '../domain/documents/sample-source.js';
import { fileFaultsOf } from './geometry/check-fonts.js';
import { faultsOf } from './geometry/check-pages.js';
import { readingFaultsOf } from './geometry/check-reading.js';
import { readPages } from './geometry/read-pages.js';

const shipped = readdirSync('templates').filter((name) => !name.startsWith('_'));
const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

let sample: DocumentSource;
beforeAll(async () => {
  sample = await sampleSource();
});

/** Every region's name is forty characters long. */
function withLongNames(source: DocumentSource): DocumentSource {
  const long = '海西蒙古族藏族自治州循环经济高质量发展示范园区管理委员会办公室联合工作领导小组';
  const { regions } = source.set;
  const assessed = regions.assessed.map((region) => ({ ...region, name: `${long}${region.id}` }));
  return { ...source, set: { ...source.set, regions: { ...regions, assessed } } };
}

/** What is not to measure on the pages of a template's document for the first region. */
async function faultsIn(template: string, source: DocumentSource): Promise<string[]> {
  const region = source.set.regions.assessed[0]?.id;
  const filled = await fillDocuments(templateFolder('templates'), source, { template, region });
  if (!filled.ok) throw new Error(JSON.stringify(filled.error));
  const printed = await renderer.render(filled.value);
  if (!printed.ok) throw new Error(describePrintFault(printed.error));
  const { manifest, facts } = filled.value;
  const expected = {
    form: manifest.form,
    disclaimer: facts.disclaimer,
    runHash: facts.runHash,
  };
  const { pdf } = printed.value;
  const pages = await readPages(pdf);
  return [
    ...fileFaultsOf(pdf),
    ...faultsOf(pages, expected),
    ...readingFaultsOf(pages, filled.value),
  ];
}

describe.each(shipped)('%s', (template) => {
  test('stands to the millimetre with the sample year', async () => {
    expect(await faultsIn(template, sample)).toEqual([]);
  }, 60_000);

  test('stands to the millimetre with nothing recorded', async () => {
    expect(await faultsIn(template, withoutRecords(sample))).toEqual([]);
  }, 60_000);

  test('stands to the millimetre with names of forty characters', async () => {
    expect(await faultsIn(template, withLongNames(sample))).toEqual([]);
  }, 60_000);
});
