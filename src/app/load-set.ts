import { readSet, type SetSources, type SoundSet } from '../domain/indicators/index.js';
import { compareFaults, type Fault, type LocatedDocument } from '../domain/kernel/fault.js';
import { failure, success, type Result } from '../domain/kernel/result.js';
import type { SetFolder } from '../ports/set-library.js';
import type { ScoringPorts } from './ports.js';
import type { Refusal } from './refusal.js';

/** A sound set together with the folder it came from. */
export interface LoadedSet extends SoundSet {
  readonly folder: SetFolder;
}

/** Finds a set and its bases, reads them, and gives it whole or every fault of all of them. */
export async function loadSet(
  ports: ScoringPorts,
  reference: string,
): Promise<Result<LoadedSet, Refusal>> {
  const folder = await ports.sets.find(reference);
  if (folder === undefined) {
    return failure({ kind: 'unknownSet', reference, known: await ports.sets.known() });
  }
  const sources = await gather(ports, folder, []);
  if (!sources.ok) {
    return failure({ kind: 'faults', faults: [...sources.error].sort(compareFaults) });
  }
  const sound = readSet(sources.value, await ports.loadParser());
  return sound.ok
    ? success({ ...sound.value, folder })
    : failure({ kind: 'faults', faults: sound.error });
}

/** Collects a set's files and its base's, base after base. */
async function gather(
  ports: ScoringPorts,
  folder: SetFolder,
  below: readonly string[],
): Promise<Result<SetSources, readonly Fault[]>> {
  const broken = [folder.set, folder.regions].flatMap((file) =>
    file === undefined || file.ok ? [] : file.error,
  );
  if (!folder.set.ok || broken.length > 0) return failure(broken);
  const document = folder.set.value;
  const regions = folder.regions?.ok === true ? folder.regions.value : undefined;
  const wanted = baseId(document);
  if (wanted === undefined) return success({ set: document, regions, base: undefined });
  const id = ownId(document);
  if (wanted === id || below.includes(wanted)) {
    const loop = [...below, id, wanted].join(' → ');
    return failure([faultAt(document, 'set-extends-loop', { loop })]);
  }
  const baseFolder = await ports.sets.findBase(folder, wanted);
  if (baseFolder === undefined) {
    return failure([faultAt(document, 'set-base-not-found', { id: wanted })]);
  }
  const base = await gather(ports, baseFolder, [...below, id]);
  return base.ok ? success({ set: document, regions, base: base.value }) : base;
}

function faultAt(document: LocatedDocument, code: string, facts: Record<string, string>): Fault {
  return { code, ...document.locate(['extends']), facts };
}

/** The ids are needed before the file is checked: it cannot be checked without its base. */
function baseId(document: LocatedDocument): string | undefined {
  return textAt(keyOf(document.value, 'extends'), 'id');
}

function ownId(document: LocatedDocument): string {
  return textAt(document.value, 'id') ?? '';
}

function textAt(value: unknown, key: string): string | undefined {
  const found = keyOf(value, key);
  return typeof found === 'string' ? found : undefined;
}

function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
