import type { CommanderError } from 'commander';

/** The names that an English message of the argument parser quotes. */
function quoted(message: string): readonly string[] {
  return [...message.matchAll(/'([^']*)'/g)].map(([, name]) => name ?? '');
}

const MESSAGES: Readonly<Record<string, (names: readonly string[], text: string) => string>> = {
  'commander.unknownCommand': ([name]) => `没有「${name ?? ''}」这个命令。`,
  'commander.unknownOption': ([name]) => `没有「${name ?? ''}」这个选项。`,
  'commander.missingArgument': ([name]) => `缺少参数 <${name ?? ''}>。`,
  'commander.optionMissingArgument': ([name]) => `选项 ${name ?? ''} 后面缺少内容。`,
  'commander.missingMandatoryOptionValue': ([name]) => `必须给出选项 ${name ?? ''}。`,
  'commander.excessArguments': (_, text) => `参数太多（${text.replace(/^error: /, '')}）。`,
  'commander.invalidArgument': ([option, value], text) => {
    const choices = /Allowed choices are (.*)\.$/.exec(text)?.[1];
    return `选项 ${option ?? ''} 不能是「${value ?? ''}」${choices === undefined ? '' : `，可用：${choices}`}。`;
  },
  'commander.help': () => '请给出命令。',
};

/** A wrong command line, in Chinese, with what to do. */
export function usageMessage(error: CommanderError): string {
  const message = MESSAGES[error.code];
  const what = message?.(quoted(error.message), error.message) ?? error.message;
  const similar = /\(Did you mean (.*)\?\)/.exec(error.message)?.[1];
  return `${what}${similar === undefined ? '' : `是不是想写 ${similar}？`}\n用 kaoheng --help 查看全部命令，kaoheng <命令> --help 查看用法和例子。\n`;
}
