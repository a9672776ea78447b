import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.js';
import { makeWorkbooks } from '../../src/app/make-workbooks.js';
import { digestOf } from '../../src/domain/scoring/index.js';
import { departmentWorkbook, regionWorkbook } from '../../src/domain/workbooks/index.js';
import { set } from '../adapters/xlsx/haidong-form.js';
import { scratchFolder, threadReader, workbookPorts } from '../adapters/xlsx/workbook-ports.js';
import { fillForm } from '../domain/workbooks/fill-form.js';

const folder = scratchFolder();
const ports = workbookPorts(await threadReader(folder));

function fileOf(name: string, content: string | Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What stands under 上年值 for 海东市 in a form of 2016, by metric; else the codes of the faults. */
async function pastIn(paths: readonly string[], unit: { region?: string; department?: string }) {
  const request = {
    for: unit.region === undefined ? ('department' as const) : ('region' as const),
    unit: unit.region ?? unit.department,
    period: '2016',
    paths,
  };
  for await (const made of makeWorkbooks(ports, 'qinghai-2015', request)) {
    if (!made.ok) {
      return made.error.kind === 'faults' ? made.error.faults.map(({ code }) => code) : [];
    }
    const raw = readWorkbook(made.value.content);
    if (!raw.ok) throw new Error(raw.error.code);
    return raw.value.sheets.flatMap(({ cells }) => {
      const head = cells.find(({ text }) => text === '上年值');
      const at = (row: number, column: number) =>
        cells.find((cell) => cell.row === row && cell.column === column)?.text;
      return cells.flatMap(({ row, column, text }) =>
        column === head?.column && row > head.row && text !== '—' && isOwn(at(row, 5))
          ? [`${at(row, 1) ?? ''}=${text}`]
          : [],
      );
    });
  }
  return [];
}

/** A department's rows name a region in their fifth column, a region's own the range. */
function isOwn(fifth: string | undefined): boolean {
  return !set.regions.assessed.some(({ name }) => name === fifth && name !== '海东市');
}

const YAML = 'metrics: { 2015: { haidong: { mfg_stated_rate: 93.36, mfg_sampled: 512 } } }\n';

describe("last year's values in this year's forms", () => {
  it.each([
    ['data that say no year of their own', YAML],
    ["last year's own data, with marks, events and targets", `period: 2015\n${YAML}events: []\n`],
    ["this year's data, which hold last year's", `period: 2016\n${YAML}`],
    [
      'data with a metric that there was last year',
      'period: 2015\nmetrics: { 2015: { haidong: { mfg_stated_rate: 93.36, gone: 1 } } }\n',
    ],
  ])('come from %s', async (name, yaml) => {
    const path = fileOf(`${String(name.length)}.yaml`, yaml);
    expect(await pastIn([path], { region: 'haidong' })).toEqual(['mfg_stated_rate=93.36']);
  });

  it('come from a table without years', async () => {
    const path = fileOf('上年.csv', '地区,填报数据,数值\n海东市,mfg_sampled,512\n');
    expect(await pastIn([path], { department: 'zjj' })).toEqual(['mfg_sampled=512']);
  });

  it("come from last year's forms as they were sent back", async () => {
    const options = {
      digest: digestOf(set, ports.sha256),
      period: '2015',
      past: () => undefined,
    };
    const region = set.regions.assessed.find(({ id }) => id === 'haidong');
    if (region === undefined) throw new Error('no haidong');
    const own = fillForm(regionWorkbook(set, region, options), (_, row) =>
      row.get('代号') === 'work_report' ? { 本年值: '体现不充分' } : {},
    );
    const supplied = fillForm(departmentWorkbook(set, 'zjj', options), (_, row) =>
      row.get('代号') === 'mfg_sampled' && row.get('地区') === '海东市' ? { 数值: 512 } : {},
    );
    const paths = [
      fileOf('海东市.xlsx', await writeWorkbook(own)),
      fileOf('省质监局.xlsx', await writeWorkbook(supplied)),
    ];
    expect(await pastIn(paths, { region: 'haidong' })).toEqual(['work_report=体现不充分']);
    expect(await pastIn(paths, { department: 'zjj' })).toEqual(['mfg_sampled=512']);
  });

  it('are missed aloud where the data hold another year', async () => {
    const path = fileOf('前年.yaml', YAML.replace('2015', '2014'));
    expect(await pastIn([path], { region: 'haidong' })).toEqual(['data-no-values-of-period']);
  });

  it('are not taken from data with faults', async () => {
    const path = fileOf('错.yaml', YAML.replace('93.36', '约九成'));
    expect(await pastIn([path], { region: 'haidong' })).toEqual(['data-not-a-number']);
  });
});
