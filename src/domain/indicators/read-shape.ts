import type { z } from 'zod';
import type { LocatedDocument, Path } from '../kernel/fault.js';
import { nearestName } from '../kernel/nearest-name.js';
import type { Reporter } from './reporter.js';

type Issue = z.core.$ZodIssue;

/**
 * Holds a parsed file against its schema and reports every fault of its shape.
 *
 * @returns the file's content with its scalars read, or undefined when anything was wrong
 */
export function readShape<T>(
  schema: z.ZodType<T>,
  document: LocatedDocument,
  reporter: Reporter,
): T | undefined {
  const read = schema.safeParse(document.value, { jitless: true });
  if (read.success) return read.data;
  for (const issue of read.error.issues) reportIssue(issue, [], schema, reporter);
  return undefined;
}

function reportIssue(issue: Issue, above: Path, schema: z.ZodType, reporter: Reporter): void {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'symbol' ? '?' : step))];
  const name = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const key of issue.keys) {
        const near = nearestName(key, keysAt(schema, path));
        reporter.fault(
          'set-unknown-key',
          [...path, key],
          { key, ...(near === undefined ? {} : { near }) },
          'key',
        );
      }
      return;
    case 'invalid_type':
      if (issue.input === undefined) reporter.fault('set-missing-key', path, { key: name }, 'key');
      else reporter.fault('set-wrong-type', path, { key: name, expected: issue.expected });
      return;
    case 'invalid_value':
      reporter.fault('set-bad-value', path, {
        key: name,
        expected: 'choice',
        choices: issue.values.map(String).join('、'),
      });
      return;
    case 'invalid_union':
      if (issue.errors.length === 0) {
        reporter.fault('set-bad-value', path, {
          key: name,
          expected: 'choice',
          choices: discriminators(schema, path).join('、'),
        });
      } else reporter.fault('set-bad-value', path, { key: name, expected: 'other' });
      return;
    case 'invalid_key':
      reporter.fault('set-bad-value', path, { key: name, expected: 'id' }, 'key');
      return;
    default:
      reporter.fault('set-bad-value', path, { key: name, expected: issue.message });
  }
}

/** The keys that a schema allows at a path, for 「是不是想写……」. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const found = descend(schema, path);
  const def = found === undefined ? undefined : unwrap(found)._zod.def;
  return def !== undefined && def.type === 'object'
    ? Object.keys((def as z.core.$ZodObjectDef).shape)
    : [];
}

function discriminators(schema: z.ZodType, path: Path): readonly string[] {
  const found = descend(schema, path.slice(0, -1));
  const def = found === undefined ? undefined : unwrap(found)._zod.def;
  if (def === undefined || def.type !== 'union') return [];
  return (def as z.core.$ZodUnionDef).options.flatMap((option) => {
    const shape = (unwrap(option)._zod.def as z.core.$ZodObjectDef).shape;
    const kind = shape['kind'];
    return kind === undefined ? [] : [...(kind._zod.values ?? [])].map(String);
  });
}

function descend(schema: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let here: z.core.$ZodType | undefined = schema;
  for (const step of path) {
    if (here === undefined) return undefined;
    const def: z.core.$ZodTypeDef = unwrap(here)._zod.def;
    if (def.type === 'object') here = (def as z.core.$ZodObjectDef).shape[String(step)];
    else if (def.type === 'record') here = (def as z.core.$ZodRecordDef).valueType;
    else if (def.type === 'array') here = (def as z.core.$ZodArrayDef).element;
    else return undefined;
  }
  return here;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable') {
    return unwrap((def as z.core.$ZodOptionalDef).innerType);
  }
  return def.type === 'pipe' ? unwrap((def as z.core.$ZodPipeDef).out) : schema;
}
