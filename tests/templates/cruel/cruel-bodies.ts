import type { FilledTemplate } from '../../../src/ports/template-source.js';

const LONG =
  '青海省海西蒙古族藏族自治州德令哈市经济技术开发区循环经济高质量发展示范园区管理委员会办公室';

const NOTE = /<div class="attachments[^"]*">.*?<\/div>/su;
const ANNEXES =
  /<section class="annex.*(?=<div class="colophon-room)|<section class="annex.*(?=<\/article>)/su;

/** Whether a document may have attachments: it has 附件 and says which. */
export function hasAttachments({ body }: FilledTemplate): boolean {
  return NOTE.test(body);
}

/** The same document without its attachments and their note. */
export function withoutAttachments(filled: FilledTemplate): FilledTemplate {
  return { ...filled, body: filled.body.replace(NOTE, '').replace(ANNEXES, '') };
}

/** The same document with nine attachments: words and tables, upright and in landscape by turns. */
export function withNineAttachments(filled: FilledTemplate): FilledTemplate {
  const titles = Array.from({ length: 9 }, (_, index) => {
    return index % 3 === 2 ? `${LONG}${String(index + 1)}` : `附件题名${String(index + 1)}`;
  });
  const notes = titles.map(
    (title, index) => `<p>${index === 0 ? '附件：' : ''}${String(index + 1)}.${title}</p>`,
  );
  const annexes = titles.map((title, index) => {
    const isWide = index % 4 === 1;
    const content = index % 2 === 0 ? `<h2>甲</h2><p>${LONG}，98.95%。</p>` : table(40);
    return `<section class="annex${isWide ? ' wide' : ''}"><p class="annex-mark">附件${String(index + 1)}</p><h1>${title}</h1>${content}</section>`;
  });
  const note = `<div class="attachments several">${notes.join('\n')}</div>`;
  const body = filled.body.replace(NOTE, note).replace(ANNEXES, annexes.join('\n'));
  return { ...filled, body };
}

/** Whether a document has running text that may go on and on. */
export function hasRunningText({ body, manifest }: FilledTemplate): boolean {
  return manifest.form !== 'sheet' && body.includes('</main>');
}

/** The same document with thirty pages of text more: paragraphs, heads of every level, tables. */
export function withThirtyPages(filled: FilledTemplate): FilledTemplate {
  const parts = Array.from({ length: 52 }, (_, index) => {
    const head = `h${String((index % 4) + 2)}`;
    const words = `${String(index)}${LONG}，98.95%；`.repeat((index % 7) + 3);
    const rows = index % 9 === 4 ? table(7) : '';
    return `<${head}>第${String(index)}部分</${head}><p>${words}</p><p>各地要认真整改。</p>${rows}`;
  });
  return { ...filled, body: filled.body.replace('</main>', `${parts.join('\n')}</main>`) };
}

function table(rows: number): string {
  const row = (index: number): string =>
    `<tr><td>${String(index)}</td><th scope="row" class="name">第${String(index)}示范县</th><td>98.95</td><td class="text">${LONG}</td></tr>`;
  const body = Array.from({ length: rows }, (_, index) => row(index)).join('\n');
  return `<table class="grid"><thead><tr><th scope="col" class="short">序号</th><th scope="col">单位</th><th scope="col">得分</th><th scope="col">备注</th></tr></thead><tbody>${body}</tbody></table>`;
}
