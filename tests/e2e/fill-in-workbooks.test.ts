import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kaoheng, withFolder } from './run.js';

const SET = 'qinghai-2015';

describe('an office that sends forms down and gets them back', () => {
  it('makes a form for every region, and one for every department that has work', async () => {
    await withFolder(async (folder) => {
      const regions = await kaoheng('template', SET, '--for', 'region', '--out', `${folder}/a`);
      const departments = await kaoheng('template', SET, '--for', 'department', '--out', folder);

      expect(regions.exit).toBe(0);
      expect(regions.said).toContain('[8/8] 已生成');
      expect(departments.said).toContain('省质监局.xlsx');
    });
  });

  it('never loses a form that was filled in to a new one of the same name', async () => {
    await withFolder(async (folder) => {
      const form = join(folder, '海东市.xlsx');
      await writeFile(form, '填好的');
      const again = await kaoheng('template', SET, '--for', 'region', '--out', folder);

      expect(await readFile(form, 'utf8')).toBe('填好的');
      expect(again.exit).toBe(1);
      expect(again.said).toContain('海东市.xlsx 已经有了，没有改动');
      expect(again.said).toContain('已生成');
    });
  });

  it('is told by name which region is meant, and which are known', async () => {
    const { exit, said } = await kaoheng(
      ...['template', SET, '--for', 'department', '--department', '省气象局', '--out', 'x'],
    );
    expect(exit).toBe(2);
    expect(said).toContain('没有叫「省气象局」的有表可填的部门');
  });

  it('checks an empty form: nothing is wrong, and every blank is named by its cell', async () => {
    await withFolder(async (folder) => {
      const form = join(folder, '海东市.xlsx');
      await kaoheng('template', SET, '--for', 'region', '--region', '海东市', '--out', form);
      const notes = join(folder, '退回');
      const checked = await kaoheng(
        ...['check', SET, '--data', form, '--region', '海东市', '--notes', notes],
      );
      expect(checked.exit).toBe(0);
      expect(checked.out).toMatch(/海东市\.xlsx 填报数据!G\d+ data-missing \[错误\]/u);
      expect(checked.out).toContain('可以计分，但数据还不全：核对意见：错误4条');
      expect((await readFile(join(notes, '海东市.xlsx'))).subarray(0, 2).toString()).toBe('PK');
    });
  });

  it('tells in a line what all the others have not sent yet, and every blank of its own', async () => {
    await withFolder(async (folder) => {
      const form = join(folder, '海东市.xlsx');
      await kaoheng('template', SET, '--for', 'region', '--region', '海东市', '--out', form);
      const checked = await kaoheng('check', SET, '--data', form);
      const lines = checked.out.trim().split('\n');

      expect(checked.out).toMatch(/果洛州、海北州、.*、玉树州各有 12 项缺报：/);
      expect(checked.out).toMatch(/各有 19 项还没有评分：/);
      expect(lines.filter((line) => line.includes('海东市.xlsx'))).toHaveLength(4);
      expect(lines.length).toBeLessThan(15);
      const scored = await kaoheng('score', SET, '--data', folder);
      expect(scored.said.split('\n').length).toBeLessThan(30);
      expect(scored.said).toMatch(/各有 12 项缺报/);
    });
  });

  it('says of sums that do not agree that they are to be looked into first', async () => {
    await withFolder(async (folder) => {
      const data = join('indicators', SET, 'data');
      const copy = join(folder, '2015.yaml');
      const text = await readFile(join(data, '2015.yaml'), 'utf8');
      await writeFile(copy, text.replace(/( 2015:[^]*?mfg_sampled: *)(\d+)/, '$19$2'));
      const rest = ['marks.csv', 'events.yaml'].map((name) => join(data, name));
      const { exit, out } = await kaoheng('check', SET, '--data', copy, ...rest);

      expect(exit).toBe(0);
      expect(out).toContain('data-total-differs');
      expect(out).toContain('可以计分，但核对有错误：');
    });
  });

  it('is told of forms in folders that were not read, and reads them once they are named', async () => {
    await withFolder(async (folder) => {
      const form = join(folder, '市州', '海东市.xlsx');
      await kaoheng('template', SET, '--for', 'region', '--region', '海东市', '--out', form);
      const empty = await kaoheng('check', SET, '--data', folder);
      expect(empty.exit).toBe(2);
      expect(empty.said).toContain(`--data ${join(folder, '市州')}`);

      await writeFile(join(folder, '本年.csv'), '地区,填报数据,数值\n海东市,mfg_sampled,512\n');
      const beside = await kaoheng('check', SET, '--data', folder);
      expect(beside.out).toContain('workbook-folder-unread [提醒] 子文件夹里的工作簿没有读');
      const named = await kaoheng('check', SET, '--data', `${folder}/`, join(folder, '市州'));
      expect(named.out).not.toContain('workbook-folder-unread');
      expect(named.out).toContain('海东市.xlsx 填报数据!');
    });
  });

  it('says of an old Excel file what to do, and where', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, '西宁市.xls');
      await writeFile(file, Buffer.from('d0cf11e0a1b11ae100000000', 'hex'));
      const { exit, said } = await kaoheng('score', SET, '--data', folder);

      expect(exit).toBe(1);
      expect(said).toContain('workbook-old-format');
      expect(said).toContain('另存为 .xlsx');
    });
  });

  it('gets the result as a workbook, and only into a file', async () => {
    await withFolder(async (folder) => {
      const out = join(folder, '结果.xlsx');
      const made = await kaoheng('score', SET, '--format', 'xlsx', '--out', out);
      const none = await kaoheng('score', SET, '--format', 'xlsx');

      expect(made.exit).toBe(0);
      expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
      expect(none.exit).toBe(2);
    });
  });

  it('exports the scoring table and imports it as the same set', async () => {
    await withFolder(async (folder) => {
      const table = join(folder, '评分细则.xlsx');
      await kaoheng('export', SET, '--out', table);
      const imported = await kaoheng('import', table, '--out', join(folder, 'again'));
      const original = await kaoheng('validate', SET);

      expect(imported.exit).toBe(0);
      expect(imported.out).toBe(original.out);
    });
  });
});
