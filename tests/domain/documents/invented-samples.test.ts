import { describe, expect, test } from 'vitest';
import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import { DOCUMENT_KINDS } from '../../../src/domain/documents/index.js';
import type { FilledTemplate } from '../../../src/ports/template-source.js';
import { partOf } from '../../adapters/docx/drafts.js';
import { shippedDocument } from '../../adapters/docx/shipped-drafts.js';
import { sampleSource } from './sample-source.js';

/** The sets whose data are invented; those of qinghai-food-2024 were published. */
const INVENTED = ['qinghai-2015', 'qinghai-county-2015', 'variety-1000'];

const kinds = DOCUMENT_KINDS.map(({ id }) => id);
const office = createOfficeWriter();

/** The second line of every sheet of a document's tables; none where it has no table. */
async function secondLinesOf(filled: FilledTemplate): Promise<readonly string[]> {
  const written = await office.xlsx(filled);
  if (!written.ok) return [];
  const archive = openArchive(written.value);
  const read = (name: string): string => archive.read(name).toString('utf8');
  const texts = read('xl/sharedStrings.xml').match(/<si>.*?<\/si>/gs) ?? [];
  const names = archive.names.filter((name) => /sheet\d+\.xml$/.test(name));
  return names.map((name) => {
    const [, text] = /<row r="2"[^>]*>.*?<v>(\d+)<\/v>/s.exec(read(name)) ?? [];
    return texts[Number(text)] ?? '';
  });
}

describe.each(INVENTED)('the invented sample of %s', (id) => {
  test.each(kinds)('says 示例 on every page, draft and sheet of %s', async (template) => {
    const source = await sampleSource(id);
    const region = source.set.regions.assessed[0]?.id;
    const filled = await shippedDocument(template, source, region);
    // The style sheet prints it at the head of every page; tests/templates find it there.
    expect(filled.facts.disclaimer).toContain('示例');
    expect(filled.css).toMatch(/--text-disclaimer:"[^"]*示例/);
    const draft = await office.docx(filled);
    if (!draft.ok) throw new Error(draft.error.code);
    expect(partOf(draft.value.docx, 'word/header.xml')).toContain('示例');
    for (const line of await secondLinesOf(filled)) expect(line).toContain('示例');
  });
});

describe('records that are invented', () => {
  const note = '示例：文书记录为虚构';

  test('say so beside data that were published', async () => {
    const food = await sampleSource('qinghai-food-2024');
    const records = { ...food.records, note };
    const { facts } = await shippedDocument('result-notice', { ...food, records });
    expect(facts.disclaimer).toBe(`${food.set.disclaimer ?? ''}；${note}`);
  });

  test('say so alone where the data are official', async () => {
    const food = await sampleSource('qinghai-food-2024');
    const set = { ...food.set, disclaimer: undefined };
    const official = { ...food, set };
    expect((await shippedDocument('result-notice', official)).facts.disclaimer).toBeNull();
    const records = { ...food.records, note };
    const { facts } = await shippedDocument('result-notice', { ...official, records });
    expect(facts.disclaimer).toBe(note);
  });

  test('say it once where the data are invented too', async () => {
    const source = await sampleSource();
    expect(source.records.note).toContain('示例');
    const { facts } = await shippedDocument('result-notice', source);
    expect(facts.disclaimer).toBe('示例数据，非真实考核结果');
  });
});
