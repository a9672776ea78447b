import type { Fault, LocatedDocument } from '../../domain/kernel/fault.js';
import { success, type Result } from '../../domain/kernel/result.js';
import { locatedDocument } from './located-document.js';
import { readPlainYaml } from './read-plain-yaml.js';
import { placesOf } from './text-positions.js';

/** A file beyond this is left to the package's reader, which knows the limit. */
const MAX_CHARACTERS = 600_000;

/**
 * Reads a YAML file as `parseLocatedYaml` does, to the same data, places and faults. A file of the
 * plain kind, which every sound rule file is, is read without loading the YAML package.
 */
export async function readLocatedYaml(
  text: string,
  file: string,
): Promise<Result<LocatedDocument, readonly Fault[]>> {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  const reading = content.length > MAX_CHARACTERS ? undefined : readPlainYaml(content);
  if (reading !== undefined) {
    return success(locatedDocument(reading, content, file, placesOf(content, file)));
  }
  const { parseLocatedYaml } = await import('./located-yaml.js');
  return parseLocatedYaml(text, file);
}
