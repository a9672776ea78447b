import { failure } from '../../domain/kernel/result.js';
import { readDataDocument } from '../../domain/metrics/read-data-document.js';
import type { YamlFaultCode } from '../../messages/yaml-faults.js';
import type { DataSource } from '../../ports/data-source.js';
import { parseLocatedYaml } from './located-yaml.js';

/** A year's data in YAML: UTF-8, with or without a byte order mark. */
export const yamlDataSource = {
  endings: ['.yaml', '.yml'],
  read(content: Uint8Array, file: string) {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      const code: YamlFaultCode = 'yaml-encoding';
      return failure([{ code, file, line: 1, column: 1, facts: {} }]);
    }
    const document = parseLocatedYaml(text, file);
    return document.ok ? readDataDocument(document.value) : document;
  },
} satisfies DataSource;
