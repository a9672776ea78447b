import { compareSets } from '../../app/compare-sets.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';

export interface DiffOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly format: 'table' | 'json';
  readonly out?: string;
}

/** `diff SET_A SET_B [--data PATH]` */
export async function diff(
  context: Context,
  before: string,
  after: string,
  options: DiffOptions,
): Promise<number> {
  const compared = await compareSets(context.ports, before, after, {
    paths: options.data,
    period: options.period,
  });
  if (!compared.ok) return sayRefusal(context.terminal, compared.error);
  if (options.format === 'json') {
    const { regions, isUnchanged } = compared.value;
    const runOf = ({ run }: typeof compared.value.before) => ({
      set: run.set,
      engine: run.engine,
      runHash: run.runHash,
    });
    const json = {
      before: runOf(compared.value.before),
      after: runOf(compared.value.after),
      isUnchanged,
      regions,
    };
    await deliver(context.terminal, options.out, `${JSON.stringify(json, null, 2)}\n`);
  } else {
    const { diffTable } = await import('../diff-table.js');
    await deliver(context.terminal, options.out, diffTable(compared.value));
  }
  return EXIT.done;
}
