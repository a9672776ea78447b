import { resultJson } from '../../app/result-json.js';
import { scoreSet } from '../../app/score-set.js';
import { findingMessage } from '../../messages/index.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../exit-codes.js';
import { scoreCsv } from '../score-csv.js';
import { LEVEL_WORDS, listFindings } from '../say-findings.js';
import { sayRefusal } from '../say-refusal.js';

export interface ScoreOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly format: 'table' | 'json' | 'csv' | 'xlsx';
  readonly out?: string;
}

/** `score SET [--data PATH…] [--format table|json|csv|xlsx] [--out F]` */
export async function score(
  context: Context,
  reference: string,
  options: ScoreOptions,
): Promise<number> {
  const { terminal } = context;
  if (options.format === 'xlsx' && options.out === undefined) {
    terminal.say('结果工作簿要写入文件：请加 --out，例如 --out out/结果.xlsx。\n');
    return EXIT.usage;
  }
  const scored = await scoreSet(context.ports, reference, {
    paths: options.data,
    period: options.period,
  });
  if (!scored.ok) return sayRefusal(terminal, scored.error);
  const { set, findings } = scored.value;
  switch (options.format) {
    case 'json':
      await deliver(
        terminal,
        options.out,
        `${JSON.stringify(resultJson(scored.value, findingMessage), null, 2)}\n`,
      );
      break;
    case 'csv':
      // A byte order mark lets Excel see that a file is UTF-8; in a pipe it would only be in the way.
      await deliver(
        terminal,
        options.out,
        `${options.out === undefined ? '' : '\ufeff'}${scoreCsv(scored.value)}`,
      );
      break;
    case 'xlsx': {
      const { scoredWorkbook } = await import('../../app/result-workbook.js');
      const workbook = scoredWorkbook(scored.value, (finding) => ({
        level: LEVEL_WORDS[finding.level],
        message: findingMessage(finding),
      }));
      const workbooks = await context.ports.loadWorkbooks();
      await deliver(terminal, options.out, await workbooks.write(workbook));
      break;
    }
    case 'table': {
      const { scoreTable } = await import('../score-table.js');
      await deliver(terminal, options.out, scoreTable(scored.value));
      break;
    }
  }
  listFindings(terminal, findings);
  if (set.disclaimer !== undefined && options.format !== 'table')
    terminal.say(`${set.disclaimer}\n`);
  return EXIT.done;
}
