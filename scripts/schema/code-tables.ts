import { CATALOGUES, faultMessage } from '../../src/messages/index.js';

/** The catalogues that concern a set's own files, as the guide calls them. */
const SUBJECTS: Readonly<Record<string, string>> = {
  set: '指标体系',
  setWarning: '指标体系的提醒',
  formula: '公式',
  yaml: 'YAML 的写法',
};

/** Facts of which every one is there, but for a form's row: a set's files have none. */
const ANY_FACTS = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => (name === 'rowRegion' || name === 'rowName' ? undefined : '…') },
);

/** A table of every code of a set's files: what is wrong and what to do. */
export function codeTables(): string {
  return Object.entries(SUBJECTS)
    .map(([subject, title]) => {
      const rows = Object.keys(CATALOGUES[subject] ?? {}).map((code) => {
        const { what, todo } = faultMessage({ code, facts: ANY_FACTS });
        return `| \`${code}\` | ${cell(what)} | ${cell(todo)} |\n`;
      });
      return `### ${title}\n\n| 代码 | 错在哪里 | 怎么改 |\n| --- | --- | --- |\n${rows.join('')}`;
    })
    .join('\n');
}

/** Text that stands in a table as it is. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_`[\]]/g, '\\$&');
}
