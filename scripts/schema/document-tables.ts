import {
  DOCUMENT_KINDS,
  fieldTypeOf,
  type DocumentKind,
  type FieldType,
} from '../../src/domain/documents/index.js';

const KINDS: Readonly<Record<FieldType['kind'], string>> = {
  text: '文字',
  number: '数',
  flag: '是否',
  group: '一组',
  list: '列表',
};

/** Which documents a kind is printed as. */
const PER: Readonly<Record<DocumentKind['per'], string>> = {
  all: '全部单位一份',
  region: '每个单位一份',
};

/** Every field of every kind of document, as Markdown: what all have first, then each kind's own. */
export function documentTables(): string {
  const [first] = DOCUMENT_KINDS;
  if (first === undefined) throw new Error('there are no kinds of documents');
  const types = DOCUMENT_KINDS.map((kind) => [kind, fieldsOf(kind)] as const);
  const common = [...fieldsOf(first)].filter(([name, type]) =>
    types.every(([, fields]) => {
      const other = fields.get(name);
      return (
        other !== undefined &&
        JSON.stringify(rows(name, other)) === JSON.stringify(rows(name, type))
      );
    }),
  );
  const shared = new Set(common.map(([name]) => name));
  const own = types.map(([kind, fields]) => {
    const mine = [...fields].filter(([name]) => !shared.has(name));
    return `## ${kind.label}（\`model: ${kind.id}\`，${PER[kind.per]}）\n\n${table(mine)}`;
  });
  return [`## 各类公文都有的字段\n\n${table(common)}`, ...own].join('\n');
}

function fieldsOf(kind: DocumentKind): ReadonlyMap<string, FieldType> {
  const type = fieldTypeOf(kind.schema);
  if (type.kind !== 'group') throw new Error(`${kind.id} has no fields`);
  return type.fields;
}

function table(fields: readonly (readonly [string, FieldType])[]): string {
  const lines = fields.flatMap(([name, type]) => rows(name, type));
  return `| 字段 | 是什么 | 含义 |\n| --- | --- | --- |\n${lines.join('')}`;
}

/** A field and, for a group or a list, what is in it: `regions[].name`. */
function rows(path: string, type: FieldType): readonly string[] {
  const blank = type.isBlankable ? '，可空' : '';
  const line = `| \`${path}\` | ${KINDS[type.kind]}${blank} | ${type.meaning} |\n`;
  if (type.kind === 'group') {
    return [line, ...[...type.fields].flatMap(([name, inner]) => rows(`${path}.${name}`, inner))];
  }
  if (type.kind === 'list' && type.item.kind === 'group') {
    const inside = [...type.item.fields].flatMap(([name, inner]) =>
      rows(`${path}[].${name}`, inner),
    );
    return [line, ...inside];
  }
  return [line];
}
