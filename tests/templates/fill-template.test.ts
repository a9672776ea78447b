import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { breakTitle } from '../../src/adapters/handlebars/break-title.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import { EXAMPLE, FOOD, type Result } from './fixtures.js';

const directory = mkdtempSync(join(tmpdir(), 'kaoheng-test-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** A folder of templates with one template whose body is this. */
function withBody(body: string) {
  cpSync('templates', directory, { recursive: true });
  writeFileSync(join(directory, 'score-sheet', 'document.hbs'), body);
  return templateFolder(directory).fill('score-sheet', [FOOD]);
}

test.each(['../etc', 'result-notice/..', '_base', 'Result-Notice', '', 'nothing', '.'])(
  'a template named “%s” is not looked for outside the list',
  async (name) => {
    const filled = await templateFolder('templates').fill(name, [FOOD]);
    expect(filled).toMatchObject({ ok: false, error: { code: 'unknown-template' } });
    if (!filled.ok) expect(filled.error.facts['known']?.split('、')).toContain('score-sheet');
  },
);

test('an empty grade is printed as 无', async () => {
  const filled = await templateFolder('templates').fill('result-notice', [EXAMPLE]);
  expect(filled.ok && filled.value.body).toMatch(/D级：<\/span>无。/);
});

test('a set without grades has no column and no section for them', async () => {
  const filled = await templateFolder('templates').fill('result-notice', [FOOD]);
  expect(filled.ok && filled.value.body).not.toContain('等级');
});

test('a blank date is left to be filled in by hand', async () => {
  const filled = await templateFolder('templates').fill('result-notice', [FOOD]);
  expect(filled.ok && filled.value.body).toContain('　　　　年　　月　　日');
});

test.each([
  ['{{set.nothing}}', /nothing/],
  ['{{constructor}}', /constructor/],
  ['{{set.__proto__}}', /__proto__/],
  ['{{log "x"}}{{nobody "x"}}', /nobody/],
  ['{{{set.title}}}', /不转义/],
  ['{{&set.title}}', /不转义/],
  ['{{#if set}}', /Parse error|Expecting/],
])('the template %s is refused', async (body, why) => {
  const filled = await withBody(body);
  expect(filled).toMatchObject({ ok: false, error: { code: 'broken-template' } });
  if (!filled.ok) expect(filled.error.facts['detail']).toMatch(why);
});

test.each([
  [
    '青海省质量工作联席会议办公室关于2014—2015年度市州人民政府质量工作考核结果的通报',
    ['青海省质量工作联席会议办公室', '关于2014—2015年度市州人民政府', '质量工作考核结果的通报'],
  ],
  [
    '海北藏族自治州人民政府关于2014—2015年度质量工作考核整改情况的报告',
    ['海北藏族自治州人民政府关于2014—2015年度', '质量工作考核整改情况的报告'],
  ],
  [
    '考衡演示关于2024年度青海省市州食品安全监督抽检合格率排名结果的通报',
    ['考衡演示关于2024年度青海省市州', '食品安全监督抽检合格率排名结果的通报'],
  ],
  [
    '西宁市质量工作联席会议办公室（示例）关于反馈西宁经济技术开发区2014—2015年度质量工作考核意见的函',
    [
      '西宁市质量工作联席会议办公室（示例）关于',
      '反馈西宁经济技术开发区2014—2015年度',
      '质量工作考核意见的函',
    ],
  ],
  ['计分与排名说明', ['计分与排名说明']],
])('the title %s breaks by its sense', (title, lines) => {
  expect(breakTitle(title, 20)).toEqual(lines);
});

test('no line of a title begins with 的 or 和, or is longer than the page', () => {
  const title =
    '青海省质量工作联席会议办公室关于2014—2015年度青海省市州人民政府质量工作考核结果和整改情况的通报';
  const lines = breakTitle(title, 20);
  expect(lines.join('')).toBe(title);
  for (const line of lines) {
    expect(line).not.toMatch(/^[的和与及]/);
    expect([...line].length).toBeLessThanOrEqual(22);
  }
});

test('the lines of a title are a trapezoid or a diamond, never narrow in the middle', () => {
  const subjects = [
    '质量工作考核结果',
    '市州人民政府质量工作考核结果和整改情况',
    '目标备案',
    '约谈',
  ];
  for (const issuer of ['青海省人民政府办公厅', '青海省质量工作联席会议办公室', '玉树州人民政府']) {
    for (const subject of subjects) {
      const title = `${issuer}关于2014—2015年度${subject}的通报`;
      const widths = breakTitle(title, 20).map((line) => [...line].length);
      const peak = widths.indexOf(Math.max(...widths));
      const isDiamond = widths.every((width, index) => {
        const before = widths[index - 1] ?? 0;
        return index === 0 || (index <= peak ? width >= before - 1 : width <= before + 1);
      });
      expect(isDiamond, breakTitle(title, 20).join('/')).toBe(true);
    }
  }
});

test('a text that is no title comes back in one piece at once', () => {
  expect(breakTitle('长'.repeat(100_000), 20)).toHaveLength(1);
});

test('quotation marks are those of print, whoever wrote the text', async () => {
  const model = { ...FOOD, set: { ...FOOD.set, title: '「质量月」与『黑名单』' } };
  cpSync('templates', directory, { recursive: true });
  writeFileSync(join(directory, 'score-sheet', 'document.hbs'), '<p>{{set.title}}</p>');
  const filled = await templateFolder(directory).fill('score-sheet', [model]);
  expect(filled.ok && filled.value.body).toContain('“质量月”与‘黑名单’');
});

test('a finding on a prefecture names it once', async () => {
  const finding = {
    ...{ region: 'haixi', regionName: '海西州', level: 'warning' as const, levelText: '提醒' },
    message: '海西州“抽样批次”只有38批次。',
  };
  const model: Result = { ...EXAMPLE, findings: [finding] };
  const filled = await templateFolder('templates').fill('result-notice', [model]);
  expect(filled.ok && filled.value.body).toContain('〔提醒〕海西州“抽样批次”');
});
