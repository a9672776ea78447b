import { loadFormulaParser } from '../../../src/adapters/mathjs/load-formula-parser.js';
import { parseLocatedYaml } from '../../../src/adapters/yaml/located-yaml.js';
import { readSet, type SetSources, type SoundSet } from '../../../src/domain/indicators/index.js';
import type { Fault, LocatedDocument } from '../../../src/domain/kernel/fault.js';
import type { Result } from '../../../src/domain/kernel/result.js';

const parser = await loadFormulaParser();

/** The texts of one set's files. */
export interface WrittenSet {
  readonly set: string;
  readonly regions?: string | undefined;
  readonly base?: WrittenSet | undefined;
}

/** Reads a set from the texts of its files; a base's files are called base-set.yaml and so on. */
export function readWritten(written: WrittenSet): Result<SoundSet, readonly Fault[]> {
  return readSet(sourcesOf(written, ''), parser);
}

/** The faults of a set that is not sound, or none. */
export function faultsOf(written: WrittenSet): readonly Fault[] {
  const read = readWritten(written);
  return read.ok ? [] : read.error;
}

/** A set that the test takes for sound. */
export function soundSet(written: WrittenSet): SoundSet {
  const read = readWritten(written);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  return read.value;
}

function sourcesOf({ set, regions, base }: WrittenSet, prefix: string): SetSources {
  return {
    set: documentOf(set, `${prefix}set.yaml`),
    regions: regions === undefined ? undefined : documentOf(regions, `${prefix}regions.yaml`),
    base: base === undefined ? undefined : sourcesOf(base, `${prefix}base-`),
  };
}

function documentOf(text: string, file: string): LocatedDocument {
  const read = parseLocatedYaml(text, file);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  return read.value;
}

/** Where a test marks the place of a fault. */
const MARK = '‸';

/** A text and the line and column of its mark, which is taken out. */
export function unmark(text: string): {
  readonly text: string;
  readonly place: { readonly line: number; readonly column: number } | undefined;
} {
  const at = text.indexOf(MARK);
  if (at < 0) return { text, place: undefined };
  const lines = text.slice(0, at).split('\n');
  const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  return { text: text.slice(0, at) + text.slice(at + MARK.length), place };
}
