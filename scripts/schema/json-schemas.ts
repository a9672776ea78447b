import * as z from 'zod';
import { recordsSchema } from '../../src/domain/documents/records/records.schema.js';
import { regionsSchema } from '../../src/domain/indicators/regions.schema.js';
import { setSchema } from '../../src/domain/indicators/set.schema.js';
import { testsSchema } from '../../src/domain/indicators/tests.schema.js';
import { dataSchema } from '../../src/domain/metrics/data.schema.js';
import { scoreResultSchema } from '../../src/domain/scoring/result.schema.js';

/** A JSON Schema, as far as this folder looks into it. */
export interface JsonSchema {
  [key: string]: unknown;
  kaoheng?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  $ref?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  oneOf?: JsonSchema[];
  anyOf?: JsonSchema[];
  allOf?: JsonSchema[];
  definitions?: Record<string, JsonSchema>;
}

/** Where our schemas name their own kinds of scalars. */
const KIND = 'kaoheng';

const DECIMAL = '^[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?$';

/** What our own kinds of scalars are to an editor, which reads 97.5 as a number. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  decimal: { type: ['number', 'string'], pattern: DECIMAL },
  formula: { type: ['number', 'string'], minLength: 1 },
  whole: { type: ['integer', 'string'], pattern: '^-?\\d{1,9}$' },
  text: { type: ['string', 'number'], minLength: 1 },
  period: { type: ['integer', 'string'], pattern: '^\\d{4}(-[A-Za-z0-9]+)*$' },
  code: { type: ['integer', 'string'], pattern: '^\\d{6}(\\d{3}|\\d{6})?$' },
  successor: { type: ['string', 'null'], pattern: '^([a-z][a-z0-9_]{0,63})?$' },
  value: { type: ['number', 'string', 'boolean'] },
  scalar: { type: ['number', 'string', 'boolean', 'null'] },
};

/** The files of a set, by the name of their schema. */
const FILES: Readonly<Record<string, z.ZodType>> = {
  'indicator-set': setSchema,
  regions: regionsSchema,
  tests: testsSchema,
  data: dataSchema,
  records: recordsSchema,
};

/** The schemas as editors take them: draft 7, which their YAML extensions know best. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(
    [...describedSchemas()].map(([name, schema]) => [
      name,
      JSON.parse(
        JSON.stringify(schema, (key, value: unknown) => (key === KIND ? undefined : value)),
      ) as JsonSchema,
    ]),
  );
}

/** The same with our own kinds of scalars still named, for the manual. */
export function describedSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(
    Object.entries(FILES).map(([name, schema]) => [
      name,
      withoutRootReference(
        z.toJSONSchema(schema, {
          target: 'draft-7',
          io: 'input',
          unrepresentable: 'any',
          override: ({ jsonSchema }) => override(jsonSchema as JsonSchema),
        }) as JsonSchema,
      ),
    ]),
  );
}

/** What `score --format json` prints. */
export function resultSchema(): JsonSchema {
  return withoutRootReference(
    z.toJSONSchema(scoreResultSchema, {
      target: 'draft-7',
      override: ({ jsonSchema }) => override(jsonSchema as JsonSchema),
    }) as JsonSchema,
  );
}

/** Editors show the title and keys of a root that is written out. */
function withoutRootReference(root: JsonSchema): JsonSchema {
  const name = root.$ref?.split('/').at(-1) ?? '';
  const { [name]: written, ...definitions } = root.definitions ?? {};
  if (written === undefined) return root;
  const shared = Object.keys(definitions).length === 0 ? {} : { definitions };
  return { $schema: root['$schema'], ...written, ...shared };
}

/** Writes our own kinds of scalars as an editor knows them. */
function override(json: JsonSchema): void {
  const kind = json[KIND];
  // An id is for references within the file; as $id it would be a wrong address.
  delete json['id'];
  if (typeof kind !== 'string') return;
  delete json.anyOf;
  Object.assign(json, SCALARS[kind]);
}
