import type * as z from 'zod';
import type { Path } from '../kernel/fault.js';

/** A schema that a file can be held against. */
export type FileSchema<T> = z.ZodType<T>;

/** One thing that zod found wrong. */
export type ShapeIssue = z.core.$ZodIssue;

type Schema = z.core.$ZodType;

/** The keys that may stand at a path; none where anything may. */
export function keysAt(schema: FileSchema<unknown>, path: Path, value: unknown): readonly string[] {
  const def = schemaAt(schema, path, value)?._zod.def;
  if (def?.type === 'object') return Object.keys((def as z.core.$ZodObjectDef).shape);
  if (def?.type === 'record') {
    return [...((def as z.core.$ZodRecordDef).keyType._zod.values ?? [])].map(String);
  }
  return [];
}

/** The words that may stand at a path; none where anything may. */
export function choicesAt(
  schema: FileSchema<unknown>,
  path: Path,
  value: unknown,
): readonly string[] {
  const here = schemaAt(schema, path, value);
  if (here?._zod.values !== undefined) return [...here._zod.values].map(String);
  const above = schemaAt(schema, path.slice(0, -1), value, true);
  const key = path.at(-1);
  if (above?._zod.def.type !== 'union' || key === undefined) return [];
  return (above._zod.def as z.core.$ZodUnionDef).options.flatMap((option) => {
    const inner = shapeOf(option)?.[String(key)];
    return [...(inner?._zod.values ?? [])].map(String);
  });
}

/** What the schema says of the key at a path. */
export function descriptionAt(
  schema: FileSchema<unknown>,
  path: Path,
  value: unknown,
): string | undefined {
  const holder = schemaAt(schema, path.slice(0, -1), value);
  const own = holder === undefined ? undefined : shapeOf(holder)?.[String(path.at(-1))];
  return (own as z.ZodType | undefined)?.description;
}

/** Follows a path; where a kind decides on the keys, the kind that the file gives. */
function schemaAt(
  schema: Schema,
  path: Path,
  value: unknown,
  keepsUnion = false,
): Schema | undefined {
  let here: Schema | undefined = unwrap(schema);
  let data = value;
  for (const step of path) {
    here = below(chosen(here, data), step);
    if (here === undefined) return undefined;
    here = unwrap(here);
    data = (data as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
  }
  return keepsUnion ? here : chosen(here, data);
}

function below(schema: Schema | undefined, step: string | number): Schema | undefined {
  const def = schema?._zod.def;
  if (def?.type === 'object') return (def as z.core.$ZodObjectDef).shape[String(step)];
  if (def?.type === 'record') return (def as z.core.$ZodRecordDef).valueType;
  return def?.type === 'array' ? (def as z.core.$ZodArrayDef).element : undefined;
}

/** The branch of a discriminated union that the data name. */
function chosen(schema: Schema, data: unknown): Schema | undefined {
  if (schema._zod.def.type !== 'union') return schema;
  const kind = (data as { readonly kind?: unknown } | null | undefined)?.kind;
  return (schema._zod.def as z.core.$ZodUnionDef).options.find(
    (option) => shapeOf(option)?.['kind']?._zod.values?.has(kind as string) === true,
  );
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const { def } = unwrap(schema)._zod;
  return def.type === 'object' ? (def as z.core.$ZodObjectDef).shape : undefined;
}

function unwrap(schema: Schema): Schema {
  const { def } = schema._zod;
  if (def.type === 'optional' || def.type === 'default' || def.type === 'nullable') {
    return unwrap((def as z.core.$ZodOptionalDef).innerType);
  }
  return def.type === 'pipe' ? unwrap((def as z.core.$ZodPipeDef).out) : schema;
}
