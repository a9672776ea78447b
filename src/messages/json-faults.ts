/** The codes of what can be wrong with a JSON data file before it is held against a set. */
export type JsonFaultCode = 'json-encoding' | 'json-syntax' | 'json-number-long';

type Facts = Readonly<Record<string, string>>;

/** Their sentences. */
export const JSON_FAULTS: Readonly<
  Record<JsonFaultCode, (facts: Facts) => { readonly what: string; readonly todo: string }>
> = {
  'json-encoding': () => ({
    what: '内容不是 UTF-8 编码。',
    todo: '用 UTF-8 重新保存后再传。',
  }),
  'json-syntax': () => ({
    what: '内容不是完整的 JSON。',
    todo: '检查引号、逗号和括号是否成对。',
  }),
  'json-number-long': ({ text = '' }) => ({
    what: `数字 ${text} 超过15位有效数字或写成了指数，JSON 的数传不准。`,
    todo: '把它写成带引号的文本，如 "0.1234567890123456"。',
  }),
};
