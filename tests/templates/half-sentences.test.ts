import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { fillDocuments } from '../../src/app/fill-documents.js';
import { sampleSource, withoutRecords } from '../domain/documents/sample-source.js';

const templates = templateFolder('templates');
const shipped = readdirSync('templates').filter((name) => !name.startsWith('_'));
const SETS = ['qinghai-2015', 'qinghai-food-2024', 'variety-1000', 'qinghai-county-2015'];

/** What a sentence looks like when a field in its middle was empty; blanks to fill in are kept. */
const HALF =
  /，，|、、|。。|；。|，。|、。|（）|《》|“”|：。|；；|，、|null|undefined|NaN|\[object/u;

/** The paragraphs, headings and cells of a body as plain text. */
function textsOf(body: string): readonly string[] {
  return body
    .replace(/<span class="blank[^"]*"><\/span>/gu, '＿')
    .split(/<\/(?:p|h[1-5]|th|td|figcaption)>/u)
    .map((part) => part.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ''));
}

describe.each(SETS)('of %s', (id) => {
  test.each(shipped)('%s prints whole sentences, with records and without', async (template) => {
    const source = await sampleSource(id);
    for (const from of [source, withoutRecords(source)]) {
      const filled = await fillDocuments(templates, from, { template });
      if (!filled.ok) throw new Error(JSON.stringify(filled.error));
      expect(textsOf(filled.value.body).filter((text) => HALF.test(text))).toEqual([]);
    }
  });
});
