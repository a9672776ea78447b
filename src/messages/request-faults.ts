/** What zod finds wrong with a request, as far as a sentence needs it. */
export interface RequestIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: unknown;
  readonly keys?: readonly string[];
  readonly maximum?: unknown;
  readonly minimum?: unknown;
  readonly values?: readonly unknown[];
}

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数',
  boolean: 'true 或 false',
  object: '{ }',
  record: '{ }',
  array: '[ ]',
};

/** The sentences of a request that is not as the interface asks. */
export function requestFault(issue: RequestIssue): {
  readonly code: string;
  readonly what: string;
  readonly todo: string;
} {
  const name = issue.path.length === 0 ? '内容' : `「${issue.path.map(String).join('.')}」`;
  if (issue.message === 'number-long') {
    return {
      code: 'request-number-long',
      what: `${name}超过15位有效数字或写成了指数，JSON 的数传不准。`,
      todo: '把它写成带引号的文本，如 "0.1234567890123456"。',
    };
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return {
        code: 'request-unknown-key',
        what: `${name}里不认识 ${(issue.keys ?? []).slice(0, 5).join('、')}。`,
        todo: '去掉它，或对照 /docs 检查拼写。',
      };
    case 'too_big':
      return {
        code: 'request-too-much',
        what: `${name}超过上限 ${String(issue.maximum)}。`,
        todo: '缩短或减少后重试。',
      };
    case 'invalid_type':
    case 'invalid_union': {
      const expected = TYPES[String(issue.expected)];
      return {
        code: 'request-wrong-type',
        what: `${name}的类型不对${expected === undefined ? '' : `，应为${expected}`}。`,
        todo: '对照 /docs 中的例子改正。',
      };
    }
    default:
      return {
        code: 'request-wrong-value',
        what: `${name}不是可用的值。`,
        todo: '对照 /docs 中的说明改正。',
      };
  }
}
