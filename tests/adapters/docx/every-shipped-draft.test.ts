import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/adapters/documents/read-document.js';
import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import type { WorkbookPorts } from '../../../src/app/ports.js';
import { verifyDocument } from '../../../src/app/verify-document.js';
import { documentKind } from '../../../src/domain/documents/index.js';
import { failure } from '../../../src/domain/kernel/result.js';
import { sampleSource, sayPlainly } from '../../domain/documents/sample-source.js';
import { PORTS } from '../../domain/preview/sample-year.js';
import { shippedDocument, shippedDraft } from './shipped-drafts.js';

const listed = await templateFolder('templates').list();
const shipped = listed.ok ? listed.value.map(({ name }) => name) : [];
const sample = await sampleSource();
const [region] = sample.set.regions.assessed.map(({ id }) => id);

const absent = () => Promise.reject(new Error('no document is checked with it'));
const ports: WorkbookPorts = {
  ...PORTS,
  loadTemplates: () => Promise.resolve(templateFolder('templates')),
  loadOfficeWriter: () => Promise.resolve(createOfficeWriter()),
  loadDocumentReader: () =>
    Promise.resolve({
      async read(content, file) {
        const read = await readDocument(content);
        return read.ok ? read : failure([{ ...read.error, file, line: 1, column: 1 }]);
      },
    }),
  loadWorkbooks: absent,
  loadSetWriter: absent,
  setTexts: absent,
};

test('there are templates to try', () => {
  expect(shipped.length).toBeGreaterThan(15);
});

describe.each(shipped)('%s', (template) => {
  test('is written as a draft that agrees with its own run', async () => {
    const content = await shippedDraft(template, sample, region);
    const verified = await verifyDocument(ports, 'qinghai-2015', {
      ...{
        content,
        file: 'draft.docx',
        region,
        say: sayPlainly,
        paths: undefined,
        period: undefined,
      },
    });
    if (!verified.ok) throw new Error(JSON.stringify(verified.error));
    const { run, differences } = verified.value;
    expect(verified.value.template?.name).toBe(template);
    expect(differences).toEqual([]);
    // What goes before the result, or says the rules alone, is of no run.
    const hash = documentKind(template)?.restsOnResult === true ? sample.run.runHash : '';
    expect(run).toEqual({ said: hash, computed: hash });
  }, 60_000);

  test('is written as a workbook of its tables, where it has any', async () => {
    const filled = await shippedDocument(template, sample, region);
    const writer = createOfficeWriter();
    const workbook = await writer.xlsx(filled);
    const tables = filled.body.match(/<table/g)?.length ?? 0;
    if (tables === 0) {
      expect(workbook).toMatchObject({ ok: false, error: { code: 'no-tables' } });
      return;
    }
    if (!workbook.ok) throw new Error(JSON.stringify(workbook.error));
    const sheets = openArchive(workbook.value).names.filter((name) => /sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(tables);
  }, 60_000);
});
