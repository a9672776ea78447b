import { afterAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import type { DocumentForm } from '../../src/ports/template-source.js';
import { EXAMPLE, FOOD, type Result } from './fixtures.js';
import { faultsOf } from './geometry/check-pages.js';
import { printTemplate } from './geometry/print-specimen.js';

const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

/** So many regions, made from the first; where they are many, with a few indicators each. */
function withRegions(count: number, name: (index: number) => string): Result {
  const [model] = EXAMPLE.regions;
  if (model === undefined) throw new Error('no region');
  const regions = Array.from({ length: count }, (_, index) => ({
    ...model,
    id: `region_${index}`,
    name: name(index),
    rank: String(index + 1),
    indicators: count > 10 ? model.indicators.slice(0, 6) : model.indicators,
  }));
  return { ...EXAMPLE, regions, regionCount: count };
}

const LONG =
  '青海省海西蒙古族藏族自治州德令哈市经济技术开发区循环经济高质量发展示范园区管理委员会办公室';
const CRUEL: readonly (readonly [string, Result])[] = [
  ['eight regions in blocks and grades', EXAMPLE],
  ['eight regions and one indicator', FOOD],
  ['one region', withRegions(1, () => '西宁市')],
  ['sixty regions', withRegions(60, (index) => `第${index + 1}示范县`)],
  ['names of forty characters', withRegions(8, (index) => `${index}${LONG.slice(0, 39)}`)],
  [
    'thirty pages',
    {
      ...EXAMPLE,
      method: Array.from({ length: 150 }, (_, i) => `${i}${LONG.repeat(2)}，98.95%。`),
    },
  ],
];
const TEMPLATES: readonly (readonly [string, DocumentForm])[] = [
  ['result-notice', 'official'],
  ['score-sheet', 'sheet'],
];

describe.each(TEMPLATES)('%s', (template, form) => {
  test.each(CRUEL)(
    'stands to the millimetre on every page with %s',
    async (_, model) => {
      const pages = await printTemplate(renderer, template, model);
      const { disclaimer } = model.set;
      expect(faultsOf(pages, { form, disclaimer, runHash: model.runHash })).toEqual([]);
    },
    60_000,
  );
});
