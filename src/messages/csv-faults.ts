/** The codes of everything that can be wrong with a CSV file as such. A code never changes meaning. */
export const CSV_FAULT_CODES = [
  'csv-encoding',
  'csv-too-large',
  'csv-too-many-rows',
  'csv-more-faults',
  'csv-empty',
  'csv-quotes',
  'csv-row-too-long',
  'csv-control-character',
  'csv-unknown-column',
  'csv-column-without-name',
  'csv-column-twice',
  'csv-unknown-kind',
  'csv-missing-column',
  'csv-unwanted-column',
  'csv-too-many-fields',
] as const;

/** One of the codes above. */
export type CsvFaultCode = (typeof CSV_FAULT_CODES)[number];

type Facts = Readonly<Record<string, string>>;
type Wording = (facts: Facts) => { readonly what: string; readonly todo: string };

const EXAMPLE = '表头例：地区,期间,填报数据,数值,状态,来源,核验人';

/** What each fault of a CSV file says. */
export const CSV_FAULTS: Readonly<Record<CsvFaultCode, Wording>> = {
  'csv-encoding': () => ({
    what: '文件编码不是 UTF-8、UTF-16，也不是 GB18030（GBK）',
    todo: '在 Excel 里另存为「CSV UTF-8（逗号分隔）」',
  }),
  'csv-too-large': (facts) => ({
    what: `文件有 ${facts['size'] ?? ''} 字节，超过上限 ${facts['limit'] ?? ''} 字节`,
    todo: '分成几个文件，每个都带表头',
  }),
  'csv-too-many-rows': (facts) => ({
    what: `超过上限 ${facts['limit'] ?? ''} 行`,
    todo: '分成几个文件，每个都带表头',
  }),
  'csv-more-faults': (facts) => ({
    what: `此后还有 ${facts['count'] ?? ''} 处错误没有列出`,
    todo: '先改正已列出的错误，再检查一次',
  }),
  'csv-empty': () => ({
    what: '文件是空的',
    todo: `第一行写表头，其后每行一条记录；${EXAMPLE}`,
  }),
  'csv-quotes': () => ({
    what: '引号不成对，或引号前后有多余的字',
    todo: '有引号的内容整格用双引号括起来，格内的双引号写两个，如 "他说""好"""',
  }),
  'csv-row-too-long': (facts) => ({
    what: `这一行超过 ${facts['limit'] ?? ''} 个字符`,
    todo: '多半是前面漏了一个引号，检查上一行',
  }),
  'csv-control-character': (facts) => ({
    what: `这一格里有看不见的控制字符 ${facts['character'] ?? ''}`,
    todo: '删去这个字符后重新输入',
  }),
  'csv-unknown-column': (facts) => ({
    what: `不认识表头「${facts['text'] ?? ''}」`,
    todo:
      facts['near'] === undefined
        ? `改用认识的表头，或删去这一列；${EXAMPLE}`
        : `是不是「${facts['near']}」？不需要的列请删去`,
  }),
  'csv-column-without-name': () => ({
    what: '这一列有内容，却没有表头',
    todo: '在第一行补上表头，或删去这一列',
  }),
  'csv-column-twice': (facts) => ({
    what: `表头「${facts['text'] ?? ''}」与第 ${facts['first'] ?? ''} 列重复`,
    todo: '删去其中一列',
  }),
  'csv-unknown-kind': () => ({
    what: '从表头看不出这是哪一种数据',
    todo: '填报数据要有「数值」列，评分要有「得分」列，事项要有「事项类别」列，备案目标要有「目标值」列，往年结果要有「等级」「名次」或「总分」列',
  }),
  'csv-missing-column': (facts) => ({
    what: `${facts['kind'] ?? ''}缺少「${facts['column'] ?? ''}」列`,
    todo: '在第一行补上这个表头，并在各行填写',
  }),
  'csv-unwanted-column': (facts) => ({
    what: `${facts['kind'] ?? ''}没有「${facts['text'] ?? ''}」这一列`,
    todo: '删去这一列，或把不同种类的数据分成几个文件',
  }),
  'csv-too-many-fields': (facts) => ({
    what: `这一行有 ${facts['count'] ?? ''} 格，多于表头的 ${facts['columns'] ?? ''} 格`,
    todo: '值里有逗号时整格用双引号括起来，数字不要写千位逗号',
  }),
};
