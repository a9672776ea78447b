import { resultJson } from '../app/result-json.js';
import type { ScoredYear } from '../app/score-set.js';
import { findingMessage } from '../messages/index.js';
import { deliver } from './deliver.js';
import { listFindings } from './say-findings.js';
import { scoreCsv } from '../app/score-csv.js';
import type { Terminal } from './terminal.js';

/** What a result that is a text needs to know. */
export interface TextOptions {
  readonly format: 'json' | 'csv';
  readonly data: readonly string[] | undefined;
  readonly period: string | undefined;
  readonly out: string | undefined;
}

/** Hands a scored year over as text. */
export function deliverScore(
  terminal: Terminal,
  scored: ScoredYear,
  format: 'json' | 'csv',
  out: string | undefined,
): Promise<void> {
  if (format === 'json') {
    const result = resultJson(scored, findingMessage);
    return deliver(terminal, out, `${JSON.stringify(result, null, 2)}\n`);
  }
  // A byte order mark lets Excel see that a file is UTF-8; in a pipe it would only be in the way.
  return deliver(terminal, out, `${out === undefined ? '' : '\ufeff'}${scoreCsv(scored)}`);
}

/** What a person should know of a result; a table carries the set's disclaimer itself. */
export function sayWhatWasFound(
  terminal: Terminal,
  { set, findings }: ScoredYear,
  format: string,
): void {
  listFindings(terminal, findings);
  if (set.disclaimer !== undefined && format !== 'table') terminal.say(`${set.disclaimer}\n`);
}
