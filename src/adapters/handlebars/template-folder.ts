import { readdir } from 'node:fs/promises';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { PrintFault } from '../../ports/document-renderer.js';
import type {
  PrintOptions,
  TemplateManifest,
  TemplateSource,
} from '../../ports/template-source.js';
import { checkFields } from './check-fields.js';
import { compileTemplate, type CompiledTemplate } from './compile-template.js';
import { fillIn } from './fill-in.js';
import { readManifest } from './read-manifest.js';

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
    const known = compiled.has(template) ? [template] : await namesIn(directory);
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
    check: (template, model) =>
      checked(template, async () => {
        const making = compiled.get(template) ?? compileTemplate(directory, template);
        compiled.set(template, making);
        const { parsed, partials } = await making;
        const wrong = parsed.flatMap((one) =>
          checkFields(one, model, (name) => partials.get(name)),
        );
        return wrong.length === 0 ? success(null) : brokenTemplate(template, wrong.join('；'));
      }),
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
        const making = compiled.get(template) ?? compileTemplate(directory, template);
        compiled.set(template, making);
        return success(fillIn(await making, models, { ...USUAL, ...options }));
      }),
  };
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
