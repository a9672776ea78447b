import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { generate, GUIDE } from '../../scripts/schema/generate.js';
import { jsonSchemas, type JsonSchema } from '../../scripts/schema/json-schemas.js';

const SETS = readdirSync('indicators', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
  .map((entry) => entry.name);

/** The YAML files of every shipped set and the schema that each is held against. */
const SHIPPED = SETS.flatMap((set) => [
  ['indicator-set', join('indicators', set, 'set.yaml')] as const,
  ['regions', join('indicators', set, 'regions.yaml')] as const,
  ...yamlFiles(join('indicators', set, 'tests')).map((file) => ['tests', file] as const),
  ...yamlFiles(join('indicators', set, 'data')).map((file) => ['data', file] as const),
  ...yamlFiles(join('indicators', set, 'data', 'documents')).map(
    (file) => ['records', file] as const,
  ),
]);

function yamlFiles(folder: string): readonly string[] {
  return (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name));
}

const schemas = jsonSchemas();
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** Whether an editor would underline nothing. */
function faultsOf(name: string, content: unknown): readonly string[] {
  const validate =
    ajv.getSchema(name) ?? ajv.addSchema(schemas.get(name) ?? {}, name).getSchema(name);
  if (validate?.(content) === true) return [];
  return (validate?.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
}

describe('what is generated from the schemas', () => {
  it.each([...generate(readFileSync(GUIDE, 'utf8'))])(
    'is up to date in %s; otherwise run node scripts/schema.mjs',
    (path, content) => {
      expect(readFileSync(path, 'utf8') === content).toBe(true);
    },
  );
});

describe('the schemas for editors', () => {
  it.each(SETS)('are named at the head of %s/set.yaml', (set) => {
    const [first] = readFileSync(join('indicators', set, 'set.yaml'), 'utf8').split('\n');

    expect(first).toBe('# yaml-language-server: $schema=../schema/indicator-set.schema.json');
  });

  it.each(SHIPPED)('%s accepts %s', (name, file) => {
    expect(faultsOf(name, parse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([...schemas.keys()])('%s refuses an unknown key', (name) => {
    const file = SHIPPED.find(([schema]) => schema === name)?.[1] ?? '';
    const content = { ...(parse(readFileSync(file, 'utf8')) as object), 无此键: 1 };

    expect(faultsOf(name, content).join()).toContain('must NOT have additional properties');
  });

  it.each([
    ['a decimal', 'fullPoints', '一百'],
    ['a date', 'window', { from: '2015年', to: '2015-12-31' }],
    ['an id', 'departments', { 'Market-1': '省质监局' }],
    ['a choice', 'status', 'final'],
    ['a period', 'year', '二〇一五'],
    ['a whole number', 'score', { round: 1.5 }],
    ['a rule', 'indicators', { a: { rule: { kind: 'linear', zeroAt: 0, fulAt: 1 } } }],
    ['a nested node', 'indicators', { a: { children: { b: { children: { c: { lable: 1 } } } } } }],
  ])('refuse %s that the program would refuse', (_what, key, value) => {
    const sound = parse(readFileSync('indicators/qinghai-food-2024/set.yaml', 'utf8')) as object;

    expect(faultsOf('indicator-set', { ...sound, [key]: value })).not.toEqual([]);
  });

  it.each([...schemas])('describe every key of %s', (_name, schema) => {
    expect(undescribed(schema, '')).toEqual([]);
  });

  it.each([...schemas])('have a title and no address in %s', (_name, schema) => {
    expect(schema.title).toMatch(/\p{Script=Han}/u);
    expect(schema['$id'] ?? schema['id']).toBeUndefined();
  });
});

/** The keys, by their way from the root, of which a schema says nothing. */
function undescribed(schema: unknown, at: string): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, definitions = {}, ...rest } = schema as JsonSchema;
  const { oneOf = [], anyOf = [], allOf = [], items, additionalProperties } = rest;
  return [
    ...Object.entries({ ...properties }).flatMap(([key, below]) => [
      ...(below.description === undefined ? [`${at}.${key}`] : []),
      ...undescribed(below, `${at}.${key}`),
    ]),
    ...Object.entries(definitions).flatMap(([name, below]) => undescribed(below, `#${name}`)),
    ...[...oneOf, ...anyOf, ...allOf, items, additionalProperties].flatMap((below) =>
      undescribed(below, `${at}*`),
    ),
  ];
}
