import { parseDecimal } from '../kernel/decimal.js';
import type { Path } from '../kernel/fault.js';
import { parameterValue } from './parameter-value.js';
import type { Rule } from './rules.schema.js';
import { reportUnknown, type SetContext } from './set-context.js';

/** Keys of rules that may name a parameter instead of writing a number. */
const AMOUNTS = ['minus', 'per', 'floor', 'plus', 'base', 'noneAtAll'] as const;

/**
 * Puts the values of parameters where a rule names them: 每低1个百分点扣 k 分, with k a parameter
 * that carries its label and its source. An unknown name is reported and read as 1.
 */
export function resolveAmounts<R extends Rule>(context: SetContext, path: Path, rule: R): R {
  const { input, reporter } = context;
  const parameters = input.parameters ?? {};
  const resolved: Record<string, string> = {};
  for (const key of AMOUNTS) {
    const text = (rule as Readonly<Record<string, unknown>>)[key];
    if (typeof text !== 'string' || parseDecimal(text) !== undefined) continue;
    const parameter = Object.hasOwn(parameters, text) ? parameters[text] : undefined;
    if (parameter === undefined) {
      reportUnknown(reporter, 'rule-amount-unknown', [...path, key], text, Object.keys(parameters));
    }
    resolved[key] =
      (parameter === undefined ? undefined : parameterValue(parameter, input.window.to)) ?? '1';
  }
  return { ...rule, ...resolved };
}
