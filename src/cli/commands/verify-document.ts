import { readFile } from 'node:fs/promises';
import {
  verifyDocument,
  verifyHash,
  type NamedDifference,
  type RunComparison,
  type VerifiedDocument,
} from '../../app/verify-document.js';
import { differenceMessage, draftPlaceText, figureText } from '../../messages/differences.js';
import type { Context } from '../command.js';
import { EXIT } from '../exit-codes.js';
import { sayFinding } from '../say-findings.js';
import { sayRefusal } from '../say-refusal.js';
import type { Terminal } from '../terminal.js';

export interface VerifyOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly template?: string;
  readonly region?: string;
  readonly records?: string;
  readonly hash?: string;
}

/** Fewer digits of a hash could be another run's by chance. */
const LEAST_DIGITS = 8;

/** `verify-document FILE SET` or `verify-document --hash HASH SET` */
export async function verify(
  context: Context,
  [first, second]: readonly [string, string | undefined],
  options: VerifyOptions,
): Promise<number> {
  const { terminal } = context;
  const choice = {
    paths: options.data,
    period: options.period,
    template: options.template,
    region: options.region,
    records: options.records,
    say: (finding: Parameters<typeof sayFinding>[1]) => sayFinding(undefined, finding),
  };
  if (options.hash !== undefined) {
    if (options.hash.replace(/[^\da-f]/gi, '').length < LEAST_DIGITS) {
      terminal.say(
        `校验码「${options.hash}」太短，至少要 ${String(LEAST_DIGITS)} 位，最好是全部 64 位。\n`,
      );
      return EXIT.usage;
    }
    const compared = await verifyHash(context.ports, second ?? first, options.hash, choice);
    if (!compared.ok) return sayRefusal(terminal, compared.error);
    return sayRun(terminal, compared.value) ? EXIT.done : EXIT.refused;
  }
  if (second === undefined) {
    terminal.say('请给出公文和体系，例如 verify-document 通报.docx qinghai-2015。\n');
    return EXIT.usage;
  }
  if (!(await terminal.exists(first)) || (await terminal.isFolder(first))) {
    terminal.say(`找不到公文「${first}」。请给出 .docx 或 .pdf 文件。\n`);
    return EXIT.usage;
  }
  const content = await readFile(first);
  const verified = await verifyDocument(context.ports, second, { ...choice, content, file: first });
  if (!verified.ok) return sayRefusal(terminal, verified.error);
  return sayVerified(terminal, verified.value) ? EXIT.done : EXIT.refused;
}

/** Tells what was found; whether document and run agree. */
function sayVerified(terminal: Terminal, document: VerifiedDocument): boolean {
  const { template, region, otherSet, differences, numbers } = document;
  if (template !== undefined) {
    const about = region === undefined ? '' : `，${region}`;
    terminal.out(`公文：${template.label}（${template.name}${about}）\n`);
  }
  if (otherSet !== undefined) {
    terminal.out(`指标体系不同：公文是 ${otherSet.said}，核验用的是 ${otherSet.used}。\n`);
  }
  const isSameRun = sayRun(terminal, document.run);
  if (document.kind === 'print' && template === undefined) {
    terminal.out(
      '看不出是哪个模板印的，没有逐项对照。用 --template（和 --region）指明后可以对照。\n',
    );
  }
  if (numbers !== undefined) {
    terminal.out(
      `打印件上的数：应有 ${String(numbers.expected)} 个，对上 ${String(numbers.agreeing)} 个。\n`,
    );
  }
  const notes = differences.filter(({ code }) => code === 'figure-unmarked');
  const others = differences.filter(({ code }) => code !== 'figure-unmarked');
  list(terminal, '与计算结果不符或待核对', others);
  list(terminal, '提醒', notes);
  if (others.length === 0 && isSameRun) {
    const what = document.run.computed === '' ? '指标体系、填报数据' : '计算结果';
    terminal.out(`核验通过：公文与${what}一致。\n`);
  }
  return others.length === 0 && isSameRun;
}

function list(terminal: Terminal, head: string, differences: readonly NamedDifference[]): void {
  if (differences.length === 0) return;
  terminal.out(`${head} ${String(differences.length)} 处：\n`);
  for (const { code, what, region, indicator, said, found, place } of differences) {
    const figure = what === '' ? '' : figureText(what, region, indicator);
    const sentence = differenceMessage(code, { figure, said, found });
    terminal.out(`  ${draftPlaceText(place)}：${sentence}（${code}）\n`);
  }
}

/** Tells whether the run is the same one; a shortened hash is held against the beginning. */
function sayRun(terminal: Terminal, { said, computed }: RunComparison): boolean {
  if (said === '' && computed === '') {
    terminal.out('校验码：这种公文不依据计分结果，没有校验码，只作逐处对照。\n');
    return true;
  }
  if (computed === '') {
    terminal.out(`校验码：这种公文不依据计分结果，文件上的 ${said} 不作依据，只作逐处对照。\n`);
    return true;
  }
  if (said === '') {
    terminal.out(`校验码：文件里没有；现在算得 ${computed}\n`);
    return false;
  }
  if (computed.startsWith(said)) {
    terminal.out(`校验码一致：${computed}\n`);
    return true;
  }
  terminal.out(`校验码不一致：公文上是 ${said}\n　　　　　　　现在算得 ${computed}\n`);
  terminal.out('　　　　　　　数据、指标体系、考核期间或程序版本，至少有一样与印发时不同。\n');
  return false;
}
