import { basename } from 'node:path';
import { scoreSet } from '../../app/score-set.js';
import type { Finding } from '../../domain/metrics/index.js';
import { findingMessage } from '../../messages/index.js';
import { placeText } from '../../messages/place-text.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../exit-codes.js';
import { deliverScore, sayWhatWasFound } from '../deliver-score.js';
import { LEVEL_WORDS } from '../say-findings.js';
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
  switch (options.format) {
    case 'json':
    case 'csv':
      await deliverScore(terminal, scored.value, options.format, options.out);
      break;
    case 'xlsx': {
      const { scoredWorkbook } = await import('../../app/result-workbook.js');
      const workbook = scoredWorkbook(scored.value, (finding) => ({
        level: LEVEL_WORDS[finding.level],
        message: findingMessage({ ...finding, facts: { ...finding.facts, at: '' } }),
        where: whereOf(finding),
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
  sayWhatWasFound(terminal, scored.value, options.format);
  return EXIT.done;
}

/** The cell or line of a finding; the folder is this machine's own. */
function whereOf({ place }: Finding): string {
  return place === undefined ? '' : placeText({ ...place, file: basename(place.file) });
}
