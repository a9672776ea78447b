import { writeDocx } from '../../../src/adapters/docx/write-docx.js';
import { readPapers } from '../../../src/adapters/html/read-papers.js';
import { openArchive } from '../../../src/adapters/xlsx/zip-archive.js';
import type { DocumentForm, FilledTemplate } from '../../../src/ports/template-source.js';

/** A filled template with this body, in one article. */
export function filledWith(body: string, form: DocumentForm = 'official'): FilledTemplate {
  return {
    manifest: { name: 'result-notice', label: '考核结果通报', model: 'result-notice', form },
    title: '关于2014—2015年度考核结果的通报',
    body: `<article class="document" data-form="${form}">${body}</article>`,
    css: '',
    facts: {
      author: '青海省质量工作联席会议办公室',
      set: { id: 'qinghai-2015', version: '1.0.0', title: '青海省市州人民政府质量工作考核' },
      runHash: '7d0c2e5c1b4f4a7e9f0d3a6b8c1e2f4057a9b3c6d8e0f1a2b4c6d8e0f2a4b6c8',
      region: null,
      disclaimer: null,
      date: null,
    },
  };
}

/** The bytes of the draft of this body, its charts in words. */
export function draftOf(body: string, form: DocumentForm = 'official'): Uint8Array {
  const filled = filledWith(body, form);
  const papers = readPapers(filled);
  if (!papers.ok) throw new Error(JSON.stringify(papers.error));
  return writeDocx(papers.value, filled, new Map());
}

/** A part of a draft as text. */
export function partOf(draft: Uint8Array, name = 'word/document.xml'): string {
  return openArchive(draft).read(name).toString('utf8');
}

/** A notice with every element of the standard that a draft knows. */
export const NOTICE = `
<header class="heading"><p class="mark">青海省质量工作联席会议办公室文件</p>
<p class="number">青质联办〔2015〕3号</p><p class="signer">签发人：<span class="kai">张三</span></p></header>
<h1>关于2014—2015年度市州人民政府<br>质量工作考核结果的通报</h1>
<p class="addressees">各市、自治州人民政府：</p>
<main><p>根据《办法》，现将<strong>结果</strong>通报如下。</p>
<h2>名次</h2><h3>总分</h3><h4>第一组</h4><h5>说明</h5>
<p><data class="figure" value="name:haidong">海东市</data>得<data class="figure" value="score:haidong">98.95</data>分，居第<data class="figure" value="rank:haidong">1</data>名。</p>
<table class="grid"><caption>得分表</caption>
<thead><tr><th rowspan="2">序号</th><th rowspan="2">地区</th><th colspan="2">得分</th></tr><tr><th>基础分</th><th>合格率</th></tr></thead>
<tbody><tr><td>1.10</td><td>海东市</td><td><data class="figure" value="score:haidong">98.95</data></td><td>97.74 %</td></tr>
<tr><td>1.20</td><td>=1+1</td><td>—</td><td>－3.50</td></tr></tbody></table></main>
<div class="attachments"><p>附件：计分与排名说明</p></div>
<div class="signature sealed"><p class="issuer">青海省质量工作联席会议办公室</p><p class="date">2015年9月18日</p></div>
<p class="remark">（此件公开发布）</p>
<section class="annex"><p class="annex-mark">附件</p><h1>计分与排名说明</h1><h2>方法</h2><p>四舍五入。</p></section>
<section class="wide"><table><thead><tr><th>指标</th><th>得分</th></tr></thead><tbody><tr><td>合格率</td><td>4.00</td></tr></tbody></table></section>
<div class="colophon-room"></div>
<footer class="colophon"><p class="copy-to">抄送：省委办公厅。</p><p class="print-line"><span>省质监局办公室</span><span>2015年9月18日印发</span></p></footer>`;
