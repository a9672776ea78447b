// What bench/print.mjs measures, bundled from the sources: the whole pipeline and its bare floor.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createChromiumRenderer } from '../../src/adapters/chromium/chromium-renderer.js';
import { pageHtml } from '../../src/adapters/chromium/page-html.js';
import { templateFolder } from '../../src/adapters/handlebars/template-folder.js';
import type { DocumentRenderer } from '../../src/ports/document-renderer.js';
import type { FilledTemplate } from '../../src/ports/template-source.js';
import { openOwnBrowser } from '../../tests/adapters/chromium/own-browser.js';
import { EXAMPLE, FOOD } from '../../tests/templates/fixtures.js';

/** A feedback letter of two pages: what was strong, what was lost and why, what is to be done. */
const LETTER = `{{> letter-heading}}
{{> title}}
{{> addressees}}
<main>
<p>根据{{set.basis.0.title}}，现将你市{{set.yearText}}{{set.subject}}的考核情况反馈如下。</p>
<h2>总体情况</h2>
{{#each method}}<p>{{this}}</p>
{{/each}}
<h2>失分情况</h2>
<table class="grid"><thead><tr><th scope="col">名次</th><th scope="col">单位</th><th scope="col">得分</th><th scope="col">说明</th></tr></thead><tbody>
{{#each regions}}<tr><td>{{rank}}</td><td class="name">{{name}}</td><td>{{score}}</td><td class="text">{{note}}</td></tr>
{{/each}}</tbody></table>
<h2>整改要求</h2>
{{#each requirements}}<p>{{this}}</p>
{{/each}}
</main>
{{> signature}}
`;

const SENTENCE =
  '请对照扣分事项逐条分析原因，明确整改措施、责任单位和完成时限，于收到本函之日起三十日内将整改方案报送联席会议办公室。';

/** Fills letters and notices from templates, as the program does. */
export function makeTexts(folder: string) {
  cpSync('templates', folder, { recursive: true });
  mkdirSync(join(folder, 'bench-letter'));
  const write = (name: string, text: string) =>
    writeFileSync(join(folder, 'bench-letter', name), text);
  write('template.yaml', 'label: 反馈意见函\nmodel: result-notice\nform: letter\n');
  write('title.hbs', '关于{{set.yearText}}考核情况的反馈意见函');
  write('document.hbs', LETTER);
  write('print.css', '');
  const templates = templateFolder(folder);
  const filled = async (template: string, model: typeof FOOD): Promise<FilledTemplate> => {
    const result = await templates.fill(template, [model]);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  return {
    notice: () =>
      filled('result-notice', {
        ...EXAMPLE,
        method: Array.from({ length: 12 }, (_, at) => `第${at + 1}条，${SENTENCE}`),
        requirements: [SENTENCE, SENTENCE],
      }),
    /** About one region, as letters are. */
    letter: async (number: number): Promise<FilledTemplate> => {
      const letter = await filled('bench-letter', {
        ...FOOD,
        method: [`第${number}号。${SENTENCE}`, SENTENCE],
        requirements: [SENTENCE, SENTENCE, SENTENCE],
        paper: { ...FOOD.paper, addressees: `第${number}市人民政府` },
      });
      const region = { id: `r${number}`, name: `第${number}市` };
      return { ...letter, facts: { ...letter.facts, region } };
    },
  };
}

/** A bare browser with our fonts and no pass over the bytes: what printing costs at least. */
export async function bareBrowser() {
  const { fonts, fontConfig, running } = await openOwnBrowser();
  const page = await running.browser.newPage();
  await page.setJavaScriptEnabled(false);
  return {
    fontConfig,
    version: running.facts.version,
    close: () => running.close(),
    /** The page that our renderer gives to the browser. */
    async html(filled: FilledTemplate): Promise<string> {
      const sheet = await fonts.sheetFor([filled.title, filled.body]);
      if (!sheet.ok) throw new Error(sheet.error.code);
      return pageHtml({ ...filled, fonts: sheet.value });
    },
    async print(html: string): Promise<{ pdf: Uint8Array; contentMs: number; pdfMs: number }> {
      const started = performance.now();
      await page.setContent(html, { waitUntil: 'load' });
      const loaded = performance.now();
      const options = {
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,
        outline: true,
      };
      const pdf = await page.pdf(options);
      return { pdf, contentMs: loaded - started, pdfMs: performance.now() - loaded };
    },
  };
}

export function newRenderer(pages?: number): DocumentRenderer {
  return createChromiumRenderer(pages === undefined ? {} : { pages });
}
