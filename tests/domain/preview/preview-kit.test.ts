import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/adapters/files/sha256.js';
import { compilePlan } from '../../../src/domain/plan/index.js';
import {
  openKit,
  packKit,
  previewRegion,
  type PreviewKit,
} from '../../../src/domain/preview/index.js';
import { digestOf } from '../../../src/domain/scoring/index.js';
import { sampleYear } from './sample-year.js';

const SETS = ['qinghai-2015', 'variety-1000', 'qinghai-food-2024', 'qinghai-county-2015'];

function throughJson(kit: PreviewKit): PreviewKit {
  return JSON.parse(JSON.stringify(kit)) as PreviewKit;
}

describe.each(SETS)('the preview kit of %s', (id) => {
  it('gives the same preview after it went through JSON', async () => {
    const { set, data } = await sampleYear(id);
    const kit = openKit(throughJson(packKit(set, digestOf(set, sha256))));
    expect(digestOf(kit.set, sha256)).toBe(kit.digest);
    expect(kit.plan).toEqual(compilePlan(set));
    for (const region of set.regions.assessed) {
      const here = previewRegion(set, compilePlan(set, data.period), region.id, data);
      const there = previewRegion(kit.set, kit.plan, region.id, data);
      expect(JSON.stringify(there)).toBe(JSON.stringify(here));
    }
  });

  it('holds rules and words, and no number that anybody submitted', async () => {
    const { set, data } = await sampleYear(id);
    const text = JSON.stringify(packKit(set, ''));
    expect(text).not.toContain('provenance');
    expect(packKit(set, '')).not.toHaveProperty('inputs');
    expect(data.values.length).toBeGreaterThan(0);
  });
});

describe('a page that previews', () => {
  it('carries neither the formula parser nor a reader of files', async () => {
    const { metafile } = await build({
      entryPoints: ['src/domain/preview/index.ts'],
      bundle: true,
      write: false,
      metafile: true,
      platform: 'browser',
      format: 'esm',
    });
    const packages = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'));
    expect(packages.filter((path) => /mathjs|yaml|csv|handlebars/.test(path))).toEqual([]);
    expect(packages.some((path) => path.includes('decimal.js'))).toBe(true);
  });
});
