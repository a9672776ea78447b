import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateFolder } from '../../../src/adapters/handlebars/template-folder.js';
import { describePrintFault } from '../../../src/messages/print-faults.js';
import type { DocumentRenderer } from '../../../src/ports/document-renderer.js';
import type {
  DocumentForm,
  FilledTemplate,
  PrintOptions,
} from '../../../src/ports/template-source.js';
import type { Result } from '../fixtures.js';
import { readPages, type Page } from './read-pages.js';

/** Prints one of the templates and reads its pages. */
export async function printTemplate(
  renderer: DocumentRenderer,
  template: string,
  model: Result,
  options: Partial<PrintOptions> = {},
): Promise<Page[]> {
  return readPages(await printed(renderer, await fill('templates', template, model, options)));
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
  return printed(renderer, await fillSpecimen(form, body, model, options));
}

/** The same before it is printed. */
export async function fillSpecimen(
  form: DocumentForm,
  body: string,
  model: Result | readonly Result[],
  options: Partial<PrintOptions> = {},
): Promise<FilledTemplate> {
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
    return await fill(directory, 'specimen', model, options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function fill(
  directory: string,
  template: string,
  model: Result | readonly Result[],
  options: Partial<PrintOptions>,
): Promise<FilledTemplate> {
  const filled = await templateFolder(directory).fill(template, [model].flat(), options);
  if (!filled.ok) throw new Error(describePrintFault(filled.error));
  return filled.value;
}

async function printed(renderer: DocumentRenderer, filled: FilledTemplate): Promise<Uint8Array> {
  const outcome = await renderer.render(filled);
  if (!outcome.ok) throw new Error(describePrintFault(outcome.error));
  return outcome.value.pdf;
}
