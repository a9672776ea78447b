import { resultJson } from '../../app/result-json.js';
import { scoreSet } from '../../app/score-set.js';
import { findingMessage } from '../../messages/index.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../exit-codes.js';
import { scoreCsv } from '../score-csv.js';
import { listFindings } from '../say-findings.js';
import { sayRefusal } from '../say-refusal.js';

export interface ScoreOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly format: 'table' | 'json' | 'csv';
  readonly out?: string;
}

/** `score SET [--data PATH…] [--format table|json|csv] [--out F]` */
export async function score(
  context: Context,
  reference: string,
  options: ScoreOptions,
): Promise<number> {
  const { terminal } = context;
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
