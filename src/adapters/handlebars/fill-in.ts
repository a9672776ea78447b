import { quotesOnPaper, type DocumentModel } from '../../domain/documents/index.js';
import type {
  FilledTemplate,
  PrintOptions,
  TemplateManifest,
} from '../../ports/template-source.js';
import { runMark } from '../qr/qr-svg.js';
import type { CompiledTemplate } from './compile-template.js';

/** Fills a template once for each model; the documents follow one another. */
export function fillIn(
  template: CompiledTemplate,
  models: readonly DocumentModel[],
  options: PrintOptions,
): FilledTemplate {
  const [first] = models;
  if (first === undefined) throw new Error('没有要打印的内容');
  const scopes = models.map(withoutPrototypes);
  const titles = scopes.map((scope) => titleOf(template, scope));
  const title = titles[0] ?? '';
  const disclaimer = first.set.disclaimer;
  const variables = [
    ['disclaimer', disclaimer ?? ''],
    ['set-title', first.set.title],
    // The letters of a batch have the same rules unless one of these is used.
    ...(template.css.includes('--text-document-title') ? [['document-title', title] as const] : []),
    // In groups, between which a line may end; what rests on no result has no such variable.
    ...(first.runHash === ''
      ? []
      : [['run-hash', first.runHash.replace(/.{16}(?=.)/gu, '$& ')] as const]),
  ] as const;
  const root = variables.map(([name, text]) => `--text-${name}:${cssString(text)};`).join('');
  const chosen = withoutPrototypes(options);
  const documents = scopes.map((scope, index) => {
    const own = { documentTitle: titles[index] ?? '', options: chosen };
    return template.body(Object.assign(scope, own), {});
  });
  return {
    manifest: template.manifest,
    title,
    body: articles(template.manifest, options, documents),
    css: `${template.css}\n:root{${root}--run-mark:${runMark(first.runHash)};}\n`,
    facts: {
      author: first.paper.issuer,
      set: { id: first.set.id, version: first.set.version, title: first.set.title },
      runHash: first.runHash,
      region: models.length === 1 ? first.region : null,
      disclaimer,
      date: dayOf(first.paper.date),
    },
  };
}

/** The day of a date as documents write it: 2016年1月25日. */
function dayOf(date: string | null): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(date ?? '') ?? [];
  return year === '' ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Each document in an element of its own, which says its form and how it is to be printed. */
function articles(
  { form }: TemplateManifest,
  { redHeading, cover, runMark }: PrintOptions,
  documents: readonly string[],
): string {
  const attributes = `data-form="${form}" data-red-heading="${redHeading}" data-cover="${cover}" data-run-mark="${runMark}"`;
  return documents
    .map((document) => (form === 'letter' ? withOwnPages(document) : document))
    .map((document) => `<article class="document" ${attributes}>\n${document}\n</article>`)
    .join('\n');
}

/**
 * A letter's own pages in an element of their own: all that stands before its attachments' pages and
 * its colophon. The margins of its first page are made by that element (letter.css).
 */
function withOwnPages(document: string): string {
  const end = /<(?:section class="annex|div class="colophon-room|footer class="colophon)/.exec(
    document,
  );
  const at = end?.index ?? document.length;
  return `<div class="own-pages">\n${document.slice(0, at)}</div>\n${document.slice(at)}`;
}

function titleOf(template: CompiledTemplate, scope: object): string {
  return unescapeHtml(template.title(scope, {})).replace(/\s+/g, ' ').trim();
}

/** What objects of a model inherit: only the words that a fault report has for them. */
const BARE: object = Object.assign(Object.create(null) as object, {
  [Symbol.toPrimitive]: () => '公文数据',
});

/**
 * The same data with nothing inherited, so that a field like `constructor` is an unknown one, and with
 * the quotation marks of print: a prefecture's reason is no screen's.
 */
function withoutPrototypes(value: object): object {
  const bare = Object.create(BARE) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) bare[key] = valueWithoutPrototypes(inner);
  return bare;
}

function valueWithoutPrototypes(value: unknown): unknown {
  if (typeof value === 'string') return quotesOnPaper(value);
  if (Array.isArray(value)) return value.map(valueWithoutPrototypes);
  return typeof value === 'object' && value !== null ? withoutPrototypes(value) : value;
}

/** Handlebars escapes for HTML; a title is plain text until the page is put together. */
function unescapeHtml(text: string): string {
  const characters: Readonly<Record<string, string>> = {
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#x27;': "'",
    '&#x60;': '`',
    '&#x3D;': '=',
    '&amp;': '&',
  };
  return text.replace(/&(?:lt|gt|quot|amp|#x27|#x60|#x3D);/g, (entity) => characters[entity] ?? '');
}

/** A CSS string in which nothing but letters, digits and han stands for itself. */
function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? ' ' : `\\${code.toString(16)} `;
  });
  return `"${escaped}"`;
}
