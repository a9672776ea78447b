import { readDataDocument } from '../../domain/metrics/read-data-document.js';
import type { DataSource } from '../../ports/data-source.js';
import { decodeYaml } from './decode-yaml.js';
import { parseLocatedYaml } from './located-yaml.js';

/** A year's data in YAML: UTF-8, with or without a byte order mark. */
export const yamlDataSource = {
  endings: ['.yaml', '.yml'],
  read(content: Uint8Array, file: string) {
    const text = decodeYaml(content, file);
    if (!text.ok) return text;
    const document = parseLocatedYaml(text.value, file);
    return document.ok ? readDataDocument(document.value) : document;
  },
} satisfies DataSource;
