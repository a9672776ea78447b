import type { Refusal } from '../app/refusal.js';
import type { Fault } from '../domain/kernel/fault.js';
import { faultMessage } from '../messages/index.js';
import { placeText } from '../messages/place-text.js';
import { describePrintFault } from '../messages/print-faults.js';
import { EXIT } from './exit-codes.js';
import type { Terminal } from './terminal.js';

/**
 * One fault as one line that an editor can jump to, and below it what to do.
 *
 * @example
 * // indicators/a/set.yaml:12:10 formula-unknown-name 公式里没有叫 sampeld 的填报数据。
 * //     是不是想写 sampled？
 */
export function faultLines(fault: Fault): string {
  const { what, todo } = faultMessage(fault);
  return `${placeText(fault)} ${fault.code} ${what}\n    ${todo}\n`;
}

/** Says why something was refused, and gives the exit code for it. */
export function sayRefusal(terminal: Terminal, refusal: Refusal): number {
  switch (refusal.kind) {
    case 'faults':
      for (const fault of refusal.faults) terminal.say(faultLines(fault));
      terminal.say(`共 ${String(refusal.faults.length)} 处错误，改正后重试。\n`);
      return EXIT.refused;
    case 'unknownSet':
      terminal.say(
        `找不到指标体系「${refusal.reference}」。请给出体系的文件夹（其中有 set.yaml）或代号。\n` +
          (refusal.known.length > 0 ? `已有的体系：${refusal.known.join('、')}\n` : ''),
      );
      return EXIT.usage;
    case 'data':
      terminal.say(`${DATA[refusal.status](refusal.path)}\n`);
      if (refusal.unread !== undefined) {
        terminal.say(
          `它的子文件夹里有工作簿，子文件夹要逐个写明：--data ${refusal.unread.join(' ')}\n`,
        );
      }
      return EXIT.usage;
    case 'unknownName': {
      const what = { region: '被考核地区', indicator: '指标', department: '有表可填的部门' }[
        refusal.what
      ];
      terminal.say(
        `没有叫「${refusal.name}」的${what}。可用的有：\n${refusal.known.map((one) => `  ${one}\n`).join('')}`,
      );
      return EXIT.usage;
    }
    case 'print': {
      terminal.say(`${describePrintFault(refusal.fault)}\n`);
      return refusal.fault.code === 'unknown-template' ? EXIT.usage : EXIT.environment;
    }
  }
}

const DATA: Readonly<Record<'notFound' | 'empty' | 'unreadable', (path: string) => string>> = {
  notFound: (path) =>
    `找不到数据「${path}」。请用 --data 给出 YAML、CSV、Excel 文件或存放它们的文件夹。`,
  empty: (path) => `「${path}」里没有数据文件（.yaml、.yml、.csv、.xlsx）。请用 --data 给出数据。`,
  unreadable: (path) => `不认识「${path}」这种文件。数据可用 .yaml、.yml、.csv、.xlsx。`,
};
