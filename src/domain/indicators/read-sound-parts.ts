import type { LocatedDocument, Path } from '../kernel/fault.js';
import { reportShape } from './read-shape.js';
import type { Reporter } from './reporter.js';
import type { FileSchema, ShapeIssue } from './schema-lookup.schema.js';

/** What a file says that has the right shape, and what was left out. */
export interface SoundParts<T> {
  readonly value: T | undefined;
  readonly lost: readonly Path[];
}

/** Without these keys, names that are used elsewhere would look unknown. */
const NAMING = new Set([
  ...['departments', 'parameters', 'metrics', 'indicators', 'children', 'events', 'grading'],
  ...['grades', 'adjustments', 'groupCaps', 'levels', 'regions', 'groups', 'total'],
]);

/** Leaving something out can make its holder incomplete, and that one's: the depth of a set. */
const MAX_ROUNDS = 12;

/**
 * Reports what has the wrong shape and reads the rest, so that the other faults of a file can be
 * told in the same go. What is read then is never a sound set: it only serves to find faults.
 *
 * @param fallbacks what stands in for keys that a file cannot do without
 * @returns no value when what is wrong touches too much of the file to judge the rest
 */
export function readSoundParts<T>(
  schema: FileSchema<T>,
  document: LocatedDocument,
  reporter: Reporter,
  fallbacks: Readonly<Record<string, unknown>>,
): SoundParts<T> {
  const lost: Path[] = [];
  let value = document.value;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const read = schema.safeParse(value, { jitless: true });
    if (read.success) return { value: read.data, lost };
    if (round === 0) reportShape(read.error.issues, schema, document, reporter);
    const misshapen = read.error.issues.flatMap((issue) =>
      misshapenPaths(issue, value).map((path) => ({ path, issue })),
    );
    for (const { path, issue } of misshapen) {
      const [key = '', ...deeper] = path;
      const fallback = deeper.length === 0 ? fallbacks[key] : undefined;
      if (
        path.length === 0 ||
        (fallback === undefined && touchesNames(path, value, issue.code === 'unrecognized_keys'))
      ) {
        return { value: undefined, lost };
      }
      lost.push(path);
      value = replaced(value, path, fallback);
    }
  }
  return { value: undefined, lost };
}

/** What has to be left out so that an issue is gone; a list goes as a whole. */
function misshapenPaths(issue: ShapeIssue, root: unknown): readonly Path[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? '?' : step));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  const isThere = valueAt(root, path) !== undefined;
  const wrong = isThere || path.length === 1 ? path : path.slice(0, -1);
  const list = wrong.findIndex((step) => typeof step === 'number');
  return [list < 0 ? wrong : wrong.slice(0, list)];
}

/** Whether names that others may use go with what is at a path, or may stand under a wrong key. */
function touchesNames(path: Path, root: unknown, isUnknown: boolean): boolean {
  const isHolder = NAMING.has(String(path.at(-1) ?? ''));
  const isItem = NAMING.has(String(path.at(-2) ?? ''));
  const value = valueAt(root, path);
  return isHolder || ((isItem || isUnknown) && typeof value === 'object' && value !== null);
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) => (here as Readonly<Record<string, unknown>> | null | undefined)?.[step],
    root,
  );
}

/** A copy with another value at a path, or none. */
function replaced(root: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof root !== 'object' || root === null) return root;
  const { [step]: below, ...others } = root as Readonly<Record<string | number, unknown>>;
  const changed = replaced(below, rest, value);
  return changed === undefined ? others : { ...others, [step]: changed };
}
