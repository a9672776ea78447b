import { readDataDocument } from '../../domain/metrics/read-data-document.js';
import type { DataSource } from '../../ports/data-source.js';
import { decodeYaml } from './decode-yaml.js';
import type { ReadYaml } from './yaml-reader.js';

/** A year's data in YAML, read in a given way. */
export function quickYamlSource(readYaml: ReadYaml): DataSource {
  return {
    endings: ['.yaml', '.yml'],
    async read(content, file) {
      const text = decodeYaml(content, file);
      if (!text.ok) return text;
      const document = await readYaml(text.value, file);
      return document.ok ? readDataDocument(document.value) : document;
    },
  };
}
