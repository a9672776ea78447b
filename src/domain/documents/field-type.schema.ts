import type * as z from 'zod';

/** What a field of a document is, for whoever checks or documents templates. */
export type FieldType =
  | {
      readonly kind: 'text' | 'number' | 'flag';
      readonly meaning: string;
      readonly isBlankable: boolean;
    }
  | {
      readonly kind: 'group';
      readonly meaning: string;
      readonly isBlankable: boolean;
      readonly fields: ReadonlyMap<string, FieldType>;
    }
  | {
      readonly kind: 'list';
      readonly meaning: string;
      readonly isBlankable: boolean;
      readonly item: FieldType;
    };

/**
 * The fields that a template of a kind may use, from the schema of its model.
 *
 * @throws Error for a part of a schema that no document has: a bug
 */
export function fieldTypeOf(schema: z.core.$ZodType): FieldType {
  return read(schema, '', false);
}

function read(schema: z.core.$ZodType, outer: string, isBlankable: boolean): FieldType {
  const meaning = outer === '' ? ((schema as z.ZodType).description ?? '') : outer;
  const def = schema._zod.def;
  switch (def.type) {
    case 'readonly':
      return read((def as z.core.$ZodReadonlyDef).innerType, meaning, isBlankable);
    case 'nullable':
      return read((def as z.core.$ZodNullableDef).innerType, meaning, true);
    case 'object': {
      const shape = Object.entries((def as z.core.$ZodObjectDef).shape);
      const fields = new Map(shape.map(([name, inner]) => [name, read(inner, '', false)]));
      return { kind: 'group', meaning, isBlankable, fields };
    }
    case 'array': {
      const item = read((def as z.core.$ZodArrayDef).element, '', false);
      return { kind: 'list', meaning, isBlankable, item };
    }
    case 'string':
    case 'enum':
      return { kind: 'text', meaning, isBlankable };
    case 'number':
    case 'int':
      return { kind: 'number', meaning, isBlankable };
    case 'boolean':
      return { kind: 'flag', meaning, isBlankable };
    default:
      throw new Error(`a document has no ${def.type}`);
  }
}
