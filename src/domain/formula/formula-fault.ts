import type { FormulaFaultCode } from './fault-codes.js';

/** One thing that is wrong with a formula's text, and where. */
export interface FormulaFault {
  readonly code: FormulaFaultCode;
  /** 1-based, in UTF-16 units of the formula's text. */
  readonly column: number;
  /** What the message needs: the name, the character, the limit. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Makes a fault; numbers among the facts become text. */
export function formulaFault(
  code: FormulaFaultCode,
  column: number,
  facts: Readonly<Record<string, string | number>> = {},
): FormulaFault {
  const texts = Object.entries(facts).map(([key, fact]) => [key, String(fact)] as const);
  return { code, column, facts: Object.fromEntries(texts) };
}
