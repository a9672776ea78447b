/** The codes of everything that can be wrong with a YAML file as such. A code never changes meaning. */
export const YAML_FAULT_CODES = [
  'yaml-encoding',
  'yaml-too-large',
  'yaml-too-deep',
  'yaml-more-faults',
  'yaml-empty',
  'yaml-tab',
  'yaml-control-character',
  'yaml-fullwidth-colon',
  'yaml-directive',
  'yaml-several-documents',
  'yaml-tag',
  'yaml-anchor',
  'yaml-alias',
  'yaml-merge-key',
  'yaml-duplicate-key',
  'yaml-complex-key',
  'yaml-empty-key',
  'yaml-reserved-key',
  'yaml-indentation',
  'yaml-missing-character',
  'yaml-bad-escape',
  'yaml-bad-start',
  'yaml-long-key',
  'yaml-nested-on-one-line',
  'yaml-unexpected',
] as const;

/** One of the codes above. */
export type YamlFaultCode = (typeof YAML_FAULT_CODES)[number];

type Facts = Readonly<Record<string, string>>;
type Wording = (facts: Facts) => { readonly what: string; readonly todo: string };

/** What each fault of a YAML file says. */
export const YAML_FAULTS: Readonly<Record<YamlFaultCode, Wording>> = {
  'yaml-encoding': () => ({
    what: '文件不是 UTF-8 编码',
    todo: '用文本编辑器另存为 UTF-8 编码',
  }),
  'yaml-too-large': (facts) => ({
    what: `文件有 ${facts['size'] ?? ''} 字节，超过上限 ${facts['limit'] ?? ''} 字节`,
    todo: '把数据分成几个文件，或改用 CSV',
  }),
  'yaml-too-deep': (facts) => ({
    what: `嵌套超过 ${facts['limit'] ?? ''} 层`,
    todo: '减少括号或缩进的层数',
  }),
  'yaml-more-faults': (facts) => ({
    what: `此后还有 ${facts['count'] ?? ''} 处错误没有列出`,
    todo: '先改正已列出的错误，再检查一次',
  }),
  'yaml-empty': () => ({
    what: '文件是空的',
    todo: '写入内容，例如第一行 period: 2024',
  }),
  'yaml-tab': () => ({
    what: '这里有制表符（Tab）',
    todo: '改用空格，每级缩进两个空格',
  }),
  'yaml-control-character': (facts) => ({
    what: `这里有看不见的控制字符 ${facts['character'] ?? ''}`,
    todo: '删去这个字符后重新输入',
  }),
  'yaml-fullwidth-colon': (facts) => ({
    what: `「${facts['key'] ?? ''}」后面是全角冒号「：」`,
    todo: `改为半角冒号加空格，如 ${facts['key'] ?? ''}: 值`,
  }),
  'yaml-directive': (facts) => ({
    what: `不接受 YAML 指令「${facts['text'] ?? ''}」`,
    todo: '删去以 % 开头的这一行',
  }),
  'yaml-several-documents': () => ({
    what: '一个文件里有多个文档（--- 或 ...）',
    todo: '一个文件只写一份内容，其余另存为文件',
  }),
  'yaml-tag': (facts) => ({
    what: `不接受类型标记「${facts['text'] ?? ''}」`,
    todo: '删去标记，直接写值；以 ! 开头的文字请加引号',
  }),
  'yaml-anchor': (facts) => ({
    what: `不接受锚点「${facts['text'] ?? ''}」`,
    todo: '删去锚点，逐处写明；以 & 开头的文字请加引号',
  }),
  'yaml-alias': (facts) => ({
    what: `不接受引用「${facts['text'] ?? ''}」`,
    todo: '把要引用的内容直接写在这里；以 * 开头的文字请加引号',
  }),
  'yaml-merge-key': () => ({
    what: '不接受合并键 <<',
    todo: '把要合并的内容直接写在这里',
  }),
  'yaml-duplicate-key': (facts) => ({
    what: `键「${facts['key'] ?? ''}」重复，第 ${facts['firstLine'] ?? ''} 行已经写过`,
    todo: '删去其中一个，或改成另一个键',
  }),
  'yaml-complex-key': () => ({
    what: '键只能是一个词，不能是列表或映射',
    todo: '写成 键: 值 的形式',
  }),
  'yaml-empty-key': () => ({
    what: '冒号前面没有键',
    todo: '在冒号前写上键，如 period: 2024',
  }),
  'yaml-reserved-key': (facts) => ({
    what: `「${facts['key'] ?? ''}」不能作键`,
    todo: '换一个名字',
  }),
  'yaml-indentation': () => ({
    what: '缩进不对：同一级的内容没有对齐，或括号没有收尾',
    todo: '同一级用相同的空格数对齐，检查上一行的括号是否成对',
  }),
  'yaml-missing-character': () => ({
    what: '这里缺少冒号、逗号、引号或括号',
    todo: '键后写半角冒号加空格；引号、括号要成对',
  }),
  'yaml-bad-escape': (facts) => ({
    what: `双引号里的「${facts['text'] ?? ''}」不是有效的转义`,
    todo: "反斜杠写成 \\\\，或改用单引号，如 'a\\b'",
  }),
  'yaml-bad-start': (facts) => ({
    what: `值不能以「${facts['text'] ?? ''}」开头`,
    todo: "给这个值加上引号，如 '@省局'",
  }),
  'yaml-long-key': () => ({
    what: '键超过 1024 个字符',
    todo: '多半是漏了引号或换行，检查这一行',
  }),
  'yaml-nested-on-one-line': () => ({
    what: '一行里有两个「键: 值」，或一个值误写成两行',
    todo: '各写一行，下一级缩进两个空格；值里有冒号加空格时给它加引号',
  }),
  'yaml-unexpected': (facts) => ({
    what: `这里不该有「${facts['text'] ?? ''}」`,
    todo: '检查这一行和上一行的括号、引号、短横线与缩进',
  }),
};
