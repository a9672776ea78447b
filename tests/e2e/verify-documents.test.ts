import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editDraft } from '../adapters/documents/edited-drafts.js';
import { shippedDraft } from '../adapters/docx/shipped-drafts.js';
import { copySet, kaoheng, withFolder } from './run.js';

describe('the office checks the notice that came back from the leaders', () => {
  it('which agrees as it was handed out', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, '通报.docx');
      await writeFile(path, await shippedDraft('result-notice'));
      const { exit, out } = await kaoheng('verify-document', path, 'qinghai-2015');
      expect(out).toContain('公文：考核结果通报（result-notice）');
      expect(out).toContain('核验通过');
      expect(exit).toBe(0);
    });
  }, 60_000);

  it('which has a score and a name changed, and a sentence with a number of its own', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, '通报.docx');
      const edited = editDraft(await shippedDraft('result-notice'), (xml) =>
        xml
          .replace('>93.30<', '>93.03<')
          .replace('>海东市<', '>海冬市<')
          .replace('<w:p>', '<w:p><w:r><w:t>平均分为97.77分。</w:t></w:r></w:p><w:p>'),
      );
      await writeFile(path, edited);
      const { exit, out } = await kaoheng('verify-document', path, 'qinghai-2015');
      expect(exit).toBe(1);
      expect(out).toContain('校验码一致');
      expect(out).toContain('西宁市 总分应为 93.30，文中是 93.03。（figure-changed）');
      expect(out).toContain('海东市 名称应为 海东市，文中是 海冬市。（figure-changed）');
      expect(out).toContain('97.77 像是考核的数，计算结果里没有，请核对来源。（number-unknown）');
    });
  }, 60_000);
});

describe('the office checks a letter in which somebody put another prefecture', () => {
  it('and is told of its title, its addressee and its attachment', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, '反馈函.docx');
      const edited = editDraft(await shippedDraft('feedback-letter', undefined, 'haixi'), (xml) =>
        xml.replaceAll('>海西州', '>海北州'),
      );
      await writeFile(path, edited);
      const { exit, out } = await kaoheng('verify-document', path, 'qinghai-2015');
      expect(exit).toBe(1);
      const told = out.split('\n').filter((line) => line.includes('figure-changed'));
      const [title, addressee, chart, attachment, ...others] = told;
      expect(title).toContain(
        '第3段“青海省质量工作联席会议办”：海西州 名称应为 海西州，文中是 海北州',
      );
      expect(addressee).toContain('海西州 政府名称应为 海西州人民政府，文中是 海北州人民政府');
      expect(chart).toContain('“海北州各方面得分率”：海西州 名称应为 海西州');
      expect(attachment).toContain('“附件：海北州考核评分明细”：海西州 名称应为 海西州');
      // The annex's title, the head of its table and what was found in the data.
      expect(others).toHaveLength(3);
    });
  }, 60_000);
});

describe('the office checks a document that rests on no result', () => {
  it.each(['preview', 'assessment-notice', 'target-filing', 'handbook'])(
    '%s, and is told so, without its being a difference',
    async (template) => {
      await withFolder(async (folder) => {
        const path = join(folder, '公文.docx');
        await writeFile(path, await shippedDraft(template, undefined, 'haidong'));
        const { exit, out } = await kaoheng('verify-document', path, 'qinghai-2015');
        expect(out).toContain('这种公文不依据计分结果，没有校验码');
        expect(out).toContain('核验通过：公文与指标体系、填报数据一致。');
        expect(exit).toBe(0);
      });
    },
    60_000,
  );

  it('and a hash that stands on it all the same vouches for nothing', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, '通知.docx');
      const draft = await shippedDraft('assessment-notice');
      const property = 'name="kaoheng.run"><vt:lpwstr>';
      const edited = editDraft(
        draft,
        (xml) => xml.replace(property, `${property}${'0'.repeat(64)}`),
        'docProps/custom.xml',
      );
      await writeFile(path, edited);
      const { exit, out } = await kaoheng('verify-document', path, 'qinghai-2015');
      expect(out).toContain(`文件上的 ${'0'.repeat(64)} 不作依据`);
      expect(exit).toBe(0);
    });
  }, 60_000);
});

describe('the office takes up the letter of another prefecture', () => {
  it('and is told whose it is, not every figure of it', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, '函.docx');
      await writeFile(path, await shippedDraft('feedback-letter', undefined, 'yushu'));
      const argv = ['verify-document', path, 'qinghai-2015', '--region', '果洛州'] as const;
      const { exit, out, said } = await kaoheng(...argv);
      expect(exit).toBe(1);
      expect(said).toContain('这份公文是玉树州的，不是果洛州的');
      expect(out).not.toContain('figure-unknown');
    });
  }, 60_000);
});

describe('somebody holds a printed sheet against the data', () => {
  it('which is of this run, and not of another', async () => {
    await withFolder(async (folder) => {
      const sheet = join(folder, '得分明细.pdf');
      const argv = ['--template', 'score-sheet', '--region', 'haidong', '--out', sheet] as const;
      expect((await kaoheng('report', 'qinghai-food-2024', ...argv)).exit).toBe(0);
      const same = await kaoheng('verify-document', sheet, 'qinghai-food-2024');
      expect(same.out).toContain('（score-sheet，海东市）');
      expect(same.out).toContain('核验通过');
      expect(same.exit).toBe(0);

      const other = await copySet('qinghai-food-2024', folder, (_, text) =>
        text.replaceAll('6697', '6679'),
      );
      const { exit, out } = await kaoheng('verify-document', sheet, other);
      expect(exit).toBe(1);
      expect(out).toContain('校验码不一致');
      expect(out).toMatch(/数应为 .*，文中是 .*。（number-changed）/);
    });
  }, 120_000);

  it('which is a letter, whose number is painted behind its text', async () => {
    await withFolder(async (folder) => {
      const letter = join(folder, '反馈意见函.pdf');
      const argv = ['--template', 'feedback-letter', '--region', 'guoluo', '--out', letter];
      expect((await kaoheng('report', 'qinghai-2015', ...argv)).exit).toBe(0);
      expect(await kaoheng('verify-document', letter, 'qinghai-2015')).toMatchObject({
        exit: 0,
        out: expect.stringContaining('核验通过') as string,
      });
    });
  }, 120_000);

  it('of which there is only the paper, by the hash', async () => {
    const { out } = await kaoheng('score', 'qinghai-food-2024', '--format', 'json');
    const { runHash } = JSON.parse(out) as { readonly runHash: string };
    const check = (hash: string) => kaoheng('verify-document', '--hash', hash, 'qinghai-food-2024');
    expect((await check(runHash)).exit).toBe(0);
    expect((await check(runHash.slice(0, 16).toUpperCase())).exit).toBe(0);
    expect(await check('0'.repeat(64))).toMatchObject({ exit: 1 });
    expect(await check('abc')).toMatchObject({ exit: 2 });
  });
});

describe('a document that cannot be checked is answered in Chinese', () => {
  it.each([
    [['verify-document', 'nowhere.docx', 'qinghai-2015'], '找不到公文「nowhere.docx」', 2],
    [['verify-document', 'README.md', 'qinghai-2015'], 'document-unknown-kind', 1],
    [['verify-document', 'README.md'], '请给出公文和体系', 2],
  ])('%j', async (argv, words, code) => {
    const { exit, said } = await kaoheng(...argv);
    expect(said).toContain(words);
    expect(exit).toBe(code);
  });
});
