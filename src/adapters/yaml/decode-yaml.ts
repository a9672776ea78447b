import type { Fault } from '../../domain/kernel/fault.js';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import type { YamlFaultCode } from '../../messages/yaml-faults.js';

/** The text of a YAML file, which is in UTF-8. */
export function decodeYaml(content: Uint8Array, file: string): Result<string, readonly Fault[]> {
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    const code: YamlFaultCode = 'yaml-encoding';
    return failure([{ code, file, line: 1, column: 1, facts: {} }]);
  }
}
