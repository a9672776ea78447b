import { explainRegion } from '../../app/explain-region.js';
import type { Context } from '../command.js';
import { deliver } from '../deliver.js';
import { derivationText } from '../derivation-text.js';
import { EXIT } from '../exit-codes.js';
import { sayRefusal } from '../say-refusal.js';

export interface ExplainOptions {
  readonly data?: readonly string[];
  readonly period?: string;
  readonly region: string;
  readonly indicator?: string;
  readonly format: 'text' | 'json';
  readonly out?: string;
}

/** `explain SET [--data PATH] --region ID [--indicator ID] [--format text|json]` */
export async function explain(
  context: Context,
  reference: string,
  options: ExplainOptions,
): Promise<number> {
  const explained = await explainRegion(context.ports, reference, {
    paths: options.data,
    period: options.period,
    region: options.region,
    indicator: options.indicator,
  });
  if (!explained.ok) return sayRefusal(context.terminal, explained.error);
  const text =
    options.format === 'json'
      ? `${JSON.stringify(explained.value, null, 2)}\n`
      : derivationText(explained.value);
  await deliver(context.terminal, options.out, text);
  return EXIT.done;
}
