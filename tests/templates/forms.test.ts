import { afterAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { fillDocuments } from '../../src/app/fill-documents.js';
import type { DocumentSource } from '../../src/domain/documents/document-source.js';
import type { FilledTemplate } from '../../src/ports/template-source.js';
import { sampleSource } from '../domain/documents/sample-source.js';
import { faultsOf } from './geometry/check-pages.js';
import { readPages } from './geometry/read-pages.js';

const FORMS = [
  'target-filing',
  'self-assessment',
  'data-confirmation',
  'department-marks',
  'site-visit-record',
  'appeal-form',
  'appeal-ruling',
  'rectification-ledger',
];
const SETS = ['qinghai-2015', 'qinghai-food-2024', 'variety-1000', 'qinghai-county-2015'];

const templates = templateFolder('templates');
const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

const sources = new Map(
  await Promise.all(SETS.map(async (id) => [id, await sampleSource(id)] as const)),
);
function sourceOf(id: string): DocumentSource {
  const source = sources.get(id);
  if (source === undefined) throw new Error(id);
  return source;
}

async function fill(
  template: string,
  source: DocumentSource,
  region?: string,
): Promise<FilledTemplate> {
  const filled = await fillDocuments(templates, source, { template, region });
  if (!filled.ok) throw new Error(JSON.stringify(filled.error));
  return filled.value;
}

/** The text of a page as a reader sees it, without its markup; room for a hand is underlined. */
const textOf = ({ body }: FilledTemplate): string =>
  body.replaceAll(/<span class="blank[^>]*><\/span>/g, '____').replaceAll(/<[^>]*>/g, '');

const CASES = FORMS.flatMap((form) => SETS.map((set) => [form, set] as const));

describe('every form fills from every shipped set', () => {
  test.each(CASES)('%s of %s, for all and for one', async (form, set) => {
    const source = sourceOf(set);
    const all = textOf(await fill(form, source));
    const one = textOf(await fill(form, source, source.set.regions.assessed[0]?.id));
    for (const text of [all, one]) {
      expect(text).not.toMatch(/undefined|null|\[object|NaN/);
      // Half a sentence: a bracket with nothing in it, a stop after a comma, two stops.
      expect(text).not.toMatch(/（）|《》|“”|，。|、。|：。|，，|。。|；。|（，/);
    }
  });
});

describe('no form of one prefecture tells of another', () => {
  test.each(FORMS)('%s', async (form) => {
    const source = sourceOf('qinghai-2015');
    for (const { id } of source.set.regions.assessed) {
      const text = textOf(await fill(form, source, id));
      for (const other of source.set.regions.assessed.filter((one) => one.id !== id)) {
        expect(text).not.toContain(other.name);
      }
    }
  });
});

const LONG = '青海省海西蒙古族藏族自治州德令哈市经济技术开发区循环经济高质量发展示范园区管理委员会';

/** The sample year where a region’s name has forty characters and every record goes on and on. */
function cruel(source: DocumentSource): DocumentSource {
  const assessed = source.set.regions.assessed.map((region) => ({ ...region, name: LONG }));
  const words = JSON.stringify(source.records).replaceAll(
    '示例：',
    `${LONG}<b>&"'：`.replaceAll('"', '\\"'),
  );
  return {
    ...source,
    set: { ...source.set, regions: { ...source.set.regions, assessed } },
    records: JSON.parse(words) as DocumentSource['records'],
  };
}

describe('every form stands inside its margins', () => {
  const source = sourceOf('qinghai-2015');
  test.each(
    FORMS.flatMap((form) => [
      [form, 'with the sample records', source] as const,
      [form, 'with names of forty characters and long records', cruel(source)] as const,
    ]),
  )(
    '%s %s',
    async (form, _, year) => {
      const filled = await fill(form, year, 'guoluo');
      const printed = await renderer.render(filled);
      if (!printed.ok) throw new Error(JSON.stringify(printed.error));
      const { disclaimer } = year.set;
      const expected = {
        form: filled.manifest.form,
        disclaimer: disclaimer ?? null,
        runHash: filled.facts.runHash,
      };
      expect(faultsOf(await readPages(printed.value.pdf), expected)).toEqual([]);
    },
    60_000,
  );
});

test('the basis of a filed target is written along the line, and the form keeps to one page', async () => {
  const printed = await renderer.render(
    await fill('target-filing', sourceOf('qinghai-2015'), 'xining'),
  );
  if (!printed.ok) throw new Error(JSON.stringify(printed.error));
  const pages = await readPages(printed.value.pdf);
  expect(pages).toHaveLength(1);
  const expected = {
    form: 'plain' as const,
    disclaimer: sourceOf('qinghai-2015').set.disclaimer ?? null,
    runHash: '',
  };
  expect(faultsOf(pages, expected)).toEqual([]);
}, 60_000);

test('forms for all stand in the order of the administrative code', async () => {
  const all = textOf(await fill('target-filing', sourceOf('qinghai-2015')));
  const names = [...all.matchAll(/填报单位（盖章）：(.{3})/gu)].map(([, name]) => name);
  expect(names).toEqual('西宁市 海东市 海北州 黄南州 海南州 果洛州 玉树州 海西州'.split(' '));
});
