import type { LocatedDocument, Path } from '../kernel/fault.js';
import { nearestName } from '../kernel/nearest-name.js';
import type { Reporter } from './reporter.js';
import {
  choicesAt,
  descriptionAt,
  keysAt,
  type FileSchema,
  type ShapeIssue,
} from './schema-lookup.schema.js';

type Facts = Readonly<Record<string, string>>;

/**
 * Holds a parsed file against its schema and reports every fault of its shape.
 *
 * @returns the file's content with its scalars read, or undefined when anything was wrong
 */
export function readShape<T>(
  schema: FileSchema<T>,
  document: LocatedDocument,
  reporter: Reporter,
): T | undefined {
  const read = schema.safeParse(document.value, { jitless: true });
  if (read.success) return read.data;
  reportShape(read.error.issues, schema, document, reporter);
  return undefined;
}

/** Reports what zod found wrong in a file. */
export function reportShape(
  issues: readonly ShapeIssue[],
  schema: FileSchema<unknown>,
  document: LocatedDocument,
  reporter: Reporter,
): void {
  for (const issue of issues) reportIssue(issue, schema, document.value, reporter);
}

function reportIssue(
  issue: ShapeIssue,
  schema: FileSchema<unknown>,
  root: unknown,
  reporter: Reporter,
): void {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? '?' : step));
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path, root);
    for (const unknown of issue.keys)
      reportUnknownKey(unknown, known, [...path, unknown], reporter);
    return;
  }
  if (issue.code === 'invalid_key') {
    const known = keysAt(schema, path.slice(0, -1), root);
    if (known.length > 0) reportUnknownKey(key, known, path, reporter);
    else reporter.fault('set-bad-value', path, { key, expected: 'id' }, 'key');
    return;
  }
  const value = valueAt(root, path);
  const choices = choicesAt(schema, path, root).join('、');
  const description = descriptionAt(schema, path, root);
  const meaning: Facts = description === undefined ? {} : { meaning: description };
  if (value === undefined) {
    const hint = description === undefined && choices !== '' ? { meaning: choices } : meaning;
    reporter.fault('set-missing-key', path, { key, ...hint }, 'key');
  } else if (issue.code === 'invalid_value' || (issue.code === 'invalid_union' && choices !== '')) {
    reporter.fault('set-bad-value', path, { key, expected: 'choice', choices, ...meaning });
  } else if (issue.code === 'invalid_type' && issue.message !== 'whole') {
    const facts = { key, expected: issue.expected, found: shapeOf(value) };
    reporter.fault('set-wrong-type', path, facts);
  } else {
    reporter.fault('set-bad-value', path, { key, ...badValue(issue, value) });
  }
}

function reportUnknownKey(
  key: string,
  known: readonly string[],
  path: Path,
  reporter: Reporter,
): void {
  const near = nearestName(key, known);
  const hint = near === undefined ? { known: known.join('、') } : { near };
  reporter.fault('set-unknown-key', path, { key, ...hint }, 'key');
}

/** The schema's own word for what it wanted, and the bound that was passed. */
function badValue(issue: ShapeIssue, value: unknown): Facts {
  const bound: Facts =
    issue.code === 'too_small'
      ? { least: String(issue.minimum) }
      : issue.code === 'too_big'
        ? { most: String(issue.maximum) }
        : {};
  const isEmptyList = Array.isArray(value) && issue.code === 'too_small';
  return { expected: isEmptyList ? 'none' : issue.message, ...bound };
}

function valueAt(root: unknown, path: Path): unknown {
  let here = root;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Readonly<Record<string | number, unknown>>)[step];
  }
  return here;
}

function shapeOf(value: unknown): string {
  if (value === null) return '空的';
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object') return '一组「键: 值」';
  return typeof value === 'boolean' ? 'true 或 false' : '单个的值';
}
