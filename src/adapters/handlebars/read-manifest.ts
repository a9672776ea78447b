import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faultMessage } from '../../messages/index.js';
import type { TemplateManifest } from '../../ports/template-source.js';
import { parseLocatedYaml } from '../yaml/located-yaml.js';
import { templateManifestSchema } from './template-manifest.schema.js';

const FILE = 'template.yaml';

/**
 * What a template says of itself.
 *
 * @throws an error in Chinese, with file, line and column, when the file is not there or not sound
 */
export async function readManifest(directory: string, name: string): Promise<TemplateManifest> {
  const text = await readFile(join(directory, name, FILE), 'utf8').catch(() => {
    throw new Error(`缺少 ${name}/${FILE}，请从相近的模板复制一份，写明 label、model、form`);
  });
  const document = parseLocatedYaml(text, `${name}/${FILE}`);
  if (!document.ok) {
    const said = document.error.map(
      (fault) =>
        `${FILE}:${String(fault.line)}:${String(fault.column)} ${faultMessage(fault).what}`,
    );
    throw new Error(said.join('；'));
  }
  const read = templateManifestSchema.safeParse(document.value.value, { jitless: true });
  if (read.success) return { name, ...read.data };
  const wrong = read.error.issues.map((issue) => {
    const path = issue.path.map(String);
    const { line, column } = document.value.locate(path);
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : path;
    return `${FILE}:${String(line)}:${String(column)} “${keys.join('.')}”不对，可用的键是 label、model、form（official、letter、sheet、plain）`;
  });
  throw new Error(wrong.join('；'));
}
