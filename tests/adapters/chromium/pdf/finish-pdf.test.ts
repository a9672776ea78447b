import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../../../src/adapters/chromium/chromium-renderer.js';
import { PdfFile } from '../../../../src/adapters/chromium/pdf/pdf-file.js';
import { asReference } from '../../../../src/adapters/chromium/pdf/pdf-value.js';
import { describePrintFault } from '../../../../src/messages/print-faults.js';
import type { DocumentRenderer } from '../../../../src/ports/document-renderer.js';
import { documentOf, filledWith, RUN_HASH } from '../filled.js';
import { openPrint, readPrint, type ReadPage } from '../read-print.js';

let printer: DocumentRenderer;
beforeAll(() => {
  printer = createChromiumRenderer();
});
afterAll(() => printer.close());

async function printed(body: string, options?: Parameters<typeof filledWith>[1]) {
  const result = await printer.render(filledWith(body, options));
  if (!result.ok) throw new Error(describePrintFault(result.error));
  return result.value;
}

async function pagesOf(body: string): Promise<ReadPage[]> {
  return readPrint((await printed(body)).pdf);
}

/** Where a page's number stands, from the sheet's left and lower edges, in millimetres. */
function numberOf(page: ReadPage | undefined): { x: number; y: number } | null {
  const dash = page?.words.find(({ text, isTagged }) => !isTagged && text.startsWith('—'));
  return dash === undefined ? null : { x: dash.x, y: dash.y };
}

/** Where a text begins, from the sheet's left edge. */
function leftOf(page: ReadPage | undefined, text: string): number {
  return page?.words.find((word) => word.text.startsWith(text))?.x ?? Number.NaN;
}

describe('the colophon', () => {
  test('stands on the last page when that is an even one, in its margins and its tags', async () => {
    const [, second, ...more] = await pagesOf(documentOf(2));
    expect(more).toEqual([]);
    expect(second?.text).toBe('—2—第2节正文2抄送：各部门。示例省人民政府办公厅');
    expect(second?.tags).toEqual([
      'H2:第2节',
      'P:正文2',
      'P:抄送：各部门。',
      'P:示例省人民政府办公厅',
    ]);
    // It was printed with the margins of an odd page.
    expect(leftOf(second, '抄送')).toBeCloseTo(leftOf(second, '正文'), 1);
    expect(leftOf(second, '抄送')).toBeCloseTo(26, 0);
  });

  test('has the back of a sheet after an odd number of pages, with its number', async () => {
    const pages = await pagesOf(documentOf(3));
    expect(pages.map(({ text }) => text.slice(0, 3))).toEqual(['—1—', '—2—', '—3—', '—4—']);
    expect(pages[3]?.tags).toEqual(['P:抄送：各部门。', 'P:示例省人民政府办公厅']);
  });

  test('takes the numbers from itself and the blank page before it', async () => {
    const room = '<div class="page" style="height:50mm"></div>';
    const pages = await pagesOf(documentOf(2).replace('</main>', `</main>${room}`));
    expect(pages.map(({ text }) => text)).toEqual([
      '—1—考核结果第1节正文1',
      '—2—第2节正文2',
      '',
      '抄送：各部门。示例省人民政府办公厅',
    ]);
  });

  test('is not put on a landscape table, but on the next even page', async () => {
    const pages = await pagesOf(documentOf(2, { endsWide: true }));
    expect(pages.map(({ text }) => text).slice(2)).toEqual([
      '',
      '抄送：各部门。示例省人民政府办公厅',
    ]);
    // It was printed on an odd page.
    expect(leftOf(pages[3], '抄送')).toBeCloseTo(26, 0);
  });

  test('longer than a page stays where it is, with a notice', async () => {
    const long = documentOf(1).replace('<p>抄送', `${'<p>抄送机关</p>'.repeat(60)}<p>抄送`);
    const css = '.colophon { height: auto; display: block; }';
    const { pages, notices } = await printed(long, { css });
    expect(pages).toBeGreaterThan(2);
    expect(notices.join('')).toContain('版记超过一页');
  });
});

describe('a landscape table', () => {
  test('stands on the sheet with its head to the left, on odd pages and on even ones', async () => {
    for (const count of [1, 2]) {
      const page = (await pagesOf(documentOf(count, { endsWide: true, hasColophon: false }))).at(
        -1,
      );
      expect(page?.rotate).toBe(90);
      expect([page?.widthMm, page?.heightMm].map((side) => Math.round(side ?? 0))).toEqual([
        210, 297,
      ]);
      const at = (text: string) => page?.words.find((word) => word.text.startsWith(text));
      // The head is to the left of the row, and a row runs upwards.
      expect(at('名次')?.x).toBeLessThan(at('西宁')?.x ?? 0);
      expect(at('名次')?.y).toBeLessThan(at('单位')?.y ?? 0);
      const binding = count === 1 ? 28 : 26;
      expect(at('正文')?.x).toBeGreaterThan(binding);
      // The number is where it stands on a portrait page: at the foot, outside.
      const place = page?.words.find(({ text }) => text.includes('—'));
      expect(place?.y).toBeLessThan(35);
      if (count === 1) expect(place?.x).toBeGreaterThan(90);
    }
  });

  test('keeps its tags and its links', async () => {
    const page = (await pagesOf(documentOf(2, { endsWide: true }))).at(1);
    expect(page?.tags).toEqual(['H2:第2节', 'P:正文2', 'TH:名次', 'TH:单位', 'TH:1', 'TD:西宁']);
    const [[left = 0, bottom = 0, right = 0, top = 0] = []] = page?.links ?? [];
    const city = page?.words.find(({ text }) => text === '西宁');
    expect(city?.x).toBeGreaterThan(left);
    expect(city?.x).toBeLessThan(right);
    expect(city?.y).toBeGreaterThanOrEqual(bottom - 0.5);
    expect(city?.y).toBeLessThan(top);
  });
});

describe('several documents in one file', () => {
  test('have their own page numbers and colophons, and share no sheet', async () => {
    const body = [3, 2, 1]
      .map((count) => documentOf(count, { title: `考核结果${count}` }))
      .join('');
    const texts = (await pagesOf(body)).map(({ text }) => text.slice(0, 8));
    expect(texts).toEqual([
      '—1—考核结果3',
      '—2—第2节正文',
      '—3—第3节正文',
      '—4—抄送：各部',
      '—1—考核结果2',
      '—2—第2节正文',
      '—1—考核结果1',
      '—2—抄送：各部',
    ]);
  });

  test('begin on a right page each, with its margins and the number outside', async () => {
    const body = [1, 2, 2, 1].map((count) => documentOf(count, { hasColophon: false })).join('');
    const pages = await pagesOf(body);
    const starts = pages.flatMap((page, at) => (page.text.startsWith('—1—') ? [at] : []));
    expect(starts).toEqual([0, 2, 4, 6]);
    for (const at of starts) {
      expect(leftOf(pages[at], '正文')).toBeCloseTo(28, 0);
      expect(numberOf(pages[at])?.x).toBeGreaterThan(150);
    }
    expect(pages[1]?.text).toBe('');
  });
});

describe('a finished file', () => {
  test('says what it is, and how it is to be shown and printed', async () => {
    const title = '关于（测试）的通报\\';
    const { pdf } = await printed(documentOf(1, { title }), { title });
    const { info } = await (await openPrint(pdf)).getMetadata();
    expect(info).toMatchObject({
      Title: title,
      Author: '示例省人民政府办公厅',
      Subject: '食品安全考核',
      Keywords: `food 1 ${RUN_HASH}`,
      Language: 'zh-CN',
      CreationDate: "D:20160125000000+08'00'",
    });
    const source = Buffer.from(pdf).toString('latin1');
    expect(source).toContain('/DisplayDocTitle true');
    expect(source).toContain('/PrintScaling /None');
  });

  test('has an outline that leads to the headings, also on turned pages', async () => {
    const { pdf } = await printed(documentOf(2, { endsWide: true }));
    const outline = await (await openPrint(pdf)).getOutline();
    expect(JSON.stringify(outline)).toContain('第2节');
  });

  test('keeps the marks of the finishing pass to itself', async () => {
    const { pdf } = await printed(documentOf(2) + documentOf(1));
    const colours = new Set(
      contentsOf(pdf).flatMap((content) => content.match(/[\d. ]+ rg$/gm) ?? []),
    );
    expect([...colours]).toEqual([' 0 0 0 rg']);
  });

  test('is the same to the byte, the first time and the hundredth', async () => {
    const cells = Array.from(
      { length: 300 },
      (_, row) => `<tr><th scope="row">${row}</th><td>1</td></tr>`,
    );
    const table = `<table><thead><tr><th scope="col">名次</th><th scope="col">分</th></tr></thead><tbody>${cells.join('')}</tbody></table>`;
    const body = documentOf(2).replace('</main>', `${table}</main>`);
    const first = await printed(body);
    for (let time = 0; time < 98; time++)
      await printed(documentOf(1, { title: `考核结果${time}` }));
    const hundredth = await printed(body);
    expect(Buffer.from(hundredth.pdf).equals(first.pdf)).toBe(true);
  }, 120_000);
});

function contentsOf(pdf: Uint8Array): string[] {
  const file = new PdfFile(pdf);
  const pages = file.ids().filter((id) => /\/Type \/Page\s/.test(file.text(id)));
  return pages.map((id) => file.stream(asReference(file.dictionary(id).entries.get('Contents'))));
}
