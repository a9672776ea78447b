import { codeTables } from './code-tables.js';
import { documentTables } from './document-tables.js';
import { describedSchemas, jsonSchemas, resultSchema } from './json-schemas.js';
import { keyTables } from './key-tables.js';

/** The guide whose tables are generated. */
export const GUIDE = 'docs/指标体系编写指南.md';

/** The files of a set, as the guide calls them, by their schema. */
const FILES: Readonly<Record<string, string>> = {
  'indicator-set': 'set.yaml',
  regions: 'regions.yaml',
  tests: 'tests/*.yaml',
  data: 'data/*.yaml',
};

/** The page about results; its tables are generated with it. */
const RESULT_PAGE = `# 计分结果的格式

\`kaoheng score SET --format json\` 和接口的计分结果用同一个格式。小数一律写成文字（如 \`"97.74"\`），以免经过浮点数；地区按名次排列，同名次按代号，不排名次的在最后。JSON Schema：\`indicators/schema/score-result.schema.json\`。

末级指标的 points 之和等于 baseScore；baseScore 加 bonus 减 penalty 四舍五入后等于 score（分值不转移而按得分率折算的体系除外）。本页由 \`npm run schema\` 生成。

`;

/** The page about what documents may say; its tables are generated with it. */
const DOCUMENT_PAGE = `# 公文数据

模板（\`templates/<名称>/\`）里可以用的全部字段。写法见 docs/模板编写指南.md；用了这里没有的字段，打印前就报错，指出行和列。文字都已按规定舍入、带好单位，模板只排版、不计算。本页由 \`npm run schema\` 生成。

`;

const RECORDS_NOTE =
  '计分本身不知道的事：由谁发文、文号和日期、自评报告、实地核查、复核、整改、约谈。样例放在体系的 `data/documents/records.yaml`，真实的用 `report --records 文件` 给出；什么都可以不写，印出来是空白。';

/**
 * Everything that is generated from the schemas: what editors read, and the guide's tables.
 *
 * @param guide the guide as it stands; all outside its marks is kept
 * @returns each file's content by its path from the top folder
 */
export function generate(guide: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, schema] of jsonSchemas()) {
    files.set(`indicators/schema/${name}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`);
  }
  const result = resultSchema();
  files.set('indicators/schema/score-result.schema.json', `${JSON.stringify(result, null, 1)}\n`);
  files.set('docs/结果格式.md', RESULT_PAGE + keyTables(result, '计分结果'));
  const { records, ...described } = Object.fromEntries(describedSchemas());
  if (records === undefined) throw new Error('文书记录 have no schema');
  files.set(
    'docs/公文数据.md',
    `${DOCUMENT_PAGE}${documentTables()}\n## 文书记录\n\n${RECORDS_NOTE}\n\n${keyTables(records, 'data/documents/records.yaml')}`,
  );
  const tables = Object.entries(described).map(
    ([name, schema]) => [name, keyTables(schema, FILES[name] ?? name)] as const,
  );
  files.set(GUIDE, [...tables, ['codes', codeTables()] as const].reduce(withTable, guide));
  return files;
}

/** Puts a table between its marks. */
function withTable(guide: string, [name, table]: readonly [string, string]): string {
  const [start, end] = [`<!-- ${name}：以下由程序生成 -->`, `<!-- ${name}：以上由程序生成 -->`];
  const from = guide.indexOf(start);
  const to = guide.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the guide has no marks for ${name}`);
  return `${guide.slice(0, from + start.length)}\n\n${table}\n${guide.slice(to)}`;
}
