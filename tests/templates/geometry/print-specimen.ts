import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { describePrintFault } from '../../../src/messages/print-faults.js';
import type { DocumentRenderer } from '../../../src/ports/document-renderer.js';
import type { DocumentForm, PrintOptions } from '../../../src/ports/template-source.js';
import type { Result } from '../fixtures.js';
import { readPages, type Page } from './read-pages.js';

/** Prints one of the templates and reads its pages. */
export async function printTemplate(
  renderer: DocumentRenderer,
  template: string,
  model: Result,
  options: Partial<PrintOptions> = {},
): Promise<Page[]> {
  return readPages(await print(renderer, 'templates', template, model, options));
}

/**
 * Prints a template written for the test, on the base of all templates, and reads its pages; several
 * models become several documents in one file.
 */
export async function printSpecimen(
  renderer: DocumentRenderer,
  form: DocumentForm,
  body: string,
  model: Result | readonly Result[],
  options: Partial<PrintOptions> = {},
): Promise<Page[]> {
  return readPages(await bytesOfSpecimen(renderer, form, body, model, options));
}

/** The same as a file. */
export async function bytesOfSpecimen(
  renderer: DocumentRenderer,
  form: DocumentForm,
  body: string,
  model: Result | readonly Result[],
  options: Partial<PrintOptions> = {},
): Promise<Uint8Array> {
  const directory = mkdtempSync(join(tmpdir(), 'kaoheng-specimen-'));
  try {
    const folder = join(directory, 'specimen');
    cpSync('templates/_base', join(directory, '_base'), { recursive: true });
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'template.yaml'),
      `label: 样张\nmodel: result-notice\nform: ${form}\n`,
    );
    writeFileSync(join(folder, 'title.hbs'), '{{set.subject}}结果的通报');
    writeFileSync(join(folder, 'document.hbs'), body);
    writeFileSync(join(folder, 'print.css'), '');
    return await print(renderer, directory, 'specimen', model, options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function print(
  renderer: DocumentRenderer,
  directory: string,
  template: string,
  model: Result | readonly Result[],
  options: Partial<PrintOptions>,
): Promise<Uint8Array> {
  const filled = await templateFolder(directory).fill(template, [model].flat(), options);
  if (!filled.ok) throw new Error(describePrintFault(filled.error));
  const printed = await renderer.render(filled.value);
  if (!printed.ok) throw new Error(describePrintFault(printed.error));
  return printed.value.pdf;
}
