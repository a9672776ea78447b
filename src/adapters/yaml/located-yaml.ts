import { Composer } from 'yaml';
import type { Fault, LocatedDocument } from '../../domain/kernel/fault.js';
import { failure, success, type Result } from '../../domain/kernel/result.js';
import { createFaultList } from './fault-list.js';
import { locatedDocument } from './located-document.js';
import { readNode } from './read-node.js';
import { reportSyntax } from './report-syntax.js';
import { scanTokens } from './scan-tokens.js';
import { placesOf } from './text-positions.js';

/** The largest file, in bytes of UTF-8. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Reads a YAML file as data that a stranger wrote: every scalar stays the text that stands in the
 * file (`90.00` keeps its noughts), and what YAML can do beyond maps, lists and scalars is refused.
 *
 * @param text the file's content; a byte order mark and CRLF do no harm
 * @param file its name, for the places
 * @returns the data with its places, or all faults of the syntax at once
 * @example parseLocatedYaml('points: 90.00', 'set.yaml') // value: { points: '90.00' }
 */
export function parseLocatedYaml(
  text: string,
  file: string,
): Result<LocatedDocument, readonly Fault[]> {
  const content = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placeAt = placesOf(content.slice(0, MAX_BYTES), file);
  const faults = createFaultList(placeAt);
  const size = byteLength(content);
  if (size > MAX_BYTES) {
    faults.add('yaml-too-large', 0, { size: String(size), limit: String(MAX_BYTES) });
    return failure(faults.all());
  }
  const tokens = scanTokens(content, faults);
  if (tokens === undefined) return failure(faults.all());

  // Keys are held against one another in readNode: the package's own check is quadratic.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  const [document, second] = composer.compose(tokens, true, content.length);
  if (document === undefined) throw new Error('the composer always gives a document');
  reportSyntax(document.errors, content, faults);
  if (second !== undefined) faults.add('yaml-several-documents', second.range[0]);
  const reading = readNode(document.contents, 0, 0, { faults, placeAt });
  if (faults.isEmpty && reading.value === null) faults.add('yaml-empty', 0);
  if (!faults.isEmpty) return failure(faults.all());
  return success(locatedDocument(reading, content, file, placeAt));
}

function byteLength(text: string): number {
  return text.length > MAX_BYTES ? text.length : new TextEncoder().encode(text).length;
}
