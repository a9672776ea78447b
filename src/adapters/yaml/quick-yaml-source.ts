import { readDataDocument } from '../../domain/metrics/read-data-document.js';
import type { DataSource } from '../../ports/data-source.js';
import { decodeYaml } from './decode-yaml.js';
import { readLocatedYaml } from './read-located-yaml.js';

/** A year's data in YAML; the package is loaded by the first file that is not of the plain kind. */
export const quickYamlSource: DataSource = {
  endings: ['.yaml', '.yml'],
  async read(content, file) {
    const text = decodeYaml(content, file);
    if (!text.ok) return text;
    const document = await readLocatedYaml(text.value, file);
    return document.ok ? readDataDocument(document.value) : document;
  },
};
