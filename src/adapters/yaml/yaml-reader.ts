import type { Fault, LocatedDocument } from '../../domain/kernel/fault.js';
import { success, type Result } from '../../domain/kernel/result.js';
import { locatedDocument } from './located-document.js';
import { readPlainYaml } from './read-plain-yaml.js';
import { placesOf } from './text-positions.js';

/** A file beyond this is left to the package's reader, which knows the limit. */
const MAX_CHARACTERS = 600_000;

/** Reads a YAML file to data with their places, or to all faults of its syntax. */
export type ReadYaml = (
  text: string,
  file: string,
) => Promise<Result<LocatedDocument, readonly Fault[]>>;

/**
 * Reads a YAML file of the plain kind, which every sound rule file is, to the same data and places
 * as the YAML package.
 *
 * @param readOther reads every other file
 */
export function yamlReader(readOther: ReadYaml): ReadYaml {
  return async (text, file) => {
    const content = text.startsWith('\ufeff') ? text.slice(1) : text;
    const reading = content.length > MAX_CHARACTERS ? undefined : readPlainYaml(content);
    if (reading === undefined) return readOther(text, file);
    return success(locatedDocument(reading, content, file, placesOf(content, file)));
  };
}
