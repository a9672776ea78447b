import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentModel } from '../../domain/documents/index.js';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { PrintFault } from '../../ports/document-renderer.js';
import type {
  FilledTemplate,
  PrintOptions,
  TemplateManifest,
  TemplateSource,
} from '../../ports/template-source.js';
import { breakTitle } from './break-title.js';
import { readManifest } from './read-manifest.js';

type Template = (model: unknown, options: object) => string;

/** A template folder, read and compiled. */
interface CompiledTemplate {
  readonly manifest: TemplateManifest;
  readonly title: Template;
  readonly body: Template;
  readonly css: string;
}

/** The helpers that a template may call; they only arrange text. */
const HELPERS = {
  lines: true,
  equals: true,
  fitting: true,
  plain: true,
  list: true,
  ordinal: true,
} as const;

/** A red heading, 公文's own, and the run mark on attachments alone. */
const USUAL: PrintOptions = { redHeading: 'printed', cover: 'official', runMark: 'attachments' };

/**
 * Templates in folders: `<name>/template.yaml` (what it is), `<name>/document.hbs`,
 * `<name>/title.hbs` (one line of text) and `<name>/print.css`; `_base/*.hbs` are partials for all of
 * them, `_base/*.css` goes before.
 *
 * A template cannot put a text into the page unescaped, reach a prototype, or name a field that the
 * model does not have.
 */
export function templateFolder(directory: string): TemplateSource {
  const compiled = new Map<string, Promise<CompiledTemplate>>();

  async function checked<T>(
    template: string,
    read: () => Promise<Result<T, PrintFault>>,
  ): Promise<Result<T, PrintFault>> {
    const known = await namesIn(directory);
    // The list of folders decides, so no name can lead out of the directory.
    if (!/^[a-z]+(-[a-z]+)*$/.test(template) || !known.includes(template)) {
      const facts = { template: template.slice(0, 60), known: known.join('、') || '无' };
      return failure({ code: 'unknown-template', facts });
    }
    try {
      return await read();
    } catch (error) {
      compiled.delete(template);
      const detail = error instanceof Error ? error.message : String(error);
      return brokenTemplate(template, detail);
    }
  }

  const manifest = (template: string): Promise<Result<TemplateManifest, PrintFault>> =>
    checked(template, async () => success(await readManifest(directory, template)));

  return {
    manifest,
    async list() {
      const manifests: TemplateManifest[] = [];
      for (const name of await namesIn(directory)) {
        const read = await manifest(name);
        if (!read.ok) return read;
        manifests.push(read.value);
      }
      return success(manifests);
    },
    fill: (template, models, options) =>
      checked(template, async () => {
        const making = compiled.get(template) ?? compile(directory, template);
        compiled.set(template, making);
        return success(fillIn(await making, models, { ...USUAL, ...options }));
      }),
  };
}

/** The size in points at which a text stands in one line of `width` points, not above `largest`. */
function fittingSize(text: string, width: number, largest: number): number {
  return Math.max(Math.min(largest, Math.floor(width / ([...text].length + 2))), 20);
}

function brokenTemplate(template: string, detail: string): Result<never, PrintFault> {
  return failure({ code: 'broken-template', facts: { template, detail } });
}

async function namesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
}

async function compile(directory: string, name: string): Promise<CompiledTemplate> {
  const { default: library } = await import('handlebars');
  const handlebars = library.create();
  handlebars.registerHelper('equals', (a: unknown, b: unknown) => a === b);
  handlebars.registerHelper('fitting', fittingSize);
  handlebars.registerHelper('list', (...items: unknown[]) => items.slice(0, -1));
  handlebars.registerHelper('ordinal', (index: number) => index + 1);
  handlebars.registerHelper('plain', (...texts: unknown[]) => texts.slice(0, -1).join(''));
  handlebars.registerHelper('lines', (text: string, perLine: number) => {
    const lines = breakTitle(text, perLine).map((line) => handlebars.escapeExpression(line));
    return new handlebars.SafeString(lines.join('<br>'));
  });
  const options = { strict: true, knownHelpers: { ...HELPERS }, knownHelpersOnly: true };
  const read = async (path: string): Promise<string> => {
    const source = await readFile(join(directory, path), 'utf8');
    if (/\{\{\{|\{\{~?&/.test(source)) throw new Error(`${path} 含有不转义的输出（{{{ 或 {{&）`);
    return source;
  };
  const base = (await readdir(join(directory, '_base'))).sort();
  const partials: Record<string, Template> = {};
  for (const file of base.filter((each) => each.endsWith('.hbs'))) {
    const source = await read(join('_base', file));
    partials[file.slice(0, -'.hbs'.length)] = handlebars.compile(source, options);
  }
  const sheets = [
    ...base.filter((file) => file.endsWith('.css')).map((file) => join('_base', file)),
  ];
  const css = await Promise.all(
    [...sheets, join(name, 'print.css')].map((path) => readFile(join(directory, path), 'utf8')),
  );
  const use = async (file: string): Promise<Template> => {
    const template = handlebars.compile(await read(join(name, file)), options) as Template;
    return (model) =>
      template(model, {
        partials,
        allowProtoPropertiesByDefault: false,
        allowProtoMethodsByDefault: false,
      });
  };
  return {
    manifest: await readManifest(directory, name),
    title: await use('title.hbs'),
    body: await use('document.hbs'),
    css: css.join('\n'),
  };
}

function fillIn(
  template: CompiledTemplate,
  models: readonly DocumentModel[],
  options: PrintOptions,
): FilledTemplate {
  const [first] = models;
  if (first === undefined) throw new Error('没有要打印的内容');
  const titles = models.map((model) => titleOf(template, model));
  const title = titles[0] ?? '';
  const disclaimer = first.set.disclaimer;
  const variables = [
    ['disclaimer', disclaimer ?? ''],
    ['run-hash', first.runHash],
    ['set-title', first.set.title],
    ['document-title', title],
  ] as const;
  const root = variables.map(([name, text]) => `--text-${name}:${cssString(text)};`).join('');
  const documents = models.map((model, index) => {
    const scope = withoutPrototypes({ ...model, documentTitle: titles[index] ?? '', options });
    return template.body(scope, {});
  });
  return {
    manifest: template.manifest,
    title,
    body: articles(template.manifest, options, documents),
    css: `${template.css}\n:root{${root}}\n`,
    facts: {
      author: first.paper.issuer,
      set: { id: first.set.id, version: first.set.version, title: first.set.title },
      runHash: first.runHash,
      region: models.length === 1 ? first.region : null,
      disclaimer,
    },
  };
}

/** Each document in an element of its own, which says its form and how it is to be printed. */
function articles(
  { form }: TemplateManifest,
  { redHeading, cover, runMark }: PrintOptions,
  documents: readonly string[],
): string {
  const attributes = `data-form="${form}" data-red-heading="${redHeading}" data-cover="${cover}" data-run-mark="${runMark}"`;
  return documents
    .map((document) => `<article class="document" ${attributes}>\n${document}\n</article>`)
    .join('\n');
}

function titleOf(template: CompiledTemplate, model: DocumentModel): string {
  return unescapeHtml(template.title(withoutPrototypes(model), {}))
    .replace(/\s+/g, ' ')
    .trim();
}

/** What objects of a model inherit: only the words that a fault report has for them. */
const BARE: object = Object.assign(Object.create(null) as object, {
  [Symbol.toPrimitive]: () => '公文数据',
});

/** The same data with nothing inherited, so that a field like `constructor` is an unknown one. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, withoutPrototypes(inner)] as const,
  );
  return Object.assign(Object.create(BARE) as object, Object.fromEntries(entries));
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
