import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { markNames } from '../../src/adapters/handlebars/mark-names.js';
import { readPapers } from '../../src/adapters/html/read-papers.js';
import type { DocumentSource } from '../../src/domain/documents/document-source.js';
import { textOf, type Block, type Inline } from '../../src/domain/papers/index.js';
import { shippedDocument } from '../adapters/docx/shipped-drafts.js';
import { sampleSource, withoutRecords } from '../domain/documents/sample-source.js';

const shipped = readdirSync('templates').filter((name) => !name.startsWith('_'));

/** With nothing recorded and nothing found, every name is one of the run. */
let source: DocumentSource;
beforeAll(async () => {
  source = { ...withoutRecords(await sampleSource()), findings: [] };
});

function linesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'chart') return [block.caption];
  if (block.kind === 'paragraph') return [block.inlines];
  return [block.caption, ...block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))];
}

describe.each(shipped)('%s', (template) => {
  test('has every name of a region in a mark, for all and for one', async () => {
    const names = source.set.regions.assessed.map(({ name }) => name);
    for (const region of [undefined, 'haixi']) {
      const papers = readPapers(await shippedDocument(template, source, region));
      if (!papers.ok) throw new Error(papers.error.code);
      const lines = papers.value
        .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
        .flatMap(linesOf);
      const free = lines.map((line) => textOf(line.filter(({ kind }) => kind !== 'figure')));
      // What the sample's people wrote of an event is theirs.
      const said = free.filter((text) => !text.startsWith('示例：'));
      expect(said.filter((text) => names.some((name) => text.includes(name)))).toEqual([]);
    }
  });
});

describe('names in a text', () => {
  const region = { id: 'haixi', name: '海西州', government: '海西州人民政府' };
  const marked = (text: string): string =>
    markNames(text, region, (one) => one.replace('<', '&lt;'));

  test.each([
    ['海西州人民政府：', '<data class="figure" value="government:haixi">海西州人民政府</data>：'],
    ['反馈海西州<意见', '反馈<data class="figure" value="name:haixi">海西州</data>&lt;意见'],
    ['关于海\n西州', '关于<data class="figure" value="name:haixi">海\n西州</data>'],
    ['海北州', '海北州'],
  ])('%j', (text, html) => {
    expect(marked(text)).toBe(html);
  });
});
