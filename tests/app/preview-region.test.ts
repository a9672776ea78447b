import { describe, expect, it } from 'vitest';
import { previewFiles, previewTyped } from '../../src/app/preview-region.js';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.js';
import { createSetShelf } from '../../src/app/set-shelf.js';
import type { DataFile, FieldName } from '../../src/domain/metrics/index.js';
import { readForm, regionWorkbook } from '../../src/domain/workbooks/index.js';
import type { DataLibrary } from '../../src/ports/data-library.js';
import { fillForm, type Answers } from '../domain/workbooks/fill-form.js';
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

  it('shows what the events of its workbook add and take off, and of nobody else’s', async () => {
    const region = set.set.regions.assessed.find(({ id }) => id === 'haixi');
    if (region === undefined) throw new Error('no haixi');
    const options = { digest, period: '2015', past: () => undefined };
    const empty = regionWorkbook(set.set, region, options);
    const answers: Readonly<Record<string, Answers>> = {
      '632800-01': { 事项类别: '获得政府质量奖', 级别: '国家级', 发生日期: '2015-03-20' },
      '632800-03': { 事项类别: 'quality_incident', 级别: '一般', 发生日期: '2015年6月30日' },
    };
    const filled = fillForm(empty, (_, row) => answers[row.get('编号') ?? ''] ?? {});
    const raw = readWorkbook(await writeWorkbook(filled));
    const read = raw.ok ? readForm(raw.value, FILE) : raw;
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const shown = await preview(read.value);
    if (!shown.ok) throw new Error(JSON.stringify(shown.error));
    expect(shown.value.events.map(({ id, kind, counted }) => [id, kind, counted])).toEqual([
      ['632800-01', 'quality_award', '2'],
      ['632800-03', 'quality_incident', '1'],
    ]);
    expect([shown.value.bonus, shown.value.penalty]).toEqual(['2', '1']);
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
