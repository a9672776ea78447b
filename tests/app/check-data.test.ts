import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/adapters/xlsx/read-workbook.js';
import { annotateWorkbook } from '../../src/adapters/xlsx/annotate-workbook.js';
import { writeWorkbook } from '../../src/adapters/xlsx/write-workbook.js';
import { checkData } from '../../src/app/check-data.js';
import { scoreSet } from '../../src/app/score-set.js';
import { digestOf } from '../../src/domain/scoring/index.js';
import { departmentWorkbook } from '../../src/domain/workbooks/index.js';
import { answered, bytesOf, filled, set } from '../adapters/xlsx/haidong-form.js';
import { scratchFolder, threadReader, workbookPorts } from '../adapters/xlsx/workbook-ports.js';
import { fillForm } from '../domain/workbooks/fill-form.js';
import { unzip } from '../adapters/xlsx/zip-parts.js';

const folder = scratchFolder();
const ports = workbookPorts(await threadReader(folder));
const DEPARTMENT = {
  digest: digestOf(set, ports.sha256),
  period: '2015',
  past: () => undefined,
};

async function saved(name: string, bytes: Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await bytes);
  return path;
}

async function checked(path: string, region?: string) {
  const result = await checkData(ports, 'qinghai-2015', { paths: [path], region });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('checking data', () => {
  it('finds the faults that scoring finds, and what is beside them', async () => {
    const path = await saved('海东市.xlsx', bytesOf(answered('mfg_stated_rate', { text: '无' })));
    const { faults } = await checked(path);
    const scored = await scoreSet(ports, 'qinghai-2015', { paths: [path] });

    expect(faults.map(({ code, sheet, line, column }) => [code, sheet, line, column])).toEqual([
      ['data-value-none', '填报数据', 6, 7],
    ]);
    expect(scored.ok).toBe(false);
    expect(!scored.ok && scored.error).toMatchObject({ kind: 'faults', faults });
  });

  it('does not call a number absent that is there and cannot be read', async () => {
    const sampled = (answers: Readonly<Record<string, string | number>>) =>
      fillForm(departmentWorkbook(set, 'zjj', DEPARTMENT), (_, row) =>
        row.get('代号') === 'mfg_sampled' && row.get('地区') === '西宁市' ? answers : {},
      );
    const path = await saved('省质监局.xlsx', writeWorkbook(sampled({ 数值: '约800' })));
    const { faults, findings } = await checked(path);
    expect(faults.map(({ code }) => code)).toEqual(['data-not-a-number']);
    expect(findings.filter(({ region }) => region === 'xining')).toEqual([]);
  });

  it('points at the cell that was left blank', async () => {
    const path = await saved('海东市 空.xlsx', bytesOf(answered('work_report', { text: '' })));
    const { faults, findings } = await checked(path, '海东市');

    expect(faults).toEqual([]);
    const missing = findings.find(
      ({ code, metric }) => code === 'data-missing' && metric === 'work_report',
    );
    expect(missing?.place).toMatchObject({ sheet: '填报数据', line: 9, column: 7 });
  });

  it('points at the cell of a target that is too low', async () => {
    const form = fillForm(filled, (sheet, row) =>
      sheet === '目标备案' && row.get('代号') === 'agri_rate' ? { 备案目标值: 90 } : {},
    );
    const { findings } = await checked(await saved('海东市 低.xlsx', bytesOf(form)), '海东市');
    const low = findings.find(({ code }) => code === 'data-target-below-minimum');
    expect(low?.place).toMatchObject({ sheet: '目标备案', column: 6 });
  });

  it('says nothing of other regions beside the faults of the one that is asked for', async () => {
    const form = bytesOf(answered('mfg_stated_rate', { text: '无' }));
    const { faults, findings } = await checked(await saved('海东市 无.xlsx', form), '海东市');
    expect(faults).toHaveLength(1);
    expect(findings.filter(({ region }) => region !== undefined && region !== 'haidong')).toEqual(
      [],
    );
  });

  it("takes only the one region's form where it is asked to", async () => {
    const path = await saved('海东.xlsx', bytesOf());
    const { faults } = await checked(path, 'xining');

    expect(faults.map(({ code }) => code)).toEqual(['workbook-unit-unwanted']);
  });

  it('writes notes into a copy that reads as before', async () => {
    const bytes = await bytesOf();
    const text = '【错误】「无」说不清。\n=1+1';
    const copy = await annotateWorkbook(bytes, [
      { sheet: '填报数据', row: 6, column: 7, text },
      { sheet: '填报数据', row: 6, column: 7, text: '第二条' },
      { sheet: '自评', row: 7, column: 7, text: '【提醒】空着' },
    ]);
    const parts = unzip(copy);
    const comments = [...parts].filter(([name]) => name.includes('comments')).map(([, xml]) => xml);

    expect(comments.join('')).toContain('第二条');
    // The notes of the form itself, on its heads, stay.
    expect(comments).toHaveLength(4);
    expect(comments.join('')).toContain('没有数据留空');
    expect(readWorkbook(copy)).toEqual(readWorkbook(bytes));
    // What protects and guides the office that gets it back is still there.
    for (const kept of ['<sheetProtection', '<dataValidation ', '<mergeCell ']) {
      expect(parts.get('xl/worksheets/sheet2.xml')).toContain(kept);
    }
    expect(parts.get('xl/workbook.xml')).toMatch(/name="考衡"[^>]*hidden/);
  });
});
