import type { DocumentFacts, FilledTemplate } from '../../../src/ports/template-source.js';

/** The hash of a run that no test computes. */
export const RUN_HASH = 'ab'.repeat(32);

const FACTS: DocumentFacts = {
  author: '示例省人民政府办公厅',
  set: { id: 'food', version: '1', title: '食品安全考核' },
  runHash: RUN_HASH,
  region: null,
  disclaimer: null,
  date: '2016-01-25',
};

/** Margins of GB/T 9704, mirrored; the page number, upright on the sheet also where it is turned. */
const CSS = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@page :left { margin: 37mm 28mm 35mm 26mm; @bottom-left { content: '— ' counter(page) ' —'; font: 14pt var(--font-song); color: var(--page-number); } }
@page :right { @bottom-right { content: '— ' counter(page) ' —'; font: 14pt var(--font-song); color: var(--page-number); } }
@page wide { size: A4 landscape; margin: 28mm 37mm 26mm 35mm; @bottom-left { content: none; } @bottom-right { content: none; } }
@page wide:right { @left-bottom { content: '— ' counter(page) ' —'; font: 14pt var(--font-song); color: var(--page-number); writing-mode: vertical-rl; } }
@page wide:left { margin: 26mm 37mm 28mm 35mm; @left-top { content: '— ' counter(page) ' —'; font: 14pt var(--font-song); color: var(--page-number); writing-mode: vertical-rl; } }
body { margin: 0; font: 16pt / 29pt var(--font-body); }
h1, h2, h3, p, th { margin: 0; font-size: inherit; font-weight: normal; }
.wide { page: wide; }
.page { break-before: page; }
.colophon { height: 225mm; display: flex; flex-direction: column; justify-content: flex-end; }
`;

/** A template that was filled with this body. */
export function filledWith(
  body: string,
  {
    css = '',
    title = '考核结果',
    facts = {},
  }: { css?: string; title?: string; facts?: Partial<DocumentFacts> } = {},
): FilledTemplate {
  return {
    manifest: { name: 'test', label: '考核结果', model: 'test', form: 'official' },
    title,
    body,
    css: `${CSS}${css}`,
    facts: { ...FACTS, ...facts },
  };
}

/** A document of so many pages, whose last one may be a landscape table. */
export function documentOf(
  pages: number,
  { hasColophon = true, endsWide = false, title = '考核结果' } = {},
): string {
  const texts = Array.from({ length: pages }, (_, index) => {
    const isWide = endsWide && index === pages - 1;
    const table =
      '<table><thead><tr><th scope="col">名次</th><th scope="col">单位</th></tr></thead><tbody><tr><th scope="row">1</th><td><a href="https://example.cn/">西宁</a></td></tr></tbody></table>';
    return `<section class="${isWide ? 'wide' : index === 0 ? '' : 'page'}"><h2>第${index + 1}节</h2><p>正文${index + 1}</p>${isWide ? table : ''}</section>`;
  });
  const colophon = hasColophon
    ? '<footer class="colophon"><p>抄送：各部门。</p><p>示例省人民政府办公厅</p></footer>'
    : '';
  return `<article class="document"><h1>${title}</h1><main>${texts.join('')}</main>${colophon}</article>`;
}
