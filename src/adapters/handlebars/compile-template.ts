import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TemplateManifest } from '../../ports/template-source.js';
import type { ParsedTemplate } from './check-fields.js';
import { readManifest } from './read-manifest.js';
import { HELPERS, registerHelpers } from './template-helpers.js';

/** A template as a function of its model. */
export type Template = (model: unknown, options: object) => string;

/** A template folder, read and compiled. */
export interface CompiledTemplate {
  readonly manifest: TemplateManifest;
  readonly title: Template;
  readonly body: Template;
  readonly css: string;
  /** The same as syntax trees, to be checked. */
  readonly parsed: readonly ParsedTemplate[];
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

/**
 * Reads and compiles a template's folder.
 *
 * @throws an error in Chinese that says what is wrong with it
 */
export async function compileTemplate(directory: string, name: string): Promise<CompiledTemplate> {
  const { default: library } = await import('handlebars');
  const handlebars = library.create();
  registerHelpers(handlebars);
  const options = { strict: true, knownHelpers: { ...HELPERS }, knownHelpersOnly: true };
  const read = async (path: string): Promise<string> => {
    const source = await readFile(join(directory, path), 'utf8');
    if (/\{\{\{|\{\{~?&/.test(source)) throw new Error(`${path} 含有不转义的输出（{{{ 或 {{&）`);
    return source;
  };
  const base = (await readdir(join(directory, '_base'))).sort();
  const partials: Record<string, Template> = {};
  const trees = new Map<string, ParsedTemplate>();
  const parse = (file: string, source: string): ParsedTemplate => ({
    file,
    program: handlebars.parse(source) as unknown as ParsedTemplate['program'],
  });
  for (const file of base.filter((each) => each.endsWith('.hbs'))) {
    const source = await read(join('_base', file));
    const partial = file.slice(0, -'.hbs'.length);
    partials[partial] = handlebars.compile(source, options);
    trees.set(partial, parse(`_base/${file}`, source));
  }
  const sheets = [
    ...base.filter((file) => file.endsWith('.css')).map((file) => join('_base', file)),
  ];
  const css = await Promise.all(
    [...sheets, join(name, 'print.css')].map((path) => readFile(join(directory, path), 'utf8')),
  );
  const parsed: ParsedTemplate[] = [];
  const use = async (file: string): Promise<Template> => {
    const source = await read(join(name, file));
    parsed.push(parse(file, source));
    const template = handlebars.compile(source, options) as Template;
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
    parsed,
    partials: trees,
  };
}
