import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractText } from 'unpdf';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { kaoheng, withFolder } from './run.js';

async function pdfText(path: string): Promise<{ readonly text: string; readonly pages: number }> {
  const pdf = new Uint8Array(await readFile(path));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  return { text: text.replaceAll(/\s/g, ''), pages: totalPages };
}

describe('a prefecture asks where its points come from', () => {
  it('by its code, in words, with the numbers and their source', async () => {
    const { exit, out } = await kaoheng('explain', 'qinghai-food-2024', '--region', '630200');
    expect(exit).toBe(0);
    expect(out).toContain('得分推导：海东市（630200），2024');
    expect(out).toContain('（抽检批次－不合格批次）÷抽检批次×100%');
    expect(out).toContain('（6697－70）÷6697×100%');
    expect(out).toContain('来源：青海省市场监督管理局〔2025〕年第2号');
    expect(out).toContain('第1名');
  });

  it('for one indicator, by id, number or name, as text or as data', async () => {
    const argv = ['explain', 'qinghai-2015', '--region', 'haidong', '--indicator'] as const;
    const byId = await kaoheng(...argv, 'agri_pass_rate');
    const byNumber = await kaoheng(...argv, '1.1.2');
    expect(byNumber.out).toBe(byId.out);
    const json = JSON.parse((await kaoheng(...argv, '1.1.2', '--format', 'json')).out) as unknown;
    expect(json).toMatchObject({
      region: { id: 'haidong' },
      indicators: [{ status: 'scored' }],
      total: [],
    });
  });

  it('names what there is when the region or the indicator is unknown', async () => {
    const region = await kaoheng('explain', 'qinghai-2015', '--region', '海冬市');
    expect(region.exit).toBe(2);
    expect(region.said).toContain('haidong（海东市 630200）');
    const indicator = await kaoheng(
      'explain',
      'qinghai-2015',
      '--region',
      'haidong',
      '--indicator',
      'x',
    );
    expect(indicator.exit).toBe(2);
    expect(indicator.said).toContain('agri_pass_rate');
  });
});

describe('the office prints', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('and is told that an old Word file cannot be written, instead of finding a PDF of that name', async () => {
    await withFolder(async (folder) => {
      const argv = ['report', 'qinghai-2015', '--template', 'result-notice', '--out'] as const;
      const { exit, said } = await kaoheng(...argv, join(folder, '通报.doc'));
      expect(exit).toBe(2);
      expect(said).toContain('公文不能写成 .doc 文件');
      expect(await readdir(folder)).toEqual([]);
      expect((await kaoheng(...argv, join(folder, '通报.DOCX'))).exit).toBe(0);
      const word = await readFile(join(folder, '通报.DOCX'));
      expect(word.subarray(0, 2).toString()).toBe('PK');
    });
  }, 60_000);

  it('the notice with ranking, grades, veto and the word 示例 on paper', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'notice.pdf');
      const { exit } = await kaoheng(
        'report',
        'qinghai-2015',
        '--template',
        'result-notice',
        '--out',
        path,
      );
      expect(exit).toBe(0);
      const { text } = await pdfText(path);
      expect(text).toContain('示例数据，非真实考核结果');
      expect(text).toContain('关于2014—2015年度市州人民政府质量工作考核结果的通报');
      expect(text).toMatch(/1西宁市第一组193\.30A级/);
      expect(text).toContain('区域性产品质量安全事件');
    });
  }, 60_000);

  it('a score sheet for each region, with nothing of the others on it', async () => {
    await withFolder(async (folder) => {
      const { exit, said } = await kaoheng(
        'report',
        'qinghai-food-2024',
        '--template',
        'score-sheet',
        '--region',
        'all',
        '--out',
        folder,
      );
      expect(exit).toBe(0);
      expect(said).toContain('[8/8]');
      const files = (await readdir(folder)).sort();
      expect(files).toHaveLength(8);
      expect(files[1]).toBe('score-sheet-haibei.pdf');
      const { text } = await pdfText(join(folder, 'score-sheet-haidong.pdf'));
      expect(text).toContain('海东市');
      expect(text).not.toMatch(/西宁市|海南州|黄南州/);
    });
  }, 60_000);

  it('says what to do without a browser, writes the page all the same, and ends with 3', async () => {
    vi.stubEnv('KAOHENG_CHROME', '/nowhere/chrome');
    await withFolder(async (folder) => {
      const path = join(folder, 'notice.pdf');
      const { exit, said } = await kaoheng(
        'report',
        'qinghai-food-2024',
        '--template',
        'result-notice',
        '--out',
        path,
      );
      expect(exit).toBe(3);
      expect(said).toContain('KAOHENG_CHROME');
      expect(await readdir(folder)).toEqual(['notice.html']);
      expect(await readFile(join(folder, 'notice.html'), 'utf8')).toContain('海东市');
    });
  }, 60_000);

  it('names the templates when one is unknown', async () => {
    const { exit, said } = await kaoheng(
      'report',
      'qinghai-food-2024',
      '--template',
      'notice',
      '--out',
      'x.pdf',
    );
    expect(exit).toBe(2);
    expect(said).toContain('result-notice');
  });
});

describe('a wrong command line is answered in Chinese, with 2', () => {
  it.each([
    [['scor'], '是不是想写 score'],
    [['score'], '缺少参数 <体系>'],
    [['score', 'nosuch'], '找不到指标体系「nosuch」'],
    [['score', 'qinghai-2015', '--format', 'xml'], '可用：table, json, csv'],
    [['score', 'qinghai-2015', '--data', 'nowhere.csv'], '找不到数据「nowhere.csv」'],
    [['explain', 'qinghai-2015'], '必须给出选项 --region'],
    [['init', 'Bad Name'], '不能作体系的代号'],
    [[], '请给出命令'],
  ])('%j', async (argv, words) => {
    const { exit, out, said } = await kaoheng(...argv);
    expect(exit).toBe(2);
    expect(said).toContain(words);
    expect(out).not.toContain('error');
  });

  it('help shows examples and exit codes', async () => {
    const { exit, out } = await kaoheng('--help');
    expect(exit).toBe(0);
    expect(out).toContain('退出码');
    expect((await kaoheng('score', '--help')).out).toContain('例：');
  });
});
