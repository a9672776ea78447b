import type { JsonSchema } from './json-schemas.js';

/** What our own kinds of scalars are called. */
const KINDS: Readonly<Record<string, string>> = {
  decimal: '数',
  formula: '公式或数',
  whole: '整数',
  text: '文字',
  period: '年度',
  code: '行政区划代码',
  successor: '代号或空',
  value: '值',
  scalar: '值',
};

/** What texts with a pattern are called, by a text that fits. */
const PATTERNS: readonly (readonly [example: string, name: string])[] = [
  ['a-1', '体系代号'],
  ['a_1', '代号'],
  ['1.0.0', '版本'],
  ['2015-01-01', '日期'],
];

interface Section {
  readonly title: string;
  readonly schema: JsonSchema;
}

/**
 * Tables of every key of a schema: one for the file, one for each kind of thing in it.
 *
 * @returns Markdown; what is written in several places has one table
 */
export function keyTables(root: JsonSchema, file: string): string {
  const sections: Section[] = [{ title: file, schema: root }];
  const seen = new Set<string>();
  const parts: string[] = [];
  for (let next = sections.shift(); next !== undefined; next = sections.shift()) {
    const { title, schema } = next;
    const about = schema.description === undefined ? '' : `${schema.description}。\n\n`;
    const rows = Object.entries(schema.properties ?? {}).map(([key, given]) => {
      const property = resolve(root, given);
      const below = sectionsOf(root, property, title === file ? key : `${title}.${key}`);
      sections.push(...below.filter((one) => isNew(seen, one)));
      return row(key, property, schema, root);
    });
    parts.push(
      `#### \`${title}\`\n\n${about}| 键 | 写什么 | 必填 | 说明 |\n| --- | --- | --- | --- |\n${rows.join('')}`,
    );
  }
  return parts.join('\n');
}

/** A thing's own table is the same wherever it is written: the first place names it. */
function isNew(seen: Set<string>, { schema }: Section): boolean {
  const keys = JSON.stringify(schema.properties);
  if (seen.has(keys)) return false;
  seen.add(keys);
  return true;
}

function row(key: string, property: JsonSchema, holder: JsonSchema, root: JsonSchema): string {
  const needed = holder.required?.includes(key) === true && property.default === undefined;
  const standard = property.default === undefined ? '' : `默认 ${JSON.stringify(property.default)}`;
  const cells = [
    `\`${key}\``,
    kindOf(root, property),
    needed ? '是' : standard.replaceAll('"', ''),
    property.description ?? '',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}

/** What is to be written for a key, in a word or two. */
function kindOf(root: JsonSchema, given: JsonSchema): string {
  const property = resolve(root, given);
  if (property.kaoheng !== undefined) return KINDS[property.kaoheng] ?? property.kaoheng;
  if (property.const !== undefined)
    return `\`${JSON.stringify(property.const)}\``.replaceAll('"', '');
  if (property.enum !== undefined)
    return property.enum.map((one) => `\`${String(one)}\``).join(' ');
  if (property.oneOf !== undefined) return '一组键，随 `kind` 不同';
  if (property.anyOf !== undefined) {
    return [...new Set(property.anyOf.map((one) => kindOf(root, one)))].join('，或');
  }
  if (property.type === 'array') return `列表：${kindOf(root, property.items ?? {})}`;
  if (property.properties !== undefined) return '一组键';
  if (typeof property.additionalProperties === 'object') {
    return `${keyWord(property)} → ${kindOf(root, property.additionalProperties)}`;
  }
  if (property.type === 'boolean') return '`true` 或 `false`';
  return patternName(property) ?? '文字';
}

function keyWord(property: JsonSchema): string {
  const names = property.propertyNames;
  if (names?.enum !== undefined) return names.enum.map((one) => `\`${String(one)}\``).join(' ');
  return (names === undefined ? undefined : patternName(names)) ?? '名称';
}

function patternName({ pattern }: JsonSchema): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  return PATTERNS.find(([example]) => new RegExp(pattern).test(example))?.[1];
}

/** The things below a property that have keys of their own. */
function sectionsOf(root: JsonSchema, given: JsonSchema, title: string): readonly Section[] {
  const property = resolve(root, given);
  if (property.oneOf !== undefined) {
    return property.oneOf.map((one) => {
      const option = resolve(root, one);
      return {
        title: `${title}（kind: ${String(option.properties?.['kind']?.const)}）`,
        schema: option,
      };
    });
  }
  if (property.anyOf !== undefined) {
    return property.anyOf.flatMap((one) => sectionsOf(root, one, title));
  }
  if (property.properties !== undefined) return [{ title, schema: property }];
  if (property.type === 'array') return sectionsOf(root, property.items ?? {}, `${title}[]`);
  return typeof property.additionalProperties === 'object'
    ? sectionsOf(root, property.additionalProperties, `${title}.<${keyWord(property)}>`)
    : [];
}

function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference === undefined) return schema;
  const named =
    reference === '#' ? root : (root.definitions?.[reference.split('/').at(-1) ?? ''] ?? {});
  return {
    ...named,
    ...(schema.description === undefined ? {} : { description: schema.description }),
  };
}
