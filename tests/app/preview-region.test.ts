import { describe, expect, it } from 'vitest';
import { previewFiles, previewTyped } from '../../src/app/preview-region.js';
import { createSetShelf } from '../../src/app/set-shelf.js';
import type { DataFile, FieldName } from '../../src/domain/metrics/index.js';
import type { DataLibrary } from '../../src/ports/data-library.js';
import { PORTS } from '../domain/preview/sample-year.js';

const FILE = '填报表.xlsx';
const PLACE = { file: FILE, line: 5, column: 3 };

/** A region's form as its reader gives it. */
function form(unit: string, digest: string, period = '2015'): DataFile {
  const fields: Partial<Record<FieldName, string>> = {
    region: unit,
    metric: 'mfg_sampled',
    value: '605',
  };
  return {
    file: FILE,
    period: { text: period, place: PLACE },
    source: undefined,
    records: [{ kind: 'value', fields, placeOf: () => PLACE }],
    form: {
      kind: 'region',
      unit,
      name: unit,
      set: 'qinghai-2015',
      version: '1.0.0',
      digest,
      period,
      shownNames: [],
      place: PLACE,
    },
  };
}

function libraryOf(file: DataFile): DataLibrary {
  return {
    open: () => Promise.resolve({ status: 'read', files: { ok: true, value: [file] } }),
  };
}

const opened = await createSetShelf(PORTS, () => 0).open('qinghai-2015');
if (!opened.ok) throw new Error('the set is sound');
const set = opened.value;

describe("a region's preview by its form", () => {
  const { digest } = set;
  const request = { region: 'haixi', explain: [] };
  const preview = (file: DataFile) =>
    previewFiles(set, request, { library: libraryOf(file), names: [FILE] }, undefined);

  it('reads its own, and refuses the neighbour’s and last year’s by name', async () => {
    expect((await preview(form('haixi', digest))).ok).toBe(true);
    for (const wrong of [form('xining', digest), form('haixi', digest, '2014')]) {
      const refused = await preview(wrong);
      expect(refused.ok).toBe(false);
      if (refused.ok || refused.error.kind !== 'faults') throw new Error('a fault was expected');
      expect(refused.error.faults.map(({ file }) => file)).toEqual([FILE]);
    }
  });

  it('lets a region ask for 不适用 where it would state its points', () => {
    const typed = previewTyped(set, request, {
      input: { period: '2015', self: { brand: { points: '不适用', reason: '没有这项工作' } } },
      length: 100,
      file: '请求正文',
      locate: () => PLACE,
    });
    if (!typed.ok) throw new Error('it is sound');
    const brand = typed.value.indicators.find(({ id }) => id === 'brand');
    expect(brand).toMatchObject({ status: 'pending', waitsFor: 'grant' });
    expect(typed.value.findings.map(({ code }) => code)).toContain('data-not-applicable-pending');
  });

  it('gives what typing the same figures gives', async () => {
    const filed = await preview(form('haixi', digest));
    const typed = previewTyped(set, request, {
      input: { period: '2015', metrics: { '2015': { mfg_sampled: '605' } } },
      length: 100,
      file: '请求正文',
      locate: () => PLACE,
    });
    if (!filed.ok || !typed.ok) throw new Error('both are sound');
    expect(typed.value.indicators).toEqual(filed.value.indicators);
    expect(typed.value.subtotals).toEqual(filed.value.subtotals);
  });
});
