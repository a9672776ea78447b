import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { createOfficeWriter } from '../../../src/adapters/docx/create-office-writer.js';
import { scanXml } from '../../../src/adapters/xlsx/scan-xml.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import { draftOf, filledWith, NOTICE, partOf } from './drafts.js';

const draft = draftOf(NOTICE);
const body = partOf(draft);

/** The paragraph in which a text stands. */
function paragraphWith(text: string, xml = body): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/gs)?.find((one) => one.includes(text));
  if (found === undefined) throw new Error(`no paragraph has ${text}`);
  return found;
}

describe('a draft for Word has true styles', () => {
  it.each([
    ['文件', 'Mark', '发文机关标志'],
    ['〔　　　〕', 'DocumentNumber', '发文字号'],
    ['各市、自治州', 'Addressees', '主送机关'],
    ['根据《办法》', 'BodyText', '公文正文'],
    ['名次</w:t>', 'Heading1', '一级标题'],
    ['总分', 'Heading2', '二级标题'],
    ['第一组', 'Heading3', '三级标题'],
    ['说明</w:t>', 'Heading4', '四级标题'],
    ['附件：', 'Attachments', '附件说明'],
    ['附件</w:t>', 'AnnexMark', '附件'],
    ['省委办公厅', 'CopyTo', '版记'],
  ])('“%s” is set in %s, which people find as %s', (text, style, name) => {
    expect(paragraphWith(text)).toContain(`<w:pStyle w:val="${style}"/>`);
    const styles = partOf(draft, 'word/styles.xml');
    const own = styles.slice(styles.indexOf(`w:styleId="${style}"`));
    expect(own.slice(0, own.indexOf('</w:style>'))).toContain(`"${name}"`);
  });

  test('the tables are in 表格, their heads repeated and their rows whole', () => {
    expect(body).toContain('<w:tblStyle w:val="OfficialTable"/>');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(body).toContain('<w:gridSpan w:val="2"/>');
    expect(body.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
  });

  test('the page is that of GB/T 9704: 37, 35, 28 and 26 mm, 22 lines, page numbers outside', () => {
    expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(body).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(22 * 579).toBeLessThanOrEqual(16838 - 2098 - 1984);
    expect(partOf(draft, 'word/settings.xml')).toMatch(/mirrorMargins.*evenAndOddHeaders/);
    expect(partOf(draft, 'word/footer-odd.xml')).toMatch(/w:jc w:val="right".*— .* PAGE .* —/);
    expect(partOf(draft, 'word/footer-even.xml')).toContain('w:jc w:val="left"');
  });

  test('an annex begins a page and counts its heads anew', () => {
    const styles = partOf(draft, 'word/styles.xml');
    expect(styles).toMatch(/w:styleId="AnnexMark".*?<w:pageBreakBefore\/>/);
    expect(paragraphWith('方法')).toContain('<w:numId w:val="2"/>');
    expect(partOf(draft, 'word/numbering.xml')).toMatch(/w:numId="2".*startOverride w:val="1"/);
  });

  test('a sheet that another office signs begins a page', () => {
    const sheet = (name: string, part: string): string =>
      `<section class="sheet-of${part}"><h1>${name}</h1><table><tbody><tr><td>1</td></tr></tbody></table></section>`;
    const xml = partOf(draftOf(sheet('省质监局', '') + sheet('省农牧厅', ' part'), 'sheet'));
    expect(xml.split('省农牧厅')[0]).toContain('<w:type w:val="nextPage"/>');
  });

  test('words that stand in a cell before its paragraphs are kept', () => {
    const xml = partOf(
      draftOf(
        '<table class="form"><tbody><tr><th>备案意见</th><td>同意<b>备案</b>。<p>（盖章）</p>某日</td></tr></tbody></table>',
      ),
    );
    expect(xml).toMatch(/同意.*备案.*（盖章）.*某日/);
  });

  test('a wide section lies on its side', () => {
    expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });
});

test('a table of rules is set in 小五 or larger, the longest texts in its widest column', () => {
  const rule = `<p>${'达到基准目标得满分，每低一个百分点扣分，'.repeat(4)}</p>`.repeat(3);
  const cells = [
    '1.1.1',
    '制造业产品质量合格率（示例）及其他二十字的名称',
    '15',
    rule,
    '省市场监管局、省农业农村厅、省住建厅',
  ];
  const row = `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const xml = partOf(draftOf(`<main><table><tbody>${row}</tbody></table></main>`));
  const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"/g)].map(([, size]) => Number(size));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18);
  const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths.indexOf(Math.max(...widths))).toBe(3);
});

describe('a letter', () => {
  const heading =
    '<header class="letter-heading"><p class="mark">青海省质量工作联席会议办公室</p><p class="number">青质联函〔2015〕3号</p></header><h1>函</h1><main><p>正文。</p></main>';
  const letter = partOf(draftOf(heading, 'letter'));

  test('has its mark 30 mm from the edge of the paper, and a red double rule 4 mm below it', () => {
    const mark = paragraphWith('联席会议', letter);
    expect(mark).toMatch(/<w:framePr [^>]*w:vAnchor="page"[^>]* w:y="1701"\/>/);
    expect(mark).toMatch(/w:line="620" w:lineRule="exact"/);
    // 30 mm and 31 points and 4 mm, less the line of a point that carries the rule.
    const rule = paragraphWith('thickThinSmallGap', letter);
    expect(rule).toContain(`w:y="${String(1701 + 620 + 227 - 20)}"`);
    // 170 mm.
    expect(rule).toContain('w:w="9638"');
  });

  test('has its number at the right, and no red rule of an official paper below it', () => {
    const number = paragraphWith('青质联函', letter);
    expect(number).toContain('<w:jc w:val="right"/>');
    expect(number).toContain('<w:bottom w:val="nil"/>');
  });

  test('has no page number on its first page, but the second double rule', () => {
    expect(letter).toContain('<w:titlePg/>');
    expect(letter).toMatch(/<w:footerReference w:type="first" r:id="rIdFooterLetter"\/>/);
    const foot = partOf(draftOf(heading, 'letter'), 'word/footer-letter.xml');
    expect(foot).toContain('thinThickSmallGap');
    expect(foot).not.toContain('PAGE');
  });
});

describe('a paper with a cover', () => {
  const cover =
    '<header class="cover"><p class="title">质量工作考核细则手册</p><p class="subtitle">第1版</p><p class="by">质监局</p><p class="date">2015年9月</p></header><main><h2>依据</h2></main>';
  const handbook = partOf(draftOf(cover, 'plain'));

  test('has its title large and its office and date at the foot of a page without a number', () => {
    expect(paragraphWith('细则手册', handbook)).toContain('w:val="CoverTitle"');
    expect(paragraphWith('第1版', handbook)).toContain('w:val="Subtitle"');
    expect(paragraphWith('质监局', handbook)).toContain('w:yAlign="bottom"');
    expect(paragraphWith('2015年9月', handbook)).toContain('w:val="CoverFoot"');
    expect(handbook).toContain('<w:titlePg/>');
    expect(handbook).not.toContain('w:type="first" r:id="rIdFooter');
  });

  test('begins its text on the next page', () => {
    const [before] = handbook.split('依据');
    expect(before?.match(/<w:br w:type="page"\/>/g)).toHaveLength(1);
  });
});

describe('a draft is no official paper yet', () => {
  test('every page says 代拟稿', () => {
    expect(partOf(draft, 'word/header.xml')).toContain('代拟稿');
    expect(body).toMatch(/headerReference w:type="default".*headerReference w:type="even"/);
  });

  test('its number and its date are left blank', () => {
    expect(body).toContain('青质联办〔　　　〕　　号');
    expect(body).not.toContain('〔2015〕');
    expect(paragraphWith('月')).not.toContain('9月18日');
  });

  test('it does not say on which day it is printed', () => {
    expect(paragraphWith('印发')).toMatch(
      /blank:date.*\u3000{4}年\u3000\u3000月\u3000\u3000日.*印发/,
    );
    expect(body).not.toContain('9月18日');
  });

  test('figures and names of the run are content controls with what they are', () => {
    const control = /<w:tag w:val="score:haidong"\/>.*?<w:t xml:space="preserve">98\.95<\/w:t>/;
    expect(body).toMatch(control);
    expect(body.match(/<w:sdt>/g)).toHaveLength(7);
    const ids = [...body.matchAll(/<w:id w:val="(\d+)"\/>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('each figure stands in a bookmark of its own, of a name that Word allows', () => {
    const names = [...body.matchAll(/<w:bookmarkStart w:id="\d+" w:name="(\w{1,40})"\/>/g)];
    expect(names).toHaveLength(4);
    expect(new Set(names.map(([, name]) => name)).size).toBe(4);
    expect(body.match(/<w:bookmarkEnd /g)).toHaveLength(4);
  });

  test('its properties say of which run it is', () => {
    const custom = partOf(draft, 'docProps/custom.xml');
    expect(custom).toMatch(/name="kaoheng.template".*result-notice/);
    expect(custom).toMatch(/name="kaoheng.run".*7d0c2e5c/);
  });
});

describe('the file is sound', () => {
  test('every part is well-formed XML', () => {
    const archive = openArchive(draft);
    for (const name of archive.names) {
      expect(() => scanXml(archive.read(name), { open: () => undefined })).not.toThrow();
    }
  });

  test('the same document gives the same bytes', () => {
    expect(Buffer.from(draftOf(NOTICE)).equals(Buffer.from(draft))).toBe(true);
  });

  test('a text of a prefecture is a text, whatever it contains', () => {
    const text = '&lt;w:p&gt;\u202e]]&gt; &amp;amp; 😀堃\u0007';
    const xml = partOf(draftOf(`<main><p>${text}</p></main>`));
    expect(xml).toContain('&lt;w:p&gt;]]&gt; &amp;amp; 😀堃');
  });

  test.each(['video', 'iframe', 'script', 'form', 'input', 'pre', 'center'])(
    'the element <%s> is refused, not left out',
    async (element) => {
      const written = await createOfficeWriter().docx(
        filledWith(`<main><${element}></${element}></main>`),
      );
      expect(written).toMatchObject({
        ok: false,
        error: { code: 'unknown-markup', facts: { element } },
      });
    },
  );

  test('LibreOffice opens it with all its pages and words', ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'kaoheng-docx-'));
    try {
      writeFileSync(join(folder, 'draft.docx'), draft);
      const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless'];
      try {
        execFileSync(
          'soffice',
          [
            ...options,
            '--convert-to',
            'txt:Text (encoded):UTF8',
            '--outdir',
            folder,
            join(folder, 'draft.docx'),
          ],
          { stdio: 'ignore' },
        );
      } catch {
        skip('LibreOffice is not installed here');
      }
      const text = readFileSync(join(folder, 'draft.txt'), 'utf8').replaceAll(/\s/g, '');
      for (const words of [
        '一、名次',
        '（一）总分',
        '1.第一组',
        '（1）说明',
        '一、方法',
        '海东市得98.95分',
      ]) {
        expect(text).toContain(words);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
