import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../src/adapters/xlsx/read-workbook.js';
import { writeWorkbook } from '../../../src/adapters/xlsx/write-workbook.js';
import { examineYearData } from '../../../src/domain/metrics/index.js';
import { departmentWorkbook, readForm } from '../../../src/domain/workbooks/index.js';
import { faultMessage } from '../../../src/messages/index.js';
import { fillForm, type Answers } from '../../domain/workbooks/fill-form.js';
import { answered, bytesOf, set } from './haidong-form.js';

const options = { digest: 'x', period: '2015', past: () => undefined };

/** What is said of a department's form, one sentence a fault. */
async function saidOf(
  department: string | undefined,
  answer: (id: string, region: string) => Answers,
): Promise<readonly string[]> {
  const filled = fillForm(departmentWorkbook(set, department, options), (_, row) =>
    answer(row.get('代号') ?? '', row.get('地区') ?? ''),
  );
  return saidOfFile(await writeWorkbook(filled));
}

function saidOfFile(content: Uint8Array): readonly string[] {
  const raw = readWorkbook(content);
  if (!raw.ok) throw new Error(raw.error.code);
  const form = readForm(raw.value, '表.xlsx');
  const faults = form.ok ? examineYearData([form.value], set).faults : form.error;
  return faults.map((fault) => faultMessage(fault).what);
}

describe("a fault of a department's form", () => {
  it('names the region and the indicator of a mark, each once', async () => {
    const said = await saidOf('zjj', (id, region) => {
      if (id !== 'brand') return {};
      if (region === '海东市') return { 得分: '优' };
      if (region === '西宁市') return { 得分: 9 };
      return region === '海西州' ? { 得分: 3 } : {};
    });
    expect(said).toEqual([
      '西宁市：「品牌发展战略实施」得 9 分，应当在 0 与满分 4 分之间。',
      '海东市「品牌发展战略实施」：得分「优」不是数。',
      '海西州：「品牌发展战略实施」满分 4 分，得 3 分，没有写扣分理由。',
    ]);
  });

  it('names the region and the metric of a number', async () => {
    const said = await saidOf('zjj', (id, region) =>
      id === 'mfg_sampled' && region === '黄南州' ? { 数值: '无' } : {},
    );
    expect(said).toEqual([
      '黄南州「制造业产品抽样批次」：「无」说不清是没有发生、没有数据还是不适用。',
    ]);
  });

  it('names them where the cell itself cannot be read', async () => {
    const said = await saidOf('zjj', (id, region) =>
      id === 'brand' && region === '玉树州' ? { 扣分理由: '未\u202e设' } : {},
    );
    expect(said).toEqual(['玉树州「品牌发展战略实施」：单元格里有看不见的字符 U+202E。']);
  });
});

it("a fault of a region's form names what it is about, and not the region of every sheet", async () => {
  expect(saidOfFile(await bytesOf(answered('mfg_stated_rate', { text: '约九成' })))).toEqual([
    '「制造业产品质量合格率（市州填报）」：数值「约九成」不是数。',
  ]);
});
