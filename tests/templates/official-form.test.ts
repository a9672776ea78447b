import { afterAll, describe, expect, test } from 'vitest';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import type { DocumentForm, PrintOptions } from '../../src/ports/template-source.js';
import { EXAMPLE, type Result } from './fixtures.js';
import { faultsOf, STANDARD } from './geometry/check-pages.js';
import { linesOf, type Line } from './geometry/lines-of.js';
import { printSpecimen } from './geometry/print-specimen.js';
import type { Page } from './geometry/read-pages.js';

const renderer = createChromiumRenderer({});
afterAll(() => renderer.close());

const CHARACTER = (16 / 72) * 25.4;
const RED = '#d7000f';
const TEXT =
  '<p>按照《质量发展纲要（2011—2020年）》和省政府部署，对全省8个市（州）2014—2015年度质量工作进行了考核，综合得分最高98.95分、最低71.08分；其中，“产品质量”“工程质量”两项提升最为明显。</p>';
const HEAD = '{{> heading}}{{> title}}{{> addressees}}';
const TAIL = '{{> signature}}{{> colophon}}';

function paper(changes: Partial<Result['paper']>): Result {
  return { ...EXAMPLE, paper: { ...EXAMPLE.paper, ...changes } };
}

async function sound(
  form: DocumentForm,
  body: string,
  model: Result,
  options: Partial<PrintOptions> = {},
): Promise<Page[]> {
  const pages = await printSpecimen(renderer, form, body, model, options);
  const { disclaimer } = model.set;
  const marksEverywhere = options.runMark === 'everywhere';
  expect(faultsOf(pages, { form, disclaimer, runHash: model.runHash, marksEverywhere })).toEqual(
    [],
  );
  return pages;
}

/** The line that says this, on whichever page. */
function find(pages: readonly Page[], text: string | RegExp): Line & { page: number } {
  for (const page of pages) {
    const line = linesOf(page).find((each) =>
      typeof text === 'string' ? each.text.includes(text) : text.test(each.text),
    );
    if (line !== undefined) return { ...line, page: page.number };
  }
  throw new Error(`没有找到 ${String(text)}`);
}

/** A character's upper edge: this far above its baseline. */
const topOf = (line: Line): number => line.y - 0.858 * (((line.glyphs[0]?.size ?? 0) / 72) * 25.4);

describe('版头', () => {
  test('the mark stands 35 mm below the type area’s top, the rule 4 mm below the number', async () => {
    const [page, ...rest] = await sound('official', `${HEAD}<main>${TEXT}</main>${TAIL}`, EXAMPLE);
    if (page === undefined) throw new Error('no page');
    const mark = find([page], EXAMPLE.paper.mark);
    expect(Math.abs(topOf(mark) - STANDARD.top - 35)).toBeLessThan(0.4);
    expect(mark.glyphs.every((glyph) => glyph.color === RED)).toBe(true);
    expect((mark.start + mark.end) / 2).toBeCloseTo(28 + 78, 0);
    const rule = page.rules.find((each) => each.color === RED && each.width > 150);
    expect(rule?.width).toBeCloseTo(156, 0);
    const number = find([page], EXAMPLE.paper.number ?? '');
    const foot = number.y + 0.12 * CHARACTER;
    expect(Math.abs((rule?.y ?? 0) - foot - 4)).toBeLessThan(0.4);
    // Two blank lines between the mark and the number, and the rule and the title.
    const size = ((mark.glyphs[0]?.size ?? 0) / 72) * 25.4;
    const blank = (topOf(number) - mark.y - 0.12 * size) / STANDARD.line;
    expect(blank).toBeGreaterThan(1.7);
    expect(blank).toBeLessThan(2.4);
    expect(rest.length).toBeGreaterThan(0);
  }, 60_000);

  test.each([
    ['短', '省政府文件'],
    ['长', '青海省质量工作联席会议办公室文件'],
    ['很长', '青海省海西蒙古族藏族自治州人民政府质量工作考核领导小组办公室文件'],
  ])(
    'a %s mark stays within the type area and on its height',
    async (_, mark) => {
      const pages = await sound('official', `${HEAD}<main>${TEXT}</main>${TAIL}`, paper({ mark }));
      const line = find(pages, mark);
      expect(line.start).toBeGreaterThan(28 - 0.4);
      expect(line.end).toBeLessThan(184 + 0.4);
      expect(Math.abs(topOf(line) - 72)).toBeLessThan(0.4);
    },
    60_000,
  );

  test('what goes up has its number on the left and 签发人 on the right, a character from the edges', async () => {
    const model = paper({ isUpward: true, signer: '张三', number: '青质联办〔2015〕3号' });
    const pages = await sound('official', `${HEAD}<main>${TEXT}</main>${TAIL}`, model);
    const line = find(pages, '签发人：张三');
    expect(line.text).toContain('青质联办〔2015〕3号');
    expect(line.start - 28).toBeCloseTo(STANDARD.cell, 0);
    expect(184 - line.end).toBeCloseTo(STANDARD.cell, 0);
  }, 60_000);

  test('paper that has the red heading already is printed black alone', async () => {
    const model = { ...EXAMPLE, set: { ...EXAMPLE.set, disclaimer: null } };
    const body = `${HEAD}<main>${TEXT}</main>${TAIL}`;
    const [printed] = await sound('official', body, model);
    const [page] = await sound('official', body, model, { redHeading: 'preprinted' });
    const ink = page?.glyphs.map((glyph) => glyph.color) ?? [];
    expect(ink).not.toContain(RED);
    // The number and the title stand where they stand under a printed heading.
    const place = (each: Page | undefined) => each && find([each], model.paper.number ?? '').y;
    expect(place(page)).toBe(place(printed));
  }, 60_000);
});

test('with a plain cover nothing is red and the title stands free at the head of the page', async () => {
  const model = { ...EXAMPLE, set: { ...EXAMPLE.set, disclaimer: null } };
  const body = `${HEAD}<main>${TEXT}</main>${TAIL}`;
  const [page] = await sound('official', body, model, { cover: 'plain' });
  expect(page?.glyphs.map((glyph) => glyph.color)).not.toContain(RED);
  expect(page?.rules.map((rule) => rule.color)).not.toContain(RED);
  const [demonstration] = await sound('official', body, EXAMPLE, { cover: 'plain' });
  if (demonstration === undefined) throw new Error('no page');
  const warning = find([demonstration], '演示文件');
  const title = find([demonstration], /^青海省质量工作联席会议办公室$/);
  expect(topOf(title)).toBeGreaterThan(warning.y);
}, 60_000);

test('the run mark stands on a 公文’s own pages where it is asked for', async () => {
  const body = `${HEAD}<main>${TEXT.repeat(8)}</main>${TAIL}`;
  await sound('official', body, EXAMPLE, { runMark: 'everywhere' });
}, 60_000);

describe('署名和日期', () => {
  const text = `${HEAD}<main>${TEXT}</main>`;

  test('with a seal the date ends four characters from the edge, the name is centred above it', async () => {
    const pages = await sound('official', `${text}${TAIL}`, EXAMPLE);
    const date = find(pages, /^2015年9月18日$/);
    const name = find(pages, /^青海省质量工作联席会议办公室$/);
    expect(184 - date.end).toBeCloseTo(4 * STANDARD.cell, 0);
    expect(Math.abs(name.start + name.end - date.start - date.end) / 2).toBeLessThan(0.5);
    expect(name.y).toBeLessThan(date.y);
  }, 60_000);

  test('without one the name ends two characters from the edge, the date begins two after the name', async () => {
    const model = paper({ sealed: false });
    const pages = await sound('official', `${text}${TAIL}`, model);
    const date = find(pages, /^2015年9月18日$/);
    const name = find(pages, /^青海省质量工作联席会议办公室$/);
    expect(184 - name.end).toBeCloseTo(2 * STANDARD.cell, 0);
    expect(date.start - name.start).toBeCloseTo(2 * STANDARD.cell, 0);
  }, 60_000);

  test.each([6, 7, 8, 9, 10, 28, 29, 30, 31])(
    'after %i lines the seal is still on a page with text',
    async (count) => {
      const lines = '<p>请认真整改。</p>'.repeat(count);
      const body = `${HEAD}<main>${lines}</main>{{> attachments titles=(list '一' '二')}}${TAIL}`;
      const pages = await sound('official', body, EXAMPLE);
      const sealed = find(pages, /^2015年9月18日$/).page;
      const page = pages[sealed - 1];
      expect(page && linesOf(page).some((line) => line.text.includes('请认真整改'))).toBe(true);
    },
    60_000,
  );
});

describe('附件说明', () => {
  test('nine titles stand below one another, a long one under its own first character', async () => {
    const names = ['一', '二', '三', '四', '五', '六', '七', '八'].map((n) => `'附件题名${n}'`);
    const long = '青海省市州人民政府质量工作考核结果汇总表以及各被考核单位的得分明细和扣分理由';
    const titles = `(list ${names.join(' ')} '${long}')`;
    const body = `${HEAD}<main>${TEXT}</main>{{> attachments titles=${titles}}}${TAIL}`;
    const pages = await sound('official', body, EXAMPLE);
    const first = find(pages, '附件：1.附件题名一');
    const left = (line: Line & { page: number }) => line.start - STANDARD.left(line.page);
    expect(left(first)).toBeCloseTo(2 * STANDARD.cell, 0);
    expect(left(find(pages, '2.附件题名二'))).toBeCloseTo(5 * STANDARD.cell, 0);
    expect(left(find(pages, '9.青海省'))).toBeCloseTo(5 * STANDARD.cell, 0);
    const last = find(pages, /由$/);
    expect(left(last)).toBeCloseTo(6 * STANDARD.cell, 0);
  }, 60_000);

  test('an annex begins a page with 附件 in the first line and its title in the third', async () => {
    const annex = `<section class="annex">{{> annex-heading number='2' title='得分明细'}}${TEXT}</section>`;
    const body = `${HEAD}<main>${TEXT}</main>{{> signature}}${annex}{{> colophon}}`;
    const pages = await sound('official', body, EXAMPLE);
    const mark = find(pages, /^附件2$/);
    expect(mark.start - STANDARD.left(mark.page)).toBeCloseTo(0, 0);
    const baseline = STANDARD.top + STANDARD.line / 2 + 0.38 * CHARACTER;
    expect(Math.abs(mark.y - baseline)).toBeLessThan(0.4);
    const title = find(pages, /^得分明细$/);
    expect(title.page).toBe(mark.page);
    expect((title.y - mark.y) / STANDARD.line).toBeCloseTo(2, 0);
  }, 60_000);
});

describe('版记', () => {
  const model = paper({
    copyTo: ['省委办公厅', '省人大常委会办公厅', '省政协办公厅'],
    printedOn: '2015年9月18日',
  });

  test.each([1, 12, 20, 30, 40])(
    'after %i paragraphs it ends on the last line of the last even page',
    async (count) => {
      const body = `${HEAD}<main>${TEXT.repeat(count)}</main>${TAIL}`;
      const pages = await sound('official', body, model);
      const last = pages.at(-1);
      if (last === undefined) throw new Error('no page');
      expect(pages.length % 2).toBe(0);
      const rules = last.rules.filter((rule) => rule.width > 150).sort((a, b) => a.y - b.y);
      const [top, between, bottom] = rules.slice(-3);
      expect(top?.height).toBeCloseTo(0.35, 2);
      expect(between?.height).toBeCloseTo(0.25, 2);
      expect(bottom?.height).toBeCloseTo(0.35, 2);
      for (const rule of [top, between, bottom]) {
        expect(rule?.x).toBeCloseTo(26, 0);
        expect(rule?.width).toBeCloseTo(156, 0);
      }
      expect(Math.abs((bottom?.y ?? 0) + (bottom?.height ?? 0) - 262)).toBeLessThan(0.3);
      const print = find([last], /印发$/);
      expect(print.start - 26).toBeCloseTo((14 / 72) * 25.4, 0);
      expect(182 - print.end).toBeCloseTo((14 / 72) * 25.4, 0);
      // Where a blank page precedes it, neither has a number.
      const before = pages.at(-2);
      const isBlank =
        before !== undefined &&
        find([last], '抄送').page === pages.length &&
        linesOf(before).every((line) => line.y < STANDARD.top);
      const numbered = linesOf(last).some((line) => /^— ?\d+ ?—$/.test(line.text));
      expect(numbered).toBe(!isBlank);
    },
    60_000,
  );
});

describe('信函格式', () => {
  const body = (count: number) =>
    `{{> letter-heading}}{{> title}}{{> addressees}}<main>${TEXT.repeat(count)}</main>{{> signature}}{{> letter-colophon}}`;

  test('has a mark 30 mm from the paper’s edge and two double rules of 170 mm', async () => {
    const pages = await sound('letter', body(6), paper({ sealed: false, copyTo: ['省委办公厅'] }));
    const [page] = pages;
    if (page === undefined) throw new Error('no page');
    const mark = find([page], new RegExp(`^${EXAMPLE.paper.issuer}$`));
    expect(Math.abs(topOf(mark) - 30)).toBeLessThan(0.5);
    const rules = page.rules.filter((rule) => rule.color === RED).sort((a, b) => a.y - b.y);
    expect(rules.map((rule) => Math.round(rule.width))).toEqual([170, 170, 170, 170]);
    const [thick, thin, thinner, thicker] = rules.map((rule) => rule.height);
    expect(thick).toBeGreaterThan(thin ?? 0);
    expect(thicker).toBeGreaterThan(thinner ?? 0);
    expect(Math.abs((rules[3]?.y ?? 0) + (rules[3]?.height ?? 0) - 277)).toBeLessThan(0.3);
    expect(rules.every((rule) => Math.abs(rule.x - 20) < 0.3)).toBe(true);
    const number = find([page], EXAMPLE.paper.number ?? '');
    expect(Math.abs(number.end - 184)).toBeLessThan(0.4);
    const seven8ths = (7 / 8) * CHARACTER;
    const below = (rules[1]?.y ?? 0) + (rules[1]?.height ?? 0);
    expect(Math.abs(number.y - 0.88 * CHARACTER - below - seven8ths)).toBeLessThan(0.4);
    // The last line of the full page stands as far above the second rule.
    const last = Math.max(...page.glyphs.map((glyph) => glyph.y)) + 0.12 * CHARACTER;
    expect(Math.abs((rules[2]?.y ?? 0) - last - seven8ths)).toBeLessThan(0.4);
  }, 60_000);

  test('its own pages carry the run mark where it is asked for, the first one below its second rule', async () => {
    const model = paper({ sealed: false });
    const [first, second, third] = await sound('letter', body(10), model, {
      runMark: 'everywhere',
    });
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three pages were wanted');
    const hash = EXAMPLE.runHash.slice(0, 16);
    const rules = first.rules.filter((each) => each.color === RED);
    const foot = Math.max(...rules.map(({ y, height }) => y + height));
    const codes = first.rules.filter(({ x, y, height }) => x < 50 && y > 262 && height > 5);
    expect(codes).toHaveLength(2);
    for (const code of codes) expect(code.y).toBeGreaterThan(foot);
    for (const page of [first, third]) expect(find([page], hash).start).toBeLessThan(105);
    expect(find([second], hash).end).toBeGreaterThan(105);
  }, 60_000);

  test('each of several in one file has its own first page, on the front of a sheet', async () => {
    const model = paper({ sealed: false, copyTo: ['省委办公厅'] });
    const both = await printSpecimen(renderer, 'letter', body(12), [model, model]);
    const alone = await sound('letter', body(12), model);
    expect(alone).toHaveLength(4);
    const placed = ({ text, x, y }: Page['glyphs'][number]) =>
      `${text} ${x.toFixed(3)} ${y.toFixed(3)}`;
    // The third page is a right one as the first is, and has neither its rules nor its margins.
    const [first, , third] = alone;
    expect(first?.rules.filter((rule) => rule.color === RED)).toHaveLength(4);
    expect(third?.rules.filter((rule) => rule.color === RED)).toEqual([]);
    for (const [at, page] of alone.entries()) {
      for (const start of [0, 4]) {
        const same = both[start + at];
        expect(same?.glyphs.map(placed)).toEqual(page.glyphs.map(placed));
        expect(same?.rules).toHaveLength(page.rules.length);
      }
    }
  }, 60_000);

  test('of one page has neither number nor a second page', async () => {
    const pages = await sound('letter', body(1), paper({ sealed: false }));
    expect(pages).toHaveLength(1);
  }, 60_000);
});

describe('横表', () => {
  test('stands in its margins turned, its number where a portrait page has it', async () => {
    const table = `<table class="grid"><thead><tr><th>项目</th><th>得分</th></tr></thead><tbody>${'<tr><td>质量</td><td>98.95</td></tr>'.repeat(60)}</tbody></table>`;
    const annex = `<section class="annex wide">{{> annex-heading title='得分明细' wide=true}}${table}</section>`;
    const body = `${HEAD}<main>${TEXT}</main>{{> signature}}${annex}{{> colophon}}`;
    const pages = await sound('official', body, EXAMPLE);
    const wide = pages.filter((page) => page.isWide);
    expect(wide.length).toBeGreaterThan(2);
    for (const page of wide) {
      // The head of the table is toward the left of the sheet, on odd pages and on even ones.
      const head = linesOf(page).find((line) => /项目/.test(line.text));
      const rows = linesOf(page).filter((line) => /98\.95/.test(line.text));
      for (const row of rows) expect(row.glyphs[0]?.x).toBeGreaterThan(head?.glyphs[0]?.x ?? 999);
    }
  }, 60_000);
});
